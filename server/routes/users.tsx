/** People and their roles: invited, given another role, switched off. */

import { type Context, Hono } from 'hono';
import { Refusal, refuse } from '../../src/index.ts';
import { Users, type UsersNotice } from '../../views/pages/users.tsx';
import { addressOf, hostOf } from '../access/access.ts';
import { canSignIn, cleanLogin } from '../access/accounts.ts';
import { needs } from '../access/needs.ts';
import { passwordFault } from '../access/password.ts';
import { ROLES, type Role } from '../access/user.ts';
import { fieldsOf } from '../fields.ts';
import { notFound, page, sentences, viewOf } from '../respond.tsx';
import { createSaid } from '../said.ts';
import type { Services } from '../services.ts';

export function usersRoutes(services: Services): Hono {
  const routes = new Hono();
  const { access } = services;
  const { accounts, passwords, sessions, tokens, institution, settings } = access;

  const said = createSaid<UsersNotice>(services);

  function show(c: Context, notice: UsersNotice = {}): Response {
    const view = viewOf(c, services);
    const users = accounts.list().map((account) => ({
      id: account.id,
      login: account.login,
      name: account.name,
      role: account.role,
      active: account.active,
      waiting: account.active && !canSignIn(account),
      own: account.id === c.get('user').id,
      sessions: sessions.count(account.id),
    }));
    return page(
      c,
      <Users
        view={view}
        inUse={accounts.inUse()}
        users={users}
        rolesFromClaim={institution !== undefined && !institution.byInvitation}
        notice={notice}
      />,
      notice.refused === undefined ? 200 : 400,
    );
  }

  async function attempt(c: Context, work: () => Promise<UsersNotice>): Promise<Response> {
    try {
      const notice = await work();
      // Who gave up being administrator is not led to a page that is closed to them now.
      const still = accounts.get(c.get('user').id)?.role === 'administrator';
      return still ? said.leadTo(c, '/users', notice) : c.redirect('/account', 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, { refused: sentences(error.issues, viewOf(c, services).lang) });
    }
  }

  /** The address to hand out: the one others reach, else the one this request came by. */
  function linkTo(c: Context, secret: string): string {
    const base = (addressOf(c, settings) ?? settings.addresses[0])?.origin ?? `http://${hostOf(c)}`;
    return `${base}/link/${secret}`;
  }

  const roleOf = (fields: ReadonlyMap<string, string>, otherwise: Role = 'viewer') =>
    ROLES.find((role) => role === fields.get('role')) ?? otherwise;

  routes.get('/users', needs('administrator'), (c) => show(c, said.read(c)));

  // As long as there are no accounts: whoever sits here becomes the first administrator at once.
  routes.post('/users/first', needs('administrator'), async (c) => {
    const fields = await fieldsOf(c);
    if (accounts.inUse()) return c.redirect('/users', 303);
    return attempt(c, async () => {
      const login = fields.get('login') ?? '';
      const password = fields.get('password') ?? '';
      const fault = passwordFault(password, cleanLogin(login));
      if (fault !== undefined) throw refuse(fault);
      if (password !== fields.get('again')) throw refuse('password-differs');
      const given = { login, name: (fields.get('name') ?? '').trim().slice(0, 100) };
      const account = await accounts.add(
        { ...given, role: 'administrator', password: await passwords.hash(password) },
        { who: c.get('user').id, action: 'account' },
      );
      await access.signIn(c, account);
      c.set('user', { id: account.id, name: account.name || account.login, role: account.role });
      return { done: 'first' };
    });
  });

  routes.post('/users', needs('administrator'), async (c) => {
    const fields = await fieldsOf(c);
    // Whoever sits here without an account would lock the door behind somebody else's key.
    if (!accounts.inUse()) return c.redirect('/users', 303);
    return attempt(c, async () => {
      const deed = { who: c.get('user').id, action: 'invite' } as const;
      const given = {
        login: fields.get('login') ?? '',
        name: (fields.get('name') ?? '').trim().slice(0, 100),
      };
      const account = await accounts.add({ ...given, role: roleOf(fields) }, deed);
      return {
        link: linkTo(c, await accounts.newLink(account.id, deed)),
        name: account.name || account.login,
      };
    });
  });

  routes.post('/users/:id', needs('administrator'), async (c) => {
    const fields = await fieldsOf(c);
    const before = accounts.get(c.req.param('id'));
    if (before === undefined) return notFound(c, services);
    return attempt(c, async () => {
      const active = fields.get('active') !== 'no';
      const deed = { who: c.get('user').id, action: 'account' } as const;
      const after = await accounts.change(before.id, { role: roleOf(fields, before.role), active }, deed);
      if (!active) {
        await sessions.endAll(after.id);
        await tokens.removeAll(after.id, deed.who);
      }
      return { done: 'changed', name: after.name || after.login };
    });
  });

  routes.post('/users/:id/link', needs('administrator'), async (c) => {
    const account = accounts.get(c.req.param('id'));
    if (account === undefined || !account.active) return notFound(c, services);
    const deed = { who: c.get('user').id, action: 'invite' } as const;
    const link = linkTo(c, await accounts.newLink(account.id, deed));
    return said.leadTo(c, '/users', { link, name: account.name || account.login });
  });

  return routes;
}
