/** Signing in through the institution, against a real provider in a process of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../server/access/settings.ts';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';
import { type Answer, firstAdministrator, PASSWORD, shownSecret, type Visitor, visitor } from './visitor.ts';

const RETURN = `${ORIGIN}/sign-in/institution/return`;

interface Provider {
  readonly child: ChildProcess;
  readonly issuer: string;
}

async function startProvider(method: string): Promise<Provider> {
  const script = join(PACKAGE_ROOT, 'test', 'support', 'oidc-provider.mjs');
  const child = spawn(process.execPath, [script, RETURN, method], { stdio: ['ignore', 'pipe', 'ignore'] });
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout!.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error('The provider did not start')));
  });
  return { child, issuer };
}

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider('client_secret_post');
});
afterAll(() => provider.child.kill());

let app: TestApp;
afterEach(() => app.close());

const BY_CLAIM = {
  ZORGCLUSTER_OIDC_ROLE_CLAIM: 'realm_access.roles',
  ZORGCLUSTER_OIDC_ROLES: 'lezers=viewer,analisten=analyst,beheer=administrator',
};

async function open(more: Record<string, string> = {}, issuer = provider.issuer): Promise<TestApp> {
  const settings = readSettings({
    ZORGCLUSTER_OIDC_ISSUER: issuer,
    ZORGCLUSTER_OIDC_CLIENT_ID: 'zorgcluster',
    ZORGCLUSTER_OIDC_CLIENT_SECRET: 'a-secret-of-the-test',
    ZORGCLUSTER_OIDC_LABEL: 'Instelling',
    ...more,
  });
  app = await openApp(null, { access: { settings } });
  return app;
}

/** What a person does at the provider: name, password, consent. @returns the address that leads back */
async function atProvider(start: string, name: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; body?: string } = { url: start };
  for (let step = 0; step < 20; step += 1) {
    if (next.url.startsWith(ORIGIN)) return next.url;
    const response: Response = await fetch(next.url, {
      redirect: 'manual',
      method: next.body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(next.body === undefined ? {} : { body: next.body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(key, value);
    }
    const to = response.headers.get('location');
    if (to !== null) {
      next = { url: new URL(to, next.url).href };
      continue;
    }
    const html = await response.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(html);
    const body = new URLSearchParams({ prompt, login: name, password: 'x' }).toString();
    next = { url: new URL(action, next.url).href, body };
  }
  throw new Error('The provider goes round in circles');
}

/** Start to end; the answer of this server to what the provider sent along. */
async function comeIn(who: Visitor, name: string, query = ''): Promise<Answer> {
  const away = await who.get(`/sign-in/institution${query}`);
  expect(away.status).toBe(303);
  const back = new URL(await atProvider(away.to, name));
  return who.get(`${back.pathname}${back.search}`);
}

describe('with roles from a claim', () => {
  test('an account is made at the first sign-in, its role follows the claim at every one', async () => {
    await open(BY_CLAIM);
    await firstAdministrator(app);
    const me = visitor(app);
    expect((await me.get('/sign-in')).words).toContain('Aanmelden via Instelling');
    const first = await comeIn(me, 'anna+lezers+anders', '?next=/data');
    expect([first.status, first.to]).toEqual([303, '/data']);
    expect((await me.get('/data')).words).toContain('Naam van anna+lezers+anders');
    expect((await me.get('/users')).status).toBe(403);
    const { accounts } = app.services.access;
    const made = accounts.byLogin('anna@instelling.nl')!;
    expect(made).toMatchObject({
      role: 'viewer',
      password: '',
      subject: `${provider.issuer} anna+lezers+anders`,
    });
    // Changed here; at the next sign-in the institution's word holds.
    await accounts.change(made.id, { role: 'analyst' }, { who: 'test', action: 'account' });
    await comeIn(me, 'anna+lezers+anders');
    expect(accounts.get(made.id)?.role).toBe('viewer');
    // Such an account has no password to guess.
    expect((await visitor(app).post('/sign-in', { login: 'anna@instelling.nl', password: '' })).status).toBe(
      401,
    );
    expect((await me.get('/account')).words).toContain('daar wijzigt u ook uw wachtwoord');
  });

  test('the highest of several roles; without any nobody comes in; a name that is taken gets another', async () => {
    await open(BY_CLAIM);
    await firstAdministrator(app);
    await comeIn(visitor(app), 'els+lezers+beheer');
    await comeIn(visitor(app), 'els+analisten');
    const roles = app.services.access.accounts.list().map(({ login, role }) => [login, role]);
    expect(roles).toContainEqual(['els@instelling.nl', 'administrator']);
    expect(roles).toContainEqual(['iedereen@instelling.nl', 'analyst']);
    const refused = await comeIn(visitor(app), 'piet+tuinman');
    expect([refused.status, refused.words.includes('hier hebt u geen toegang')]).toEqual([401, true]);
    expect(app.services.access.accounts.list()).toHaveLength(3);
  });

  test('who is switched off here stays out', async () => {
    await open(BY_CLAIM);
    await firstAdministrator(app);
    const me = visitor(app);
    await comeIn(me, 'jan+lezers');
    const { accounts } = app.services.access;
    const jan = accounts.byLogin('jan@instelling.nl')!;
    await accounts.change(jan.id, { active: false }, { who: 'test', action: 'account' });
    expect((await comeIn(me, 'jan+lezers')).status).toBe(401);
    expect((await me.get('/data')).status).toBe(401);
  });
});

describe('by invitation', () => {
  test('the link binds the account to who came with it; nobody else comes in, whatever their e-mail address', async () => {
    await open();
    const boss = await firstAdministrator(app);
    const stranger = await comeIn(visitor(app), 'vreemd');
    expect([stranger.status, stranger.words.includes('hier hebt u geen toegang')]).toEqual([401, true]);
    // The provider gives everybody this address: it must open no door.
    const answer = await boss.post('/users', { login: 'iedereen@instelling.nl', role: 'analyst' });
    expect((await comeIn(visitor(app), 'vreemd')).status).toBe(401);

    const secret = new URL(shownSecret(answer)).pathname.slice('/link/'.length);
    const guest = visitor(app);
    expect((await guest.get(`/link/${secret}`)).words).toContain('gebruik het account van uw instelling');
    expect((await comeIn(guest, 'gast', `?link=${secret}`)).status).toBe(303);
    expect((await guest.get('/data')).status).toBe(200);
    expect((await comeIn(visitor(app), 'vreemd', `?link=${secret}`)).words).toContain(
      'al gebruikt of verlopen',
    );
    const again = visitor(app);
    expect((await comeIn(again, 'gast')).status).toBe(303);
    expect((await again.get('/account')).words).toContain('met de rol analist');
  });

  test('with a provider that wants the client’s secret in a header', async () => {
    const basic = await startProvider('client_secret_basic');
    await open(BY_CLAIM, basic.issuer);
    await firstAdministrator(app);
    expect((await comeIn(visitor(app), 'anna+lezers')).status).toBe(303);
    basic.child.kill();
  });
});

describe('what is turned down', () => {
  test('an answer without its question, of another browser, given twice, or changed on the way', async () => {
    await open(BY_CLAIM);
    await firstAdministrator(app);
    const expectRefused = async (answer: Promise<Answer>) => {
      const { status, words } = await answer;
      expect([status, words.includes('niet gelukt of duurde te lang')]).toEqual([401, true]);
    };
    await expectRefused(visitor(app).get('/sign-in/institution/return?code=x&state=y'));

    const me = visitor(app);
    const away = await me.get('/sign-in/institution');
    const sent = new URL(away.to);
    expect(Object.fromEntries(sent.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: RETURN,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(sent.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    }
    const back = new URL(await atProvider(away.to, 'anna+beheer'));
    await expectRefused(visitor(app).get(`${back.pathname}${back.search}`));
    expect(me.cookies.has('zorgcluster-institution')).toBe(true);
    const other = new URL(back);
    other.searchParams.set('state', 'A'.repeat(43));
    await expectRefused(me.get(`${other.pathname}${other.search}`));
    await expectRefused(me.get(`${back.pathname}${back.search}`));
    expect(app.services.access.accounts.list()).toHaveLength(1);
  });

  test('a provider that does not answer is one sentence, and passwords go on', async () => {
    await open({}, 'http://127.0.0.1:9');
    await firstAdministrator(app);
    const answer = await visitor(app).get('/sign-in/institution');
    expect([answer.status, answer.words.includes('geeft geen antwoord')]).toEqual([401, true]);
    const fields = { login: 'beheer@instelling.nl', password: PASSWORD };
    expect((await visitor(app).post('/sign-in', fields)).status).toBe(303);
  });
});
