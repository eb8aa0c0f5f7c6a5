/** Sessions: when they begin and end, and what becomes of what is sent after that. */

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSessions } from '../../server/access/sessions.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';
import { firstAdministrator, PASSWORD, type Visitor, visitor } from './visitor.ts';

let app: TestApp;
let clock: number;
beforeEach(async () => {
  clock = Date.parse('2026-11-21T09:00:00Z');
  app = await openApp(null, { now: () => new Date(clock) });
  await firstAdministrator(app);
});
afterEach(() => app.close());

const MINUTE = 60_000;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const signIn = (who: Visitor, password = PASSWORD, login = 'beheer@instelling.nl', next = '/data') =>
  who.post('/sign-in', { login, password, next });

test('every sign-in is a session of its own, under a name nobody chose beforehand', async () => {
  const me = visitor(app);
  me.cookies.set('zorgcluster', 'chosen-by-somebody-else');
  await signIn(me);
  const first = me.cookies.get('zorgcluster');
  expect(first).toMatch(/^[\w-]{43}$/);
  await signIn(me);
  expect(me.cookies.get('zorgcluster')).not.toBe(first);
  const before = visitor(app);
  before.cookies.set('zorgcluster', first!);
  expect((await before.get('/data')).status).toBe(401);
  const kept = await app.services.engine.all('select hash from session');
  expect(JSON.stringify(kept)).not.toContain(me.cookies.get('zorgcluster'));
});

test('a session ends: signed out, unused for two hours, twelve hours old', async () => {
  const me = visitor(app);
  await signIn(me);
  const kept = new Map(me.cookies);
  await me.post('/sign-out');
  expect(me.cookies.size).toBe(0);
  for (const [name, value] of kept) me.cookies.set(name, value);
  expect((await me.get('/data')).status).toBe(401);

  await signIn(me);
  clock += 119 * MINUTE;
  expect((await me.get('/data')).status).toBe(200);
  clock += 121 * MINUTE;
  expect((await me.get('/data')).status).toBe(401);

  await signIn(me);
  for (let hour = 0; hour < 12; hour += 1) {
    expect((await me.get('/data')).status).toBe(200);
    clock += 60 * MINUTE;
  }
  expect((await me.get('/data')).status).toBe(401);
});

test('what is sent after a session ended is neither done nor lost: it is said, and can be sent again', async () => {
  const me = visitor(app);
  expect((await me.get('/data')).words).not.toContain('sessie');
  await signIn(me);
  clock += 121 * MINUTE;
  expect((await me.get('/data')).words).toContain('Uw sessie is verlopen');

  const typed = {
    member: 'Meerzicht',
    date: '2026-11-20',
    finding: 'respons "laag" & <ongelijk>',
    action: 'bellen',
  };
  const from = { referer: `${ORIGIN}/network/improvements?x=1` };
  const turned = await me.post('/network/improvements', typed, from);
  expect([turned.status, turned.words.includes('nog niet verwerkt')]).toEqual([401, true]);
  expect(turned.html).toContain('name="next" value="/network/improvements?x=1"');

  const held = JSON.stringify({ to: '/network/improvements', fields: Object.entries(typed) });
  const fields = { login: 'beheer@instelling.nl', next: '/network/improvements?x=1', held };
  expect(turned.html).toContain(`name="held" value="${held.replace(/[&"<>]/g, (sign) => ESCAPED[sign]!)}"`);
  const wrong = await me.post('/sign-in', { ...fields, password: 'niet het wachtwoord' });
  expect([wrong.status, wrong.html.includes('name="held"')]).toEqual([401, true]);
  const again = await me.post('/sign-in', { ...fields, password: PASSWORD });
  expect([again.status, again.words.includes('Opnieuw versturen')]).toEqual([200, true]);
  expect(again.html).toContain('action="/network/improvements"');
  expect(again.html).toContain('name="finding" value="respons &quot;laag&quot; &amp; &lt;ongelijk&gt;"');

  // A password is not written into a page, a file cannot be, and nothing is sent to another server.
  clock += 121 * MINUTE;
  const secrets = await me.post('/account/password', {
    current: PASSWORD,
    password: PASSWORD,
    again: PASSWORD,
  });
  expect(secrets.html).not.toContain(PASSWORD);
  expect(secrets.words).toContain('doe het opnieuw');
  const elsewhere = JSON.stringify({ to: '//elsewhere.nl/x', fields: [] });
  for (const odd of [elsewhere, '{', '[]']) {
    expect((await me.post('/sign-in', { ...fields, password: PASSWORD, held: odd })).status).toBe(303);
  }
});

test('a session that ended stays so when the clock goes back, also over a restart', async () => {
  const me = visitor(app);
  await signIn(me);
  for (const [hours, status] of [[1, 200], ...[24, -24, -24 * 365].map((each) => [each, 401])] as const) {
    clock += hours! * 60 * MINUTE;
    expect((await me.get('/data')).status).toBe(status);
  }
  const { engine } = app.services;
  for (const [opensLate, by] of [
    [true, 24],
    [false, 24],
    [false, -24],
  ] as const) {
    const sessions = await openSessions(engine, () => clock);
    const own = await sessions.start('someone');
    expect((await openSessions(engine, () => clock)).accountOf(own)).toBe('someone');
    clock += by * 60 * MINUTE;
    if (opensLate) await openSessions(engine, () => clock);
    else expect(sessions.count('someone')).toBe(0);
    // It is written down behind the answer.
    await engine.transaction(async () => undefined);
    clock -= by * 60 * MINUTE;
    if (!opensLate) expect(sessions.accountOf(own)).toBeUndefined();
    expect((await openSessions(engine, () => clock)).accountOf(own)).toBeUndefined();
  }
});
