/** One's own account: password, sessions, and tokens for programs. */

import { dayOf } from '../format.ts';
import { Layout } from '../layout.tsx';
import { Field, NewPassword, Refusals, Secret } from '../parts/account-fields.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

type Role = 'viewer' | 'analyst' | 'administrator';

export interface AccountNotice {
  readonly refused?: readonly string[];
  readonly done?: 'password' | 'sessions';
  /** A token that was just made. */
  readonly secret?: string;
}

interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedOn: string;
}

interface AccountProps {
  readonly view: View;
  /** undefined as long as there are no accounts. */
  readonly account:
    | { readonly login: string; readonly hasPassword: boolean; readonly sessions: number }
    | undefined;
  /** Those a token may have. */
  readonly roles: readonly Role[];
  readonly tokens: readonly TokenLine[];
  readonly notice: AccountNotice;
}

function Tokens({ view, roles, tokens, notice }: AccountProps) {
  const words = view.t.access;
  return (
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{words.tokensTitle}</h2>
      <p>
        {words.tokensLead} <a href="/method/interface">{words.tokensGuide}</a>
      </p>
      {notice.secret === undefined ? null : (
        <Secret label={words.tokenLabel} lead={words.tokenMade} value={notice.secret} />
      )}
      {tokens.length === 0 ? (
        <p class="hint">{words.tokensNone}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={words.tokensTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.tokenName}</th>
                <th scope="col">{words.tokenRole}</th>
                <th scope="col">{words.tokenCreated}</th>
                <th scope="col">{words.tokenExpires}</th>
                <th scope="col">{words.tokenUsed}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <tr>
                  <th scope="row">{token.name}</th>
                  <td>{words.role[token.role]}</td>
                  <td class="unbroken">{dayOf(token.createdAt, view.lang)}</td>
                  <td class="unbroken">{dayOf(token.expiresAt, view.lang)}</td>
                  <td class="unbroken">
                    {token.usedOn === '' ? words.tokenNever : dayOf(token.usedOn, view.lang)}
                  </td>
                  <td>
                    <form method="post" action={`/account/tokens/${token.id}/withdraw`}>
                      <button
                        type="submit"
                        class="danger small"
                        aria-label={fill(words.withdrawOf, { name: token.name })}
                      >
                        {words.withdraw}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <form method="post" action="/account/tokens" class="choices spaced">
        <div class="field">
          <label for="token-name">{words.tokenName}</label>
          <input id="token-name" type="text" name="name" required maxlength={60} autocomplete="off" />
        </div>
        <div class="field">
          <label for="token-role">{words.tokenRole}</label>
          <select id="token-role" name="role">
            {roles.map((role) => (
              <option value={role}>{words.role[role]}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="token-days">{words.tokenDays}</label>
          <input id="token-days" type="number" name="days" min={1} max={366} value="90" required />
        </div>
        <button type="submit">{words.tokenMake}</button>
      </form>
    </section>
  );
}

export function Account(props: AccountProps) {
  const { view, account, notice } = props;
  const words = view.t.access;
  const { role } = view.user;
  return (
    <Layout view={view} title={words.accountTitle} section="method">
      <header class="page-head">
        <h1>{words.accountTitle}</h1>
        {account === undefined || role === 'nobody' ? (
          <p class="lead">
            {words.accountLocal} {view.mayAdminister ? <a href="/users">{words.toUsers}</a> : null}
          </p>
        ) : (
          <p class="lead">{fill(words.accountLead, { login: account.login, role: words.role[role] })}</p>
        )}
      </header>
      <Refusals sentences={notice.refused ?? []} />
      {notice.done === undefined ? null : (
        <div class="notes" role="status">
          <p>{words.done[notice.done]}</p>
        </div>
      )}
      <Tokens {...props} />
      {account === undefined ? null : (
        <div class="grid">
          <section class="card" aria-labelledby="password-title">
            <h2 id="password-title">{words.passwordTitle}</h2>
            {account.hasPassword ? (
              <form method="post" action="/account/password">
                <Field id="current" type="password" label={words.current} autocomplete="current-password" />
                <NewPassword view={view} />
                <button type="submit">{words.change}</button>
              </form>
            ) : (
              <p>{words.passwordNone}</p>
            )}
          </section>
          <section class="card" aria-labelledby="sessions-title">
            <h2 id="sessions-title">{words.sessionsTitle}</h2>
            <p>{fill(words.sessions, { n: account.sessions })}</p>
            <form method="post" action="/account/sessions">
              <button type="submit" class="quiet">
                {words.endSessions}
              </button>
            </form>
          </section>
        </div>
      )}
    </Layout>
  );
}
