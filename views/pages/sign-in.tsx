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
}

export function SignIn({ view, next, login, refused, institution }: SignInProps) {
  const words = view.t.access;
  return (
    <Layout view={view} title={words.signInTitle}>
      <div class="message">
        <h1>{words.signInTitle}</h1>
        <p class="lead">{words.signInLead}</p>
        <Refusals sentences={refused} />
        <section class="card">
          <form method="post" action="/sign-in">
            <input type="hidden" name="next" value={next} />
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
              />
            </>
          )}
        </section>
        <p class="hint">{words.forgotten}</p>
      </div>
    </Layout>
  );
}
