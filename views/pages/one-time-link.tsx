/** Where a one-time link leads: choose a password, or come in through the institution. */

import { Layout } from '../layout.tsx';
import { Field, InstitutionLink, NewPassword, Refusals } from '../parts/account-fields.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

interface OneTimeLinkProps {
  readonly view: View;
  readonly secret: string;
  /** '' = still to be chosen. */
  readonly login: string;
  readonly typed: { readonly login: string; readonly name: string };
  readonly role: 'viewer' | 'analyst' | 'administrator';
  readonly refused: readonly string[];
  readonly institution: string | undefined;
}

export function OneTimeLink({ view, secret, login, typed, role, refused, institution }: OneTimeLinkProps) {
  const words = view.t.access;
  return (
    <Layout view={view} title={words.linkTitle}>
      <div class="message">
        <h1>{words.linkTitle}</h1>
        <p>{fill(words.linkLead, { role: words.role[role], hint: words.roleHint[role] })}</p>
        <Refusals sentences={refused} />
        <section class="card">
          <form method="post" action={`/link/${secret}`}>
            {login === '' ? (
              <Field
                id="login"
                label={words.login}
                hint={words.loginHint}
                value={typed.login}
                autocomplete="username"
              />
            ) : (
              <div class="field">
                <label for="login">{words.login}</label>
                <input id="login" type="text" name="login" value={login} readonly autocomplete="username" />
              </div>
            )}
            <Field
              id="name"
              label={words.name}
              hint={words.nameHint}
              value={typed.name}
              autocomplete="name"
              required={false}
            />
            <NewPassword view={view} />
            <button type="submit">{words.choose}</button>
          </form>
          {institution === undefined ? null : (
            <>
              <p class="or">{words.linkInstitution}</p>
              <InstitutionLink
                view={view}
                label={institution}
                query={new URLSearchParams({ link: secret }).toString()}
              />
            </>
          )}
        </section>
      </div>
    </Layout>
  );
}
