/** Signing in and out, by password or through the institution, and the one-time link with which an account begins. */

import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Refusal, refuse } from '../../src/index.ts';
import { OneTimeLink } from '../../views/pages/one-time-link.tsx';
import { SendAgainPage, SignIn } from '../../views/pages/sign-in.tsx';
import { isSecure, originOf, senderOf } from '../access/access.ts';
import { type Account, canSignIn, cleanLogin } from '../access/accounts.ts';
import { institutionAccount } from '../access/institution-account.ts';
import { needs } from '../access/needs.ts';
import { passwordFault } from '../access/password.ts';
import { fieldsOf, ownPath } from '../fields.ts';
import { type HeldForm, readHeld } from '../held-form.ts';
import { page, sentences, viewOf } from '../respond.tsx';
import type { Services } from '../services.ts';
import { addAudit } from '../store/audit.ts';

const PENDING_COOKIE = 'zorgcluster-institution';

export function signInRoutes(services: Services): Hono {
  const routes = new Hono();
  const { access } = services;
  const { accounts, passwords, throttle, institution, settings } = access;

  function signInPage(c: Context, next: string, refused?: Refusal, login = '', held?: HeldForm): Response {
    const view = viewOf(c, services);
    const said = refused === undefined ? [] : sentences(refused.issues, view.lang);
    const code = refused?.issues[0]?.code;
    const status = refused === undefined ? 200 : code === 'sign-in-wait' ? 429 : 401;
    return page(
      c,
      <SignIn
        view={view}
        next={next}
        login={login}
        refused={said}
        institution={institution?.label}
        lapsed={held === undefined ? undefined : 'held'}
        held={held}
      />,
      status,
    );
  }

  async function note(action: 'sign-in' | 'sign-in-refused' | 'sign-out', who: string): Promise<void> {
    const at = services.now().toISOString();
    await services.engine.transaction((transaction) =>
      addAudit(transaction, { at, action, dataSet: '', who, detail: {} }),
    );
  }

  /** @throws Refusal `sign-in-wait` or `sign-in-wrong` */
  async function checked(c: Context, login: string, password: string): Promise<Account> {
    const sender = senderOf(c, settings);
    const wait = passwords.busy() ? 10 : throttle.attempt(cleanLogin(login), sender);
    if (wait > 0) {
      c.header('Retry-After', String(wait));
      throw refuse('sign-in-wait', { seconds: wait });
    }
    const account = accounts.byLogin(login);
    const stored = account !== undefined && account.password !== '' ? account.password : undefined;
    const right = await passwords.verify(password, stored);
    if (!right || account === undefined || !canSignIn(account)) {
      if (account !== undefined) await note('sign-in-refused', account.id);
      throw refuse('sign-in-wrong');
    }
    throttle.succeeded(cleanLogin(login), sender);
    if (!passwords.isOutdated(account.password)) return account;
    const deed = { who: account.id, action: 'password' } as const;
    return accounts.change(account.id, { password: await passwords.hash(password) }, deed);
  }

  routes.get('/sign-in', needs('anyone'), (c) => {
    const next = ownPath(c.req.query('next'));
    return c.get('user').role === 'nobody' ? signInPage(c, next) : c.redirect(next, 303);
  });

  routes.post('/sign-in', needs('anyone'), async (c) => {
    const fields = await fieldsOf(c);
    const next = ownPath(fields.get('next'));
    const login = fields.get('login') ?? '';
    const held = readHeld(fields.get('held'));
    try {
      const account = await checked(c, login, fields.get('password') ?? '');
      await access.signIn(c, account);
      await note('sign-in', account.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return signInPage(c, next, error, login, held);
    }
    if (held === undefined) return c.redirect(next, 303);
    return page(c, <SendAgainPage view={viewOf(c, services)} next={next} held={held} />);
  });

  routes.post('/sign-out', needs('anyone'), async (c) => {
    const { id } = c.get('user');
    await access.signOut(c);
    if (id !== '') await note('sign-out', id);
    return c.redirect('/sign-in', 303);
  });

  const origin = (c: Context): string => originOf(c, settings);
  const RETURN = '/sign-in/institution/return';

  // By a link, not a form: the policy of our pages lets forms go to this server only.
  routes.get('/sign-in/institution', needs('anyone'), async (c) => {
    const next = ownPath(c.req.query('next'));
    if (institution === undefined) return c.redirect('/sign-in', 303);
    try {
      const kept = { next, invitation: c.req.query('link') ?? '' };
      const { address, key } = await institution.begin(`${origin(c)}${RETURN}`, kept);
      setCookie(c, PENDING_COOKIE, key, {
        path: '/sign-in',
        httpOnly: true,
        sameSite: 'Lax',
        secure: isSecure(c, settings),
        maxAge: 600,
      });
      return c.redirect(address.href, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return signInPage(c, next, error);
    }
  });

  routes.get(RETURN, needs('anyone'), async (c) => {
    if (institution === undefined) return c.redirect('/sign-in', 303);
    const key = getCookie(c, PENDING_COOKIE) ?? '';
    deleteCookie(c, PENDING_COOKIE, { path: '/sign-in' });
    try {
      const answer = new URL(`${origin(c)}${RETURN}${new URL(c.req.url).search}`);
      const { person, next, invitation } = await institution.finish(key, answer);
      const account = await institutionAccount(access, person, invitation);
      await access.signIn(c, account);
      await note('sign-in', account.id);
      return c.redirect(next, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return signInPage(c, '/', error);
    }
  });

  function linkPage(
    c: Context,
    secret: string,
    fields: ReadonlyMap<string, string>,
    refused: readonly string[],
  ) {
    const view = viewOf(c, services);
    const account = accounts.linked(secret);
    if (account === undefined) throw refuse('link-used');
    return page(
      c,
      <OneTimeLink
        view={view}
        secret={secret}
        login={account.login}
        typed={{ login: fields.get('login') ?? '', name: fields.get('name') ?? account.name }}
        role={account.role}
        refused={refused}
        institution={institution?.label}
      />,
      refused.length > 0 ? 400 : 200,
    );
  }

  routes.get('/link/:secret', needs('anyone'), (c) => linkPage(c, c.req.param('secret'), new Map(), []));

  // A secret of 256 bits cannot be guessed, but every try costs a hash: it waits like a password.
  routes.post('/link/:secret', needs('anyone'), async (c) => {
    const secret = c.req.param('secret');
    const fields = await fieldsOf(c);
    try {
      const account = accounts.linked(secret);
      if (account === undefined) throw refuse('link-used');
      const password = fields.get('password') ?? '';
      const login = account.login === '' ? (fields.get('login') ?? '') : account.login;
      const fault = passwordFault(password, cleanLogin(login));
      if (fault !== undefined) throw refuse(fault);
      if (password !== fields.get('again')) throw refuse('password-differs');
      const name = (fields.get('name') ?? '').trim().slice(0, 100);
      const chosen = await accounts.useLink(secret, {
        login,
        name,
        password: await passwords.hash(password),
      });
      await access.sessions.endAll(chosen.id);
      await access.signIn(c, chosen);
      await note('sign-in', chosen.id);
    } catch (error) {
      if (!(error instanceof Refusal) || accounts.linked(secret) === undefined) throw error;
      return linkPage(c, secret, fields, sentences(error.issues, viewOf(c, services).lang));
    }
    return c.redirect('/', 303);
  });

  return routes;
}
