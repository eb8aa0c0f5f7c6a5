/**
 * The account of somebody whom the institution's provider vouches for. Invariants: bound by issuer and
 * subject; without a claim that gives roles only an invitation binds; with one the role follows the claim
 * at every sign-in, and who lost it no longer comes in.
 */

import { refuse } from '../../src/index.ts';
import type { Access } from './access.ts';
import type { Account } from './accounts.ts';
import type { Person } from './institution.ts';
import { PROGRAM } from './user.ts';

/** @throws Refusal `institution-unknown`, `link-used` or `last-administrator` */
export async function institutionAccount(
  { accounts, institution, sessions }: Access,
  person: Person,
  invitation: string,
): Promise<Account> {
  const known = accounts.bySubject(person.subject);
  if (known !== undefined && !known.active) throw refuse('institution-unknown');
  if (institution?.byInvitation) {
    if (known !== undefined) return known;
    const invited = invitation === '' ? undefined : accounts.linked(invitation);
    if (invited === undefined) throw refuse(invitation === '' ? 'institution-unknown' : 'link-used');
    const login = invited.login === '' ? freeLogin(accounts.byLogin, person) : invited.login;
    return accounts.useLink(invitation, {
      login,
      name: invited.name || person.name,
      subject: person.subject,
    });
  }
  if (person.role === undefined) {
    if (known !== undefined) await sessions.endAll(known.id);
    throw refuse('institution-unknown');
  }
  const { role, subject, name } = person;
  if (known === undefined) {
    const login = freeLogin(accounts.byLogin, person);
    return accounts.add({ login, name, role, subject }, { who: PROGRAM, action: 'account' });
  }
  if (known.role === role) return known;
  return accounts.change(known.id, { role }, { who: PROGRAM, action: 'account' });
}

function freeLogin(byLogin: (login: string) => Account | undefined, { logins, subject }: Person): string {
  const fits = (login: string) => /^\S{3,100}$/.test(login) && byLogin(login) === undefined;
  return logins.find(fits) ?? subject.replaceAll(/\s+/g, '#').slice(-100);
}
