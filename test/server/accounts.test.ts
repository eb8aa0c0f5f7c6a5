/** Accounts from the first administrator on: links, passwords, roles, and what is written down of them. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApp, type TestApp } from './open-app.ts';
import { firstAdministrator, invited, PASSWORD, shownSecret, type Visitor, visitor } from './visitor.ts';

let app: TestApp;
let clock: number;
beforeEach(async () => {
  clock = Date.parse('2026-11-21T09:00:00Z');
  app = await openApp(null, { now: () => new Date(clock) });
});
afterEach(() => app.close());

const MINUTE = 60_000;
const signIn = (who: Visitor, password = PASSWORD, login = 'beheer@instelling.nl', next = '/data') =>
  who.post('/sign-in', { login, password, next });

async function trail(): Promise<string[]> {
  const rows = await app.services.engine.all('select action, who, detail from audit order by number');
  return rows.map(({ action }) => String(action));
}

describe('without accounts', () => {
  test('whoever sits here is administrator, and is told so', async () => {
    const me = visitor(app);
    expect((await me.get('/users')).words).toContain('Nu is iedereen achter deze computer beheerder');
    expect((await me.get('/account')).words).toContain('wie achter deze computer zit, is beheerder');
    expect((await me.get('/data')).words).not.toContain('Afmelden');
  });

  test('nobody is invited: that would lock the door behind somebody else’s key', async () => {
    expect((await visitor(app).post('/users', { login: 'iemand', role: 'viewer' })).to).toBe('/users');
    expect(app.services.access.accounts.list()).toEqual([]);
  });

  test('a proxy in front that writes its own Host does not let the world in', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host']) {
      expect((await visitor(app).get('/data', { [name]: '203.0.113.7' })).status).toBe(403);
    }
  });

  test('the first account is made with a password of some length', async () => {
    const me = visitor(app);
    const given = { login: 'ik@instelling.nl', name: 'Ik' };
    const short = await me.post('/users/first', { ...given, password: 'elf tekens!', again: 'elf tekens!' });
    expect(short.status).toBe(400);
    expect(short.words).toContain('Het wachtwoord moet minstens 12 tekens hebben');
    const differs = await me.post('/users/first', { ...given, password: PASSWORD, again: `${PASSWORD}!` });
    expect(differs.words).toContain('De twee wachtwoorden zijn niet gelijk');
    const same = { login: 'ik@instelling.nl', password: 'IK@instelling.nl', again: 'IK@instelling.nl' };
    expect((await me.post('/users/first', same)).words).toContain('niet hetzelfde zijn als de naam');
    const odd = await me.post('/users/first', { login: 'a b', password: PASSWORD, again: PASSWORD });
    expect(odd.words).toContain('3 tot 100 tekens zonder spaties');
    expect(app.services.access.accounts.inUse()).toBe(false);
  });
});

describe('with accounts', () => {
  let boss: Visitor;
  beforeEach(async () => {
    boss = await firstAdministrator(app);
  });

  test('the first administrator is signed in; anybody else is asked to, at the address they wanted', async () => {
    expect((await boss.get('/users')).words).toContain('Bo Beheer (u)');
    const stranger = await visitor(app).get('/data?x=1');
    expect(stranger.status).toBe(401);
    expect(stranger.words).toContain('Aanmelden');
    expect(stranger.html).toContain('name="next" value="/data?x=1"');
    expect(stranger.html).not.toContain('Hoofdmenu');
  });

  test('the password is kept as a scrypt hash with its own salt, and stands in no answer or trail', async () => {
    const [row] = await app.services.engine.all('select password from account');
    expect(String(row?.password)).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    const everything = JSON.stringify(await app.services.engine.all('select * from audit'));
    expect(everything).not.toContain(PASSWORD);
    expect(everything).not.toContain('instelling.nl');
  });

  test('signing in: right, wrong and unknown; the name in any letters', async () => {
    const me = visitor(app);
    const wrong = await signIn(me, 'een ander wachtwoord');
    expect(wrong.status).toBe(401);
    expect(wrong.words).toContain('horen niet bij elkaar');
    const unknown = await signIn(me, PASSWORD, 'niemand@instelling.nl');
    expect(unknown.words.replace('niemand', 'beheer')).toBe(wrong.words);
    expect(me.cookies.size).toBe(0);
    const right = await signIn(me, PASSWORD, ' BEHEER@instelling.nl ');
    expect([right.status, right.to]).toEqual([303, '/data']);
    expect((await me.get('/data')).status).toBe(200);
  });

  test('leads to pages of this server only', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'data', '/a\r\nb']) {
      expect((await signIn(visitor(app), PASSWORD, undefined, next)).to).toBe('/');
    }
  });

  test('guessing is slowed down, by name and by address, also for names that are not there', async () => {
    for (const login of ['beheer@instelling.nl', 'niemand@instelling.nl']) {
      const me = visitor(app);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        expect((await signIn(me, 'geraden wachtwoord', login)).status).toBe(401);
      }
      const slowed = await signIn(me, PASSWORD, login);
      expect(slowed.status).toBe(429);
      expect(slowed.words).toContain('Wacht 15 seconden');
      expect(slowed.headers.get('retry-after')).toBe('15');
    }
    clock += 16_000;
    expect((await signIn(visitor(app))).status).toBe(303);
    for (let n = 0; n < 40; n += 1) await signIn(visitor(app), 'x', `naam${n}`);
    expect((await signIn(visitor(app), PASSWORD)).status).toBe(429);
    clock += 15 * MINUTE;
    expect((await signIn(visitor(app), PASSWORD)).status).toBe(303);
  });

  test('an invitation: a link that works once and for three days, shown once, kept as a hash', async () => {
    const answer = await boss.post('/users', { login: 'Lezer@instelling.nl', name: 'Lee', role: 'viewer' });
    const path = new URL(shownSecret(answer)).pathname;
    expect((await boss.get('/users')).html).not.toContain(path);
    const links = JSON.stringify(await app.services.engine.all('select * from one_time_link'));
    expect(links).not.toContain(path.slice('/link/'.length));

    const guest = visitor(app);
    const page = await guest.get(path);
    expect(page.words).toContain('U krijgt de rol lezer');
    expect(page.html).toContain('value="lezer@instelling.nl" readonly');
    const short = await guest.post(path, { password: 'kort', again: 'kort' });
    expect([short.status, short.words.includes('minstens 12 tekens')]).toEqual([400, true]);
    // A form may say another name; the link's own counts.
    const chosen = await guest.post(path, {
      login: 'iemand',
      name: 'Lee',
      password: PASSWORD,
      again: PASSWORD,
    });
    expect([chosen.status, chosen.to]).toEqual([303, '/']);
    expect((await guest.get('/data')).words).toContain('Lee');
    expect(app.services.access.accounts.byLogin('iemand')).toBeUndefined();
    const again = await visitor(app).post(path, { password: PASSWORD, again: PASSWORD });
    expect([again.status, again.words.includes('al gebruikt of verlopen')]).toEqual([400, true]);
    expect((await visitor(app).get(path)).status).toBe(400);

    const late = new URL(shownSecret(await boss.post('/users', { login: 'laat', role: 'viewer' }))).pathname;
    clock += 3 * 24 * 60 * MINUTE + 1;
    expect((await visitor(app).get(late)).status).toBe(400);
  });

  test('sent twice at once a link still works once', async () => {
    const path = new URL(shownSecret(await boss.post('/users', { login: 'dubbel', role: 'analyst' })))
      .pathname;
    const send = () => visitor(app).post(path, { password: PASSWORD, again: PASSWORD });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400]);
  });

  test('another link takes the place of the one before; a new password ends all sessions', async () => {
    const guest = await invited(app, boss, 'gast', 'viewer');
    const { id } = app.services.access.accounts.byLogin('gast')!;
    const first = new URL(shownSecret(await boss.post(`/users/${id}/link`))).pathname;
    const second = new URL(shownSecret(await boss.post(`/users/${id}/link`))).pathname;
    expect((await visitor(app).get(first)).status).toBe(400);
    expect((await guest.get('/data')).status).toBe(200);
    const fields = { password: `${PASSWORD} 2`, again: `${PASSWORD} 2` };
    expect((await visitor(app).post(second, fields)).status).toBe(303);
    expect((await guest.get('/data')).status).toBe(401);
    expect((await signIn(guest, PASSWORD, 'gast')).status).toBe(401);
    expect((await signIn(guest, `${PASSWORD} 2`, 'gast')).status).toBe(303);
  });

  test('a role changes at once; who is switched off is out, with tokens, and can come back', async () => {
    const guest = await invited(app, boss, 'gast', 'viewer');
    const { id } = app.services.access.accounts.byLogin('gast')!;
    expect((await guest.get('/users')).status).toBe(403);
    await boss.post(`/users/${id}`, { role: 'administrator' });
    expect((await guest.get('/users')).status).toBe(200);
    const token = shownSecret(
      await guest.post('/account/tokens', { name: 'dwh', role: 'viewer', days: '9' }),
    );
    await boss.post(`/users/${id}`, { active: 'no' });
    expect((await guest.get('/data')).status).toBe(401);
    expect((await signIn(visitor(app), PASSWORD, 'gast')).status).toBe(401);
    expect(app.services.access.tokens.use(token)).toBeUndefined();
    await boss.post(`/users/${id}`, { active: 'yes' });
    expect((await signIn(guest, PASSWORD, 'gast')).status).toBe(303);
    expect(app.services.access.accounts.get(id)?.role).toBe('administrator');
  });

  test('the last administrator stays one', async () => {
    const [me] = app.services.access.accounts.list();
    for (const fields of [{ role: 'viewer' }, { active: 'no' }]) {
      const answer = await boss.post(`/users/${me!.id}`, fields);
      expect(answer.status).toBe(400);
      expect(answer.words).toContain('minstens één beheerder');
    }
    await boss.post('/users', { login: 'tweede', role: 'administrator' });
    expect((await boss.post(`/users/${me!.id}`, { role: 'viewer' })).status, 'invited is not enough').toBe(
      400,
    );
    await invited(app, boss, 'derde', 'administrator');
    expect((await boss.post(`/users/${me!.id}`, { role: 'viewer' })).to).toBe('/account');
    expect((await boss.get('/users')).status).toBe(403);
  });

  test('one’s own password: asks for the current one, signs out everywhere else', async () => {
    const elsewhere = visitor(app);
    await signIn(elsewhere);
    const next = { password: 'een heel ander wachtwoord', again: 'een heel ander wachtwoord' };
    const wrong = await boss.post('/account/password', { current: 'weet ik niet', ...next });
    expect([wrong.status, wrong.words.includes('huidige wachtwoord klopt niet')]).toEqual([400, true]);
    const done = await boss.post('/account/password', { current: PASSWORD, ...next });
    expect(done.words).toContain('Uw wachtwoord is gewijzigd');
    expect((await boss.get('/data')).status).toBe(200);
    expect((await elsewhere.get('/data')).status).toBe(401);
    expect((await signIn(elsewhere, next.password)).status).toBe(303);
    await boss.post('/account/sessions');
    expect((await elsewhere.get('/data')).status).toBe(401);
  });

  test('accounts, sessions and tokens are there after a restart; audit says who', async () => {
    const { openServices } = await import('../../server/open-services.ts');
    const { createApp } = await import('../../server/app.ts');
    await invited(app, boss, 'gast', 'analyst');
    expect(await trail()).toEqual(['account', 'invite', 'invite', 'link-used', 'sign-in']);
    const who = await app.services.engine.all("select distinct who from audit where action = 'invite'");
    expect(who).toEqual([{ who: app.services.access.accounts.byLogin('beheer@instelling.nl')!.id }]);
    const token = shownSecret(await boss.post('/account/tokens', { name: 'dwh', role: 'viewer', days: '9' }));
    await app.services.engine.close();
    const again = await openServices({
      folder: app.folder,
      demo: null,
      log: () => undefined,
      now: () => new Date(clock),
      access: { scrypt: { n: 2 ** 11, r: 8, p: 1 } },
    });
    const reopened = visitor({ app: createApp(again.services) });
    for (const [name, value] of boss.cookies) reopened.cookies.set(name, value);
    expect((await reopened.get('/users')).words).toContain('gast');
    expect(again.services.access.tokens.use(token)?.name).toBe('dwh');
    // A hash made with other parameters is made anew at the next sign-in.
    expect((await signIn(reopened)).status).toBe(303);
    expect(again.services.access.accounts.byLogin('beheer@instelling.nl')?.password).toContain(
      'scrypt$2048$',
    );
    await again.close();
  });
});

describe('the link of the terminal', () => {
  test('makes an administrator, once; asked for again it is another link for the same account', async () => {
    const { accounts } = app.services.access;
    const first = await accounts.administratorLink();
    expect(accounts.inUse()).toBe(true);
    expect((await visitor(app).get('/data')).status).toBe(401);
    const secret = await accounts.administratorLink();
    expect(accounts.list()).toHaveLength(1);
    const me = visitor(app);
    expect((await me.get(`/link/${first}`)).status).toBe(400);
    const noName = await me.post(`/link/${secret}`, { password: PASSWORD, again: PASSWORD });
    expect(noName.words).toContain('3 tot 100 tekens');
    const done = await me.post(`/link/${secret}`, { login: 'baas', password: PASSWORD, again: PASSWORD });
    expect(done.status).toBe(303);
    expect((await me.get('/users')).words).toContain('baas');
  });

  test('brings somebody back in whose password is lost', async () => {
    await firstAdministrator(app);
    const secret = await app.services.access.accounts.administratorLink();
    const me = visitor(app);
    await me.post(`/link/${secret}`, { login: 'terug', password: PASSWORD, again: PASSWORD });
    expect((await me.get('/users')).words).toContain('Bo Beheer');
  });
});
