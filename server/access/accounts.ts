/**
 * Accounts and their one-time links. Invariants: what is asked at every request is answered from memory,
 * every change is in the store first, in one transaction with its line in the audit trail; an account is
 * never removed, since the trail names it; at least one administrator can sign in.
 */

import { type Engine, refuse, type Transaction } from '../../src/index.ts';
import { type AuditAction, addAudit } from '../store/audit.ts';
import { hashOf, newSecret } from './secret.ts';
import { PROGRAM, type Role } from './user.ts';

export interface Account {
  readonly id: string;
  /** Name to sign in with, in small letters; '' until the first administrator has chosen one. */
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
  /** '' = none was chosen yet. */
  readonly password: string;
  /** Issuer and subject of the institution's provider, with a space between; '' = none. */
  readonly subject: string;
  /** ISO instant. */
  readonly createdAt: string;
}

interface Link {
  readonly account: string;
  /** Milliseconds. */
  readonly until: number;
}

const LINK_DAYS = 3;

/** Who did it, and what the trail calls it. */
export interface Deed {
  readonly who: string;
  readonly action: AuditAction;
}

export interface Accounts {
  /** By name; those that wait for their first sign-in included. */
  list(): readonly Account[];
  get(id: string): Account | undefined;
  byLogin(login: string): Account | undefined;
  bySubject(subject: string): Account | undefined;
  /** False = nobody needs to sign in: whoever sits at this machine is its administrator. */
  inUse(): boolean;
  /** @throws Refusal `login-invalid` or `login-taken` */
  add(
    given: Pick<Account, 'login' | 'name' | 'role'> & { subject?: string; password?: string },
    deed: Deed,
  ): Promise<Account>;
  /** @throws Refusal `login-invalid`, `login-taken` or `last-administrator` */
  change(id: string, changed: Partial<Omit<Account, 'id' | 'createdAt'>>, deed: Deed): Promise<Account>;
  /** A link with which an account chooses its password, once; those before it no longer work. */
  newLink(id: string, deed: Deed): Promise<string>;
  /** The account that a link is for. */
  linked(secret: string): Account | undefined;
  /** As `change`, with the link gone in the same transaction. @throws Refusal `link-used` */
  useLink(
    secret: string,
    changed: Partial<Pick<Account, 'login' | 'name' | 'password' | 'subject'>>,
  ): Promise<Account>;
  /** A link for an administrator, for who has the terminal. */
  administratorLink(): Promise<string>;
}

export function canSignIn({ active, password, subject }: Account): boolean {
  return active && (password !== '' || subject !== '');
}

