/** How long a data set is kept, and what is left of it afterwards: nothing, in no byte of the data folder. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteExpired, readRetention } from '../../server/retention.ts';
import { firstBrokenLink, listAudit } from '../../server/store/audit.ts';
import { refuse } from '../../src/index.ts';
import { refused } from '../support/refused.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

const SECRET = 'zq9xk2w7vb4t-pseudoniem';
const FILE = [
  'patient;hoofdgroep;hv01;hv02;team',
  ...Array.from(
    { length: 40 },
    (_, row) => `${row === 5 ? SECRET : `p${row}`};X;${row % 5};9;team${row % 3}`,
  ),
  'p99;X;77;1;team1',
].join('\n');

let app: TestApp;
let today = new Date('2026-03-01T10:00:00Z');
beforeEach(async () => {
  today = new Date('2026-03-01T10:00:00Z');
  app = await openApp(null, { now: () => today });
});
afterEach(() => app.close());

async function uploaded(fields: Record<string, string> = {}): Promise<string> {
  const response = await app.upload(FILE, 'export.csv', fields);
  expect(response.status, await response.clone().text()).toBe(303);
  return response.headers.get('location')!;
}

/** Files of the data folder in which these bytes stand. */
async function filesWith(word: string): Promise<string[]> {
  const names = await readdir(app.folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const held = await Promise.all(files.map(async (file) => (await readFile(file)).includes(word)));
  return files.filter((_, at) => held[at]);
}

test('after deletion no byte of the data folder holds a pseudonym', async () => {
  const address = await uploaded();
  await app.services.engine.checkpoint();
  expect((await filesWith(SECRET)).length).toBeGreaterThanOrEqual(2);
  expect((await app.post(`${address}/delete`)).status).toBe(303);
  expect(await filesWith(SECRET)).toEqual([]);
  expect(await filesWith('zq9xk2w7vb4t')).toEqual([]);
  expect(await readdir(join(app.folder, 'rejects'))).toEqual([]);
  // The store goes on: another file comes in and is read.
  await app.text(await uploaded());
  expect(await firstBrokenLink(app.services.engine)).toBeUndefined();
});

test('on a full disk a deletion says that it is done, and what is not; the rest follows once there is room', async () => {
  const address = await uploaded();
  const renew = vi.spyOn(app.services.engine, 'renew').mockRejectedValue(refuse('disk-full', {}, 3));
  const answer = await app.post(`${address}/delete`);
  expect(answer.status).toBe(400);
  expect(wordsOf(await answer.text())).toContain('is verwijderd, maar de schijf is vol');
  expect(app.services.dataSets().map(({ id }) => `/data/${id}`)).not.toContain(address);
  await deleteExpired(app.services);
  renew.mockRestore();
  await deleteExpired(app.services);
  expect(await filesWith(SECRET)).toEqual([]);
  expect(app.log).toEqual([]);
});

test('a deletion that the disk refused is told as refused, unless the store says that it went', async () => {
  const [one, other] = [await uploaded(), await uploaded()];
  const { engine } = app.services;
  const transaction = engine.transaction.bind(engine);
  const spy = vi.spyOn(engine, 'transaction').mockRejectedValueOnce(refuse('disk-full', {}, 3));
  const refusedAnswer = await app.post(`${one}/delete`);
  expect([refusedAnswer.status, (await app.text(one)).length > 0]).toEqual([400, true]);
  spy.mockImplementationOnce(async (work) => {
    await transaction(work);
    throw refuse('disk-full', {}, 3);
  });
  expect((await app.post(`${other}/delete`)).status).toBe(303);
  expect(app.services.dataSets().map(({ id }) => `/data/${id}`)).toEqual([one]);
});

describe('a day chosen on the form', () => {
  test('shows, warns a month before, and is kept to', async () => {
    const address = await uploaded({ keep: '3' });
    expect(wordsOf(await app.text(address))).toContain('Wordt verwijderd op 1 jun 2026');
    expect(wordsOf(await app.text('/data'))).toContain('1 jun 2026');
    expect(wordsOf(await app.text('/data'))).not.toContain('Let op:');

    today = new Date('2026-05-15T10:00:00Z');
    for (const path of ['/data', address]) {
      expect(wordsOf(await app.text(path)), path).toMatch(/Let op: export\.csv wordt op 1 jun 2026 voorgoed/);
    }
    // Half past eleven in the evening of 31 May in the Netherlands.
    today = new Date('2026-05-31T21:30:00Z');
    await deleteExpired(app.services);
    await app.text(address);
    today = new Date('2026-05-31T22:30:00Z');
    await deleteExpired(app.services);
    await app.text(address, 404);
    expect(await filesWith(SECRET)).toEqual([]);
    expect((await listAudit(app.services.engine, 1))[0]).toMatchObject({
      action: 'delete',
      who: 'program',
      detail: { until: '2026-06-01' },
    });
  });

  test('can be changed and taken back', async () => {
    const address = await uploaded({ keep: 'date', deleteOn: '2026-03-02' });
    expect(wordsOf(await app.text(address))).toContain('Let op:');
    const send = (fields: string) => app.post(`${address}/retention`, undefined, fields);
    expect((await send('keep=12')).status).toBe(303);
    expect(wordsOf(await app.text(address))).toContain('Wordt verwijderd op 1 mrt 2027');
    expect((await send('keep=')).status).toBe(303);
    expect(wordsOf(await app.text(address))).toContain('Er is geen einddatum');
    today = new Date('2030-01-01T10:00:00Z');
    await deleteExpired(app.services);
    await app.text(address);
  });

  test('that is no day, or has been, is refused and nothing is kept', async () => {
    const response = await app.upload(FILE, 'export.csv', { keep: 'date', deleteOn: '2026-03-01' });
    expect(response.status).toBe(400);
    expect(wordsOf(await response.text())).toContain('Kies een termijn, of een bestaande dag na vandaag');
    expect(await readdir(join(app.folder, 'uploads'))).toEqual([]);
    expect(app.services.dataSets()).toEqual([]);
  });
});

test.each([
  ['1', '2026-02-28'],
  ['12', '2027-01-31'],
])('%s months after the last of January', (keep, expected) => {
  expect(readRetention(new Map([['keep', keep]]), '2026-01-31')).toBe(expected);
});

test.each([
  { keep: 'x' },
  { keep: '0' },
  { keep: '999' },
  { keep: '-1' },
  { keep: 'date' },
  { keep: 'date', deleteOn: '2026-02-30' },
  { keep: 'date', deleteOn: '2126-01-01' },
])('%j is refused', (fields) => {
  const given = new Map<string, string>(Object.entries(fields));
  expect(refused(() => readRetention(given, '2026-01-31'))).toMatch(/^Choose a term/);
});
