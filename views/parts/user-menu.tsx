/** Who is signed in, with the way out; and at the foot of the page the places that are no answer to a question. */

import type { View } from '../view.ts';

/** Nothing as long as nobody needs to sign in. */
export function UserMenu({ view }: { view: View }) {
  const { user, t } = view;
  if (user.role === 'nobody' || user.name === '') return null;
  const words = t.access;
  return (
    <details class="menu user">
      <summary class="chip">
        <span class="chip-name">{user.name}</span>
      </summary>
      <ul>
        <li class="hint">{words.role[user.role]}</li>
        <li>
          <a href="/account">{words.accountTitle}</a>
        </li>
        {view.mayAdminister ? (
          <li>
            <a href="/users">{words.usersTitle}</a>
          </li>
        ) : null}
        <li>
          <form method="post" action="/sign-out">
            <button type="submit" class="quiet small">
              {words.signOut}
            </button>
          </form>
        </li>
      </ul>
    </details>
  );
}

export function FootLinks({ view }: { view: View }) {
  const words = view.t.access;
  if (view.user.role === 'nobody') return null;
  return (
    <p class="foot-links">
      <a href="/manual">{view.t.manual.title}</a> <a href="/method/interface">{words.interfaceTitle}</a>{' '}
      <a href="/account">{words.accountTitle}</a>{' '}
      {view.mayAdminister ? (
        <>
          <a href="/users">{words.usersTitle}</a> <a href="/audit">{view.t.audit.title}</a>
        </>
      ) : null}
    </p>
  );
}