export async function openAccounts(engine: Engine, now: () => Date, newId: () => string): Promise<Accounts> {
  const accounts = new Map<string, Account>();
  const links = new Map<string, Link>();
  for (const row of await engine.all('select * from account')) {
    accounts.set(String(row.id), {
      id: String(row.id),
      login: String(row.login),
      name: String(row.name),
      role: String(row.role) as Role,
      active: row.active === true,
      password: String(row.password),
      subject: String(row.subject),
      createdAt: String(row.created_at),
    });
  }
  for (const row of await engine.all('select * from one_time_link')) {
    links.set(String(row.hash), { account: String(row.account), until: Number(row.until_ms) });
  }

  const find = (fits: (account: Account) => boolean) => [...accounts.values()].find(fits);
  const byLogin = (login: string) => {
    const wanted = cleanLogin(login);
    return wanted === '' ? undefined : find((account) => account.login === wanted);
  };

  function checkLogin(login: string, own: string): void {
    if (!/^[^\s\p{C}]{3,100}$/u.test(login)) throw refuse('login-invalid');
    const other = byLogin(login);
    if (other !== undefined && other.id !== own) throw refuse('login-taken');
  }

  async function write(transaction: Transaction, account: Account, deed: Deed): Promise<void> {
    const { id, login, name, role, active, password, subject, createdAt } = account;
    await transaction.run('delete from account where id = ?', [id]);
    await transaction.run(
      `insert into account (id, login, name, role, active, password, subject, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, login, name, role, active, password, subject, createdAt],
    );
    const at = now().toISOString();
    await addAudit(transaction, {
      at,
      action: deed.action,
      dataSet: '',
      who: deed.who,
      detail: { account: id, role, active },
    });
  }

  function changed(id: string, part: Partial<Account>): Account {
    const before = accounts.get(id);
    if (before === undefined) throw new Error('Not an account');
    const after = { ...before, ...part };
    if (part.login !== undefined && (part.login === '' || part.login !== before.login)) {
      checkLogin(after.login, id);
    }
    const leads = (account: Account) => account.role === 'administrator' && canSignIn(account);
    if (leads(before) && !leads(after) && !find((account) => account.id !== id && leads(account))) {
      throw refuse('last-administrator');
    }
    return after;
  }

  async function change(id: string, part: Partial<Account>, deed: Deed): Promise<Account> {
    const after = changed(id, part);
    await engine.transaction((transaction) => write(transaction, after, deed));
    accounts.set(id, after);
    return after;
  }

  async function insert(account: Account, deed: Deed): Promise<Account> {
    await engine.transaction((transaction) => write(transaction, account, deed));
    accounts.set(account.id, account);
    return account;
  }

  async function newLink(id: string, deed: Deed): Promise<string> {
    const secret = newSecret();
    const link = { account: id, until: now().getTime() + LINK_DAYS * 86_400_000 };
    await engine.transaction(async (transaction) => {
      await transaction.run('delete from one_time_link where account = ?', [id]);
      await transaction.run('insert into one_time_link values (?, ?, ?)', [hashOf(secret), id, link.until]);
      const at = now().toISOString();
      await addAudit(transaction, {
        at,
        action: deed.action,
        dataSet: '',
        who: deed.who,
        detail: { account: id },
      });
    });
    for (const [hash, { account }] of links) if (account === id) links.delete(hash);
    links.set(hashOf(secret), link);
    return secret;
  }

  function linked(secret: string): Account | undefined {
    const link = links.get(hashOf(secret));
    if (link === undefined || link.until < now().getTime()) return undefined;
    const account = accounts.get(link.account);
    return account?.active ? account : undefined;
  }

  const fresh = (given: Partial<Account> & Pick<Account, 'login' | 'name' | 'role'>): Account => ({
    active: true,
    password: '',
    subject: '',
    ...given,
    id: newId(),
    createdAt: now().toISOString(),
  });

  return {
    list: () =>
      [...accounts.values()].sort((a, b) => (a.name || a.login).localeCompare(b.name || b.login, 'nl')),
    get: (id) => accounts.get(id),
    byLogin,
    bySubject: (subject) => (subject === '' ? undefined : find((account) => account.subject === subject)),
    inUse: () => accounts.size > 0,
    add: async (given, deed) => {
      const login = cleanLogin(given.login);
      checkLogin(login, '');
      return insert(fresh({ ...given, login }), deed);
    },
    change: (id, part, deed) =>
      change(id, part.login === undefined ? part : { ...part, login: cleanLogin(part.login) }, deed),
    newLink,
    linked,
    useLink: async (secret, part) => {
      const account = linked(secret);
      if (account === undefined) throw refuse('link-used');
      const hash = hashOf(secret);
      const link = links.get(hash)!;
      const after = changed(
        account.id,
        part.login === undefined ? part : { ...part, login: cleanLogin(part.login) },
      );
      // Gone before anything waits: sent twice at once, it still works once.
      links.delete(hash);
      try {
        await engine.transaction(async (transaction) => {
          await transaction.run('delete from one_time_link where hash = ?', [hash]);
          await write(transaction, after, { who: account.id, action: 'link-used' });
        });
      } catch (error) {
        links.set(hash, link);
        throw error;
      }
      accounts.set(after.id, after);
      return after;
    },
    administratorLink: async () => {
      const deed: Deed = { who: PROGRAM, action: 'invite' };
      // Asked for again before the first was used: the same account, another link.
      const waiting = find(({ login }) => login === '');
      const account = waiting ?? (await insert(fresh({ login: '', name: '', role: 'administrator' }), deed));
      return newLink(account.id, deed);
    },
  };
}

export function cleanLogin(login: string): string {
  return login.trim().normalize('NFC').toLowerCase();
}
