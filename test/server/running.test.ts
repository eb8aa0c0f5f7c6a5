/** What who runs the server relies on: the trail of who saw what, one line per request, health and readiness. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { NETWORK_EVENTS } from '../../server/network/note.ts';
import type { RequestRecord } from '../../server/request-log.ts';
import { listAudit } from '../../server/store/audit.ts';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { nl } from '../../views/text/nl.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const SECRET = 'pseudo-4711-geheim';
const FILE = [
  'patient;hoofdgroep;hv01;hv02',
  ...Array.from({ length: 30 }, (_, row) => `${row === 0 ? SECRET : `p${row}`};X;${row % 5};1`),
].join('\n');

let now = new Date('2026-03-01T10:00:00Z');
let app: TestApp;
let address = '';
const requests: RequestRecord[] = [];
beforeAll(async () => {
  app = await openApp(null, { now: () => now, requests: (record) => requests.push(record) });
  address = (await app.upload(FILE, 'kwartaal een.csv')).headers.get('location')!;
});
afterAll(() => app.close());

const id = (): string => address.split('/').at(-1)!;
const viewed = async (): Promise<string[]> =>
  (await listAudit(app.services.engine, 100))
    .filter(({ action, dataSet }) => action.startsWith('view') && dataSet === id())
    .map(({ action, detail }) => `${action} ${detail.place ?? detail.row}`)
    .reverse();

test('who looked at which data set is noted once an hour, a single case every time', async () => {
  for (const path of ['', '/clusters', '/clusters', '/cases/2', '/cases/2', '/progress']) {
    await app.get(`${address}${path}`);
  }
  const first = ['view report', 'view clusters', 'view-case 2', 'view cases', 'view-case 2'];
  expect(await viewed()).toEqual(first);
  now = new Date('2026-03-01T11:00:01Z');
  await app.get(`${address}/clusters`);
  expect(await viewed()).toEqual([...first, 'view clusters']);
  // What was not shown was not seen.
  await app.get('/data/nothing/clusters');
  expect((await listAudit(app.services.engine, 1))[0]).toMatchObject({ dataSet: id() });
});

test('the trail has a page and a file, without values of patients', async () => {
  const words = wordsOf(await app.text('/audit'));
  expect(words).toMatch(/Logboek .* deze computer bekeken kwartaal een\.csv pagina clusters/);
  expect(words).toContain('Elke regel sluit aan op die ervoor');
  expect(wordsOf(await app.text(`/audit?data=${id()}&lang=en`))).toContain('one case viewed');
  const file = await app.text('/audit.csv');
  expect(file.split('\n')[0]).toBe('number,at,who,action,data_set,detail');
  for (const text of [words, file]) expect(text).not.toContain(SECRET);
  await app.services.engine.transaction(({ run }) => run("update audit set who = 'x' where number = 2"));
  expect(wordsOf(await app.text('/audit'))).toMatch(/Regel 2 sluit niet aan/);
});

test('the trail says in words what happened', async () => {
  for (const event of NETWORK_EVENTS) expect(nl.audit.whats, event).toHaveProperty(event);
  const form = { member: 'Meerzicht', date: '2026-02-20', finding: 'lage respons', action: 'bellen' };
  const body = new URLSearchParams(form);
  const headers = { origin: ORIGIN };
  await app.app.request(`${ORIGIN}/network/improvements`, { method: 'POST', body, headers });
  await app.app.request(`${ORIGIN}${address}/retention`, {
    method: 'POST',
    body: new URLSearchParams({ keep: 'date', deleteOn: '2026-12-31' }),
    headers,
  });
  const words = wordsOf(await app.text('/audit'));
  expect(words).toContain('netwerk aan het verbeterlogboek toegevoegd');
  expect(words).toContain('tot 31 dec 2026');
});

test('the trail shows a hundred lines at a time', async () => {
  now = new Date('2026-03-02T10:00:00Z');
  for (let row = 1; row <= 30; row += 1) await app.get(`${address}/cases/${row}`);
  for (let row = 1; row <= 30; row += 1) await app.get(`${address}/cases/${row}`);
  for (let row = 1; row <= 30; row += 1) await app.get(`${address}/cases/${row}`);
  for (let row = 1; row <= 30; row += 1) await app.get(`${address}/cases/${row}`);
  const html = await app.text('/audit');
  expect(html.match(/<time/g)).toHaveLength(100);
  const older = /href="(\/audit\?before=\d+)"/.exec(html)?.[1];
  expect((await app.text(older!)).match(/<time/g)!.length).toBeLessThan(100);
});

test('every action has a word', () => {
  const sources = ['server/store/audit.ts', 'server/access/user.ts'].map((path) =>
    readFileSync(join(PACKAGE_ROOT, path), 'utf8'),
  );
  const named = sources.flatMap((text) =>
    [...text.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, name]) => name!),
  );
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !(name in nl.audit.actions))).toEqual([]);
});

test('a request is one line: the pattern of its route, no address, no id, no value', async () => {
  requests.length = 0;
  const response = await app.get(`${address}/cases/3?lang=en`);
  await app.get(`${address}/clusters?team=${SECRET}`);
  await app.get(`/nowhere/${SECRET}`);
  await app.post(`${address}/retention`, undefined, 'keep=x');
  expect(requests).toMatchObject([
    { event: 'request', level: 'info', method: 'GET', status: 200, user: 'local' },
    { route: '/data/:id/clusters', status: 200 },
    { route: 'unknown', status: 404 },
    { route: '/data/:id/retention', method: 'POST', status: 400 },
  ]);
  expect(requests[0]?.route).toMatch(/^\/data\/:id\/cases\/:row/);
  expect(response.headers.get('x-request-id')).toBe(requests[0]?.id);
  const text = JSON.stringify(requests);
  for (const word of [SECRET, id(), 'lang=en', '/3']) expect(text).not.toContain(word);
});

test('health and readiness say no more than they must', async () => {
  const health = await app.get('/health');
  expect(await health.json()).toEqual({ status: 'alive', version: expect.any(String) });
  const ready = await app.get('/ready');
  expect(await ready.json()).toEqual({ status: 'ready', preparing: false });
  const broken = createApp({
    ...app.services,
    engine: { ...app.services.engine, all: () => Promise.reject(new Error('gone')) },
  });
  const down = await broken.request(`${ORIGIN}/ready`);
  expect(down.status).toBe(503);
  expect(await down.json()).toEqual({ status: 'store-unavailable' });
});
