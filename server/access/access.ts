/** Who sends a request: from the cookie of a session on pages, from a bearer token on the interface for programs. */

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Engine } from '../../src/index.ts';
import { type Account, type Accounts, canSignIn, openAccounts } from './accounts.ts';
import { createInstitution, type Institution } from './institution.ts';
import { createPasswords, type Passwords, type ScryptCost } from './password.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { type AccessSettings, LOCAL_SETTINGS } from './settings.ts';
import { createThrottle, type Throttle } from './throttle.ts';
import { openTokens, type Tokens } from './tokens.ts';
import { covers, LOCAL, NOBODY, type User } from './user.ts';

export interface Access {
  readonly settings: AccessSettings;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  /** Sign-in through the institution's own provider, where one is set. */
  readonly institution: Institution | undefined;
  identify(c: Context): User;
  /** Starts a session for an account and ends the one that was there. */
  signIn(c: Context, account: Account): Promise<void>;
  signOut(c: Context): Promise<void>;
  /** The secret of the session of this request. */
  secretOf(c: Context): string | undefined;
}

export interface AccessOptions {
  readonly settings?: AccessSettings;
  /** Cheaper hashes for tests. */
  readonly scrypt?: ScryptCost;
}

export const API_PATH = '/api/';

export async function openAccess(
  engine: Engine,
  now: () => Date,
  newId: () => string,
  { settings = LOCAL_SETTINGS, scrypt }: AccessOptions = {},
): Promise<Access> {
  const accounts = await openAccounts(engine, now, newId);
  const sessions = await openSessions(engine, () => now().getTime());
  const tokens = await openTokens(engine, now, newId);

  const userOf = (account: Account | undefined): User =>
    account === undefined || !canSignIn(account)
      ? NOBODY
      : { id: account.id, name: account.name || account.login, role: account.role };

  const secretOf = (c: Context) => getCookie(c, COOKIE, isSecure(c, settings) ? 'host' : undefined);

  function bySession(c: Context): User {
    if (!accounts.inUse()) return LOCAL;
    const secret = secretOf(c);
    const id = secret === undefined ? undefined : sessions.accountOf(secret);
    return userOf(id === undefined ? undefined : accounts.get(id));
  }

  /** A browser sends no bearer token by itself, so another site cannot make it ask anything. */
  function byToken(c: Context): User {
    const secret = /^Bearer ([\w-]{20,100})$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const token = secret === undefined ? undefined : tokens.use(secret);
    if (token === undefined) return NOBODY;
    const local = token.account === LOCAL.id && !accounts.inUse();
    const owner = local ? LOCAL : userOf(accounts.get(token.account));
    return covers(owner.role, token.role) ? { ...owner, role: token.role } : owner;
  }

  return {
    settings,
    accounts,
    sessions,
    tokens,
    passwords: createPasswords(scrypt),
    throttle: createThrottle(() => now().getTime()),
    institution: settings.institution === undefined ? undefined : createInstitution(settings.institution),
    identify: (c) => (c.req.path.startsWith(API_PATH) ? byToken(c) : bySession(c)),
    secretOf,
    signIn: async (c, account) => {
      const before = secretOf(c);
      if (before !== undefined) await sessions.end(before);
      const secure = isSecure(c, settings);
      setCookie(c, COOKIE, await sessions.start(account.id), {
        path: '/',
        httpOnly: true,
        // Lax, not Strict: a link in a message to a page here must not look signed out.
        sameSite: 'Lax',
        secure,
        ...(secure ? { prefix: 'host' as const } : {}),
      });
    },
    signOut: async (c) => {
      const secret = secretOf(c);
      if (secret !== undefined) await sessions.end(secret);
      const secure = isSecure(c, settings);
      deleteCookie(c, COOKIE, { path: '/', secure, ...(secure ? { prefix: 'host' as const } : {}) });
    },
  };
}

const COOKIE = 'zorgcluster';

/** The address of the settings through which this request came; undefined on this machine's own names. */
export function addressOf(c: Context, { addresses }: AccessSettings): URL | undefined {
  const host = hostOf(c);
  return addresses.find((address) => address.host === host);
}

export function hostOf(c: Context): string {
  return (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();
}

/** The address by which whoever asks reaches this server. */
export function originOf(c: Context, settings: AccessSettings): string {
  return addressOf(c, settings)?.origin ?? `http://${hostOf(c)}`;
}

export function isSecure(c: Context, settings: AccessSettings): boolean {
  return addressOf(c, settings)?.protocol === 'https:';
}

/** Where a request comes from, for the throttle only: it is kept nowhere. */
export function senderOf(c: Context, { proxies }: AccessSettings): string {
  if (proxies > 0) {
    // The last entries are those of our own proxies; what stands before them a sender can make up.
    const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    const sender = hops.at(-proxies);
    if (sender !== undefined && sender !== '') return sender;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
