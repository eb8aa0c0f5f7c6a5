/** Signing in: by password, or through the institution where that is set. */

import { Layout } from '../layout.tsx';
import { Field, InstitutionLink, Refusals } from '../parts/account-fields.tsx';
import type { View } from '../view.ts';

interface SignInProps {
  readonly view: View;
  /** Where to go afterwards. */
  readonly next: string;
  readonly login: string;
  readonly refused: readonly string[];
  /** Name of the institution's sign-in; '' = a general phrase, undefined = none. */
  readonly institution: string | undefined;
  /** Why somebody who was signed in stands here. */
  readonly lapsed?: 'session' | 'held' | 'lost' | undefined;
  /** What was sent in vain. */
  readonly held?: HeldForm | undefined;
}

/** A form as it was filled in, to be sent once more. */
interface HeldForm {
  readonly to: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

function SendAgain({ view, held }: { view: View; held: HeldForm }) {
  return (
    <form method="post" action={held.to} class="again">
      {held.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{view.t.lapsed.send}</button>
    </form>
  );
}

export function SignIn({ view, next, login, refused, institution, lapsed, held }: SignInProps) {
  const words = view.t.access;
  return (
    <Layout view={view} title={words.signInTitle}>
      <div class="message">
        <h1>{words.signInTitle}</h1>
        <p class="lead">{words.signInLead}</p>
        {lapsed === undefined ? null : (
          <p class="notes" role="status">
            {view.t.lapsed[lapsed]}
          </p>
        )}
        <Refusals sentences={refused} />
        <section class="card">
          <form method="post" action="/sign-in">
            <input type="hidden" name="next" value={next} />
            {held === undefined ? null : <input type="hidden" name="held" value={JSON.stringify(held)} />}
            <Field id="login" label={words.login} value={login} autocomplete="username" />
            <Field id="password" type="password" label={words.password} autocomplete="current-password" />
            <button type="submit">{words.signIn}</button>
          </form>
          {institution === undefined ? null : (
            <>
              <p class="or">{words.or}</p>
              <InstitutionLink
                view={view}
                label={institution}
                query={new URLSearchParams({ next }).toString()}
                apart={held !== undefined}
              />
              {held === undefined ? null : (
                <>
                  <p>{view.t.lapsed.elsewhere}</p>
                  <SendAgain view={view} held={held} />
                </>
              )}
            </>
          )}
        </section>
        <p class="hint">{words.forgotten}</p>
      </div>
    </Layout>
  );
}

/** Signed in again: what was sent before that, once more or not. */
export function SendAgainPage({ view, next, held }: { view: View; next: string; held: HeldForm }) {
  const words = view.t.lapsed;
  return (
    <Layout view={view} title={words.againTitle}>
      <div class="message">
        <h1>{words.againTitle}</h1>
        <p class="lead">{words.again}</p>
        <SendAgain view={view} held={held} />
        <p>
          <a href={next}>{words.leave}</a>
        </p>
      </div>
    </Layout>
  );
}
