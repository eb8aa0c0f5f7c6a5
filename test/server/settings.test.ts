/** Settings of a server that others can reach: what is read, and what is refused before it listens. */

import { afterEach, describe, expect, test } from 'vitest';
import { listensLocally, readSettings } from '../../server/access/settings.ts';
import { Refusal } from '../../src/index.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';
import { firstAdministrator, invited, PASSWORD, shownSecret, type Visitor, visitor } from './visitor.ts';

function codeOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof Refusal) return `${error.issues[0]!.code} ${error.exit}`;
    throw error;
  }
  return 'read';
}

describe('reading', () => {
  test('nothing set: this machine only', () => {
    expect(readSettings({})).toEqual({ bind: '127.0.0.1', addresses: [], proxies: 0 });
    expect(listensLocally(readSettings({}))).toBe(true);
  });

  test.each([
    ['0.0.0.0', false],
    ['::', false],
    ['192.168.1.5', false],
    ['127.0.0.1.evil.example', false],
    ['127.0.0.2', true],
    ['::1', true],
    ['localhost', true],
  ])('%s is this machine only: %s', (bind, local) => {
    expect(listensLocally({ bind, addresses: [], proxies: 0 })).toBe(local);
  });

  const OIDC = {
    ZORGCLUSTER_OIDC_ISSUER: 'https://login.instelling.nl/realms/zorg',
    ZORGCLUSTER_OIDC_CLIENT_ID: 'zorgcluster',
    ZORGCLUSTER_OIDC_CLIENT_SECRET: 'geheim',
  };

  test.each([
    ['an address is needed before others can come', { ZORGCLUSTER_BIND: '0.0.0.0' }, 'address-missing 2'],
    ['an address without TLS', { ZORGCLUSTER_URL: 'http://zorg.nl' }, 'address-invalid 2'],
    ['an address with a path', { ZORGCLUSTER_URL: 'https://zorg.nl/app' }, 'address-invalid 2'],
    ['no address', { ZORGCLUSTER_URL: 'zorg.nl' }, 'address-invalid 2'],
    ['a name and password in it', { ZORGCLUSTER_URL: 'https://a:b@zorg.nl' }, 'address-invalid 2'],
    ['one with TLS', { ZORGCLUSTER_URL: 'https://zorg.nl, https://zorg.nl:8443' }, 'read'],
    ['one of this machine', { ZORGCLUSTER_URL: 'http://localhost:3000' }, 'read'],
    ['proxies', { ZORGCLUSTER_PROXIES: 'two' }, 'proxies-invalid 2'],
    ['an institution', OIDC, 'read'],
    ['one in part', { ...OIDC, ZORGCLUSTER_OIDC_CLIENT_SECRET: '' }, 'institution-incomplete 2'],
    [
      'a secret that is not there',
      { ...OIDC, ZORGCLUSTER_OIDC_CLIENT_SECRET: '', ZORGCLUSTER_OIDC_CLIENT_SECRET_FILE: '/nowhere' },
      'institution-incomplete 2',
    ],
    ['one without TLS', { ...OIDC, ZORGCLUSTER_OIDC_ISSUER: 'http://login.nl' }, 'institution-address 2'],
    ['a claim without roles', { ...OIDC, ZORGCLUSTER_OIDC_ROLE_CLAIM: 'groups' }, 'institution-roles 2'],
    [
      'a role that is none',
      { ...OIDC, ZORGCLUSTER_OIDC_ROLE_CLAIM: 'groups', ZORGCLUSTER_OIDC_ROLES: 'a=boss' },
      'institution-roles 2',
    ],
  ])('%s', (_name, env, expected) => {
    expect(codeOf(env)).toBe(expected);
  });
});

