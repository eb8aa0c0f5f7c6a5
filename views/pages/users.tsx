/** People and their roles; the form for the first account as long as there is none. */

import { Layout } from '../layout.tsx';
import { Field, NewPassword, Refusals, Secret } from '../parts/account-fields.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

const ROLES = ['viewer', 'analyst', 'administrator'] as const;
type Role = (typeof ROLES)[number];

export interface UsersNotice {
  readonly refused?: readonly string[];
  readonly done?: 'first' | 'changed';
  /** A one-time link that was just made. */
  readonly link?: string;
  readonly name?: string;
}

interface UserLine {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly waiting: boolean;
  readonly own: boolean;
  readonly sessions: number;
}

interface UsersProps {
  readonly view: View;
  readonly inUse: boolean;
  readonly users: readonly UserLine[];
  readonly rolesFromClaim: boolean;
  readonly notice: UsersNotice;
}

function RoleOptions({ view, chosen }: { view: View; chosen: Role }) {
  return (
    <>
      {ROLES.map((role) => (
        <option value={role} selected={role === chosen}>
          {view.t.access.role[role]}
        </option>
      ))}
    </>
  );
}

function UserRow({ view, user }: { view: View; user: UserLine }) {
  const words = view.t.access;
  const name = user.name || user.login || words.unnamed;
  const state = user.active ? (user.waiting ? 'waiting' : 'active') : 'inactive';
  return (
    <tr>
      <th scope="row">
        {name} {user.own ? words.you : null}
        {user.name === '' || user.login === '' ? null : (
          <>
            <br />
            <span class="hint">{user.login}</span>
          </>
        )}
      </th>
      <td>{words.state[state]}</td>
      <td>
        <form method="post" action={`/users/${user.id}`} class="inline">
          <select name="role" aria-label={fill(words.roleOf, { name })} disabled={!user.active}>
            <RoleOptions view={view} chosen={user.role} />
          </select>
          {user.active ? (
            <button type="submit" class="quiet small" aria-label={fill(words.saveOf, { name })}>
              {words.save}
            </button>
          ) : null}
        </form>
      </td>
      <td class="number">{user.sessions}</td>
      <td>
        <div class="inline">
          {user.active ? (
            <form method="post" action={`/users/${user.id}/link`}>
              <button type="submit" class="quiet small" aria-label={fill(words.newLinkOf, { name })}>
                {words.newLink}
              </button>
            </form>
          ) : null}
          <form method="post" action={`/users/${user.id}`}>
            <input type="hidden" name="active" value={user.active ? 'no' : 'yes'} />
            <button
              type="submit"
              class={user.active ? 'danger small' : 'quiet small'}
              aria-label={fill(user.active ? words.deactivateOf : words.activateOf, { name })}
            >
              {user.active ? words.deactivate : words.activate}
            </button>
          </form>
        </div>
      </td>
    </tr>
  );
}

function Table({ view, users }: { view: View; users: readonly UserLine[] }) {
  const words = view.t.access;
  return (
    <section class="card" aria-label={words.usersTitle}>
      <section class="scroll" tabindex={0} aria-label={words.usersTitle}>
        <table class="users">
          <thead>
            <tr>
              <th scope="col">{words.userName}</th>
              <th scope="col">{words.userState}</th>
              <th scope="col">{words.tokenRole}</th>
              <th scope="col" class="number">
                {words.userSessions}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <UserRow view={view} user={user} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Roles({ view }: { view: View }) {
  const words = view.t.access;
  return (
    <dl class="facts">
      {ROLES.map((role) => (
        <div>
          <dt>{words.role[role]}</dt>
          <dd class="small">{words.roleHint[role]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Invite({ view }: { view: View }) {
  const words = view.t.access;
  return (
    <section class="card" aria-labelledby="invite-title">
      <h2 id="invite-title">{words.inviteTitle}</h2>
      <form method="post" action="/users" class="choices">
        <Field id="login" label={words.login} autocomplete="off" />
        <Field id="name" label={words.inviteName} autocomplete="off" required={false} />
        <div class="field">
          <label for="role">{words.tokenRole}</label>
          <select id="role" name="role">
            <RoleOptions view={view} chosen="viewer" />
          </select>
        </div>
        <button type="submit">{words.invite}</button>
      </form>
    </section>
  );
}

function First({ view }: { view: View }) {
  const words = view.t.access;
  return (
    <section class="card narrow-form" aria-labelledby="first-title">
      <h2 id="first-title">{words.firstTitle}</h2>
      <p>{words.firstLead}</p>
      <form method="post" action="/users/first">
        <Field id="login" label={words.login} hint={words.loginHint} autocomplete="username" />
        <Field id="name" label={words.name} hint={words.nameHint} autocomplete="name" required={false} />
        <NewPassword view={view} />
        <button type="submit">{words.firstMake}</button>
      </form>
    </section>
  );
}

export function Users({ view, inUse, users, rolesFromClaim, notice }: UsersProps) {
  const words = view.t.access;
  const { link, name = '', done } = notice;
  return (
    <Layout view={view} title={words.usersTitle} section="method">
      <header class="page-head">
        <h1>{words.usersTitle}</h1>
        <p class="lead">{words.usersLead}</p>
      </header>
      <Refusals sentences={notice.refused ?? []} />
      {done === undefined ? null : (
        <div class="notes" role="status">
          <p>{fill(words.done[done], { name })}</p>
        </div>
      )}
      {link === undefined ? null : (
        <Secret label={words.linkLabel} lead={fill(words.inviteMade, { name })} value={link} />
      )}
      <Roles view={view} />
      {rolesFromClaim ? <p class="hint">{words.usersFromClaim}</p> : null}
      {inUse ? (
        <>
          <Table view={view} users={users} />
          <Invite view={view} />
        </>
      ) : (
        <First view={view} />
      )}
    </Layout>
  );
}
