/** One's own account: password, sessions, tokens for programs, and how programs use them. */

import { type Context, Hono } from 'hono';
import { Refusal, refuse } from '../../src/index.ts';
import { Account, type AccountNotice } from '../../views/pages/account.tsx';
import { Interface } from '../../views/pages/interface.tsx';
import { originOf, senderOf } from '../access/access.ts';
import { needs } from '../access/needs.ts';
import { passwordFault } from '../access/password.ts';
import { covers, ROLES } from '../access/user.ts';
import { API_BASE, API_OPERATIONS } from '../api/description.ts';
import { fieldsOf } from '../fields.ts';
import { page, sentences, viewOf } from '../respond.tsx';
import { createSaid } from '../said.ts';
import type { Services } from '../services.ts';

export function accountRoutes(services: Services): Hono {
  const routes = new Hono();
  const { access } = services;
  const { accounts, passwords, sessions, tokens } = access;

  const said = createSaid<AccountNotice>(services);

  function show(c: Context, notice: AccountNotice = {}): Response {
    const view = viewOf(c, services);
    const { id, role } = c.get('user');
    const account = accounts.get(id);
    return page(
      c,
      <Account
        view={view}
        account={
          account === undefined
            ? undefined
            : { login: account.login, hasPassword: account.password !== '', sessions: sessions.count(id) }
        }
        roles={ROLES.filter((each) => covers(role, each))}
        tokens={tokens.listOf(id)}
        notice={notice}
      />,
      notice.refused === undefined ? 200 : 400,
    );
  }

  /** What goes wrong is said on the page itself. */
  async function attempt(c: Context, work: () => Promise<AccountNotice>): Promise<Response> {
    try {
      return said.leadTo(c, '/account', await work());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return show(c, { refused: sentences(error.issues, viewOf(c, services).lang) });
    }
  }

  routes.get('/method/interface', needs('viewer'), (c) => {
    const base = `${originOf(c, access.settings)}${API_BASE}`;
    return page(c, <Interface view={viewOf(c, services)} base={base} operations={API_OPERATIONS} />);
  });

  routes.get('/account', needs('viewer'), (c) => show(c, said.read(c)));

  routes.post('/account/password', needs('viewer'), async (c) => {
    const fields = await fieldsOf(c);
    return attempt(c, async () => {
      const account = accounts.get(c.get('user').id);
      const next = fields.get('password') ?? '';
      if (account === undefined || account.password === '') throw refuse('password-wrong');
      const sender = senderOf(c, access.settings);
      const wait = access.throttle.attempt(account.login, sender);
      if (wait > 0) throw refuse('sign-in-wait', { seconds: wait });
      if (!(await passwords.verify(fields.get('current') ?? '', account.password))) {
        throw refuse('password-wrong');
      }
      access.throttle.succeeded(account.login, sender);
      const fault = passwordFault(next, account.login);
      if (fault !== undefined) throw refuse(fault);
      if (next !== fields.get('again')) throw refuse('password-differs');
      const deed = { who: account.id, action: 'password' } as const;
      const changed = await accounts.change(account.id, { password: await passwords.hash(next) }, deed);
      // Whoever knew the old password is out; this browser gets a session of its own.
      await sessions.endAll(account.id);
      await access.signIn(c, changed);
      return { done: 'password' };
    });
  });

  routes.post('/account/sessions', needs('viewer'), async (c) => {
    await sessions.endAll(c.get('user').id, access.secretOf(c));
    return said.leadTo(c, '/account', { done: 'sessions' });
  });

  routes.post('/account/tokens', needs('viewer'), async (c) => {
    const fields = await fieldsOf(c);
    return attempt(c, async () => {
      const user = c.get('user');
      const asked = ROLES.find((each) => each === fields.get('role')) ?? 'viewer';
      // A token never does more than its owner, whatever the form says.
      const role = covers(user.role, asked) ? asked : 'viewer';
      const given = { account: user.id, name: fields.get('name') ?? '', role };
      return { secret: await tokens.add({ ...given, days: Number(fields.get('days')) }) };
    });
  });

  routes.post('/account/tokens/:id/withdraw', needs('viewer'), async (c) => {
    await tokens.remove(c.get('user').id, c.req.param('id'));
    return c.redirect('/account#tokens', 303);
  });

  return routes;
}