describe('behind a proxy with TLS', () => {
  const SITE = 'https://zorg.example';
  let app: TestApp;
  afterEach(() => app.close());
  const open = async () => {
    app = await openApp(null, {
      access: { settings: readSettings({ ZORGCLUSTER_URL: SITE, ZORGCLUSTER_PROXIES: '1' }) },
    });
    return firstAdministrator(app, SITE);
  };

  test('the cookie is for TLS, this name and no script; the browser is told to keep to TLS', async () => {
    const boss = await open();
    const answer = await visitor(app, SITE).post('/sign-in', {
      login: 'beheer@instelling.nl',
      password: PASSWORD,
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-zorgcluster=[\w-]{43}; /);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await boss.get('/data')).status).toBe(200);
    expect((await boss.post('/sign-out')).status).toBe(303);
    expect((await boss.get('/data')).status).toBe(401);
    const kept = async (who: Visitor) => (await who.get('/sign-in?lang=en')).headers.getSetCookie()[0];
    expect(await kept(boss)).toBe('lang=en; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax');
    // On this machine itself there is no TLS to keep to.
    expect(await kept(visitor(app))).not.toContain('Secure');
    const here = await visitor(app).get('/sign-in');
    expect([here.status, here.headers.get('strict-transport-security')]).toEqual([200, null]);
  });

  test('links that are handed out have that address; other names are not answered', async () => {
    const boss = await open();
    expect(shownSecret(await boss.post('/users', { login: 'gast', role: 'viewer' }))).toMatch(
      /^https:\/\/zorg\.example\/link\//,
    );
    for (const host of ['evil.example', 'zorg.example.evil.example', 'zorg.example:8080']) {
      expect((await app.get('/sign-in', { host })).status).toBe(403);
    }
  });

  test('forms of other sites change nothing, whatever they say of themselves', async () => {
    const boss = await open();
    const token = { name: 'x', role: 'administrator', days: '9' };
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://zorg.example' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://other.zorg.example', 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await boss.post('/account/tokens', token, headers)).status, JSON.stringify(headers)).toBe(403);
      expect((await boss.post('/sign-out', {}, headers)).status).toBe(403);
      expect((await boss.post('/sign-in', {}, headers)).status).toBe(403);
    }
    const plain = await boss.post('/account/tokens', token, {
      'content-type': 'text/plain',
      origin: 'https://evil.example',
    });
    expect(plain.status).toBe(403);
    expect((await boss.get('/data')).status).toBe(200);
    expect(
      (await boss.post('/account/tokens', token, { origin: '', 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });

  test('a proxy that writes its own Host is told so, before there is a session without TLS', async () => {
    await open();
    const host = new URL(ORIGIN).host;
    const fields = { login: 'beheer@instelling.nl', password: PASSWORD };
    const answer = await visitor(app, SITE).post('/sign-in', fields, {
      host,
      'sec-fetch-site': 'same-origin',
    });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
    expect(answer.words).toContain('The proxy must pass on the Host');
  });

  test('guessing is counted per sender as our own proxy saw it, not as the sender says', async () => {
    await open();
    const guess = (n: number, hops: string) =>
      visitor(app, SITE).post('/sign-in', { login: `naam${n}`, password: 'x' }, { 'x-forwarded-for': hops });
    for (let n = 0; n < 30; n += 1) await guess(n, `10.0.0.${n}, 203.0.113.7`);
    expect((await guess(99, '10.9.9.9, 203.0.113.7')).status).toBe(429);
    expect((await guess(99, '10.9.9.9, 203.0.113.8')).status).toBe(401);
  });

  test('a form leads to a page that says what came of it: a reload sends nothing twice', async () => {
    let clock = Date.parse('2026-11-21T09:00:00Z');
    app = await openApp(null, { now: () => new Date(clock) });
    const boss = await firstAdministrator(app);
    const fields = new URLSearchParams({ login: 'gast', role: 'viewer' }).toString();
    const cookie = [...boss.cookies].map((pair) => pair.join('=')).join('; ');
    const sent = await app.post('/users', { origin: ORIGIN, cookie }, fields);
    const to = sent.headers.get('location')!;
    expect([sent.status, to.replace(/[\w-]{43}$/, 'KEY')]).toEqual([303, '/users?said=KEY']);
    const link = shownSecret(await boss.get(to));
    // Again the same link, not another one: and shown to nobody else, nor for long.
    expect(shownSecret(await boss.get(to))).toBe(link);
    const guest = await invited(app, boss, 'ander', 'administrator');
    expect((await guest.get(to)).html).not.toContain(link);
    clock += 15 * 60_000;
    expect((await boss.get(to)).html).not.toContain(link);
  });
});
