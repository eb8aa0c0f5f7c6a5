/**
 * What a security officer walks through: who looked at what is written down wherever it is shown, nothing that is
 * taken out runs in a spreadsheet, no form is larger than a form, and a data set that is deleted leaves the threads.
 */

import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFile } from '../browser/example-file.ts';
import { apiClient } from './api-client.ts';
import { ORIGIN, openApp, type TestApp } from './open-app.ts';
import { firstAdministrator, invited, PASSWORD, shownSecret, visitor } from './visitor.ts';

/** A group whose name a spreadsheet would run. */
const FORMULA = '=HYPERLINK("http://x";"y")';

let app: TestApp;
let id: string;
let clock = Date.parse('2026-11-21T09:00:00Z');

beforeAll(async () => {
  app = await openApp(null, { now: () => new Date(clock) });
  const { data } = Papa.parse<string[]>((await exampleFile({ members: 3, episodes: 600 })).trim(), {
    delimiter: ';',
  });
  const at = ['locatie', 'afdeling', 'instelling', 'verzekeraar'].map((name) => data[0]!.indexOf(name));
  const named = data.map((row, line) =>
    row.map((cell, column) => (line > 0 && line % 3 === 0 && at.includes(column) ? FORMULA : cell)),
  );
  id = (await app.upload(Papa.unparse(named, { delimiter: ';' }))).headers
    .get('location')!
    .split('/')
    .at(-1)!;
});
afterAll(() => app.close());

/** Views of this data set, newest first. */
async function views(): Promise<string[]> {
  const rows = await app.services.engine.all(
    "select detail from audit where action = 'view' and data_set = ? order by number desc",
    [id],
  );
  return rows.map(({ detail }) => (JSON.parse(String(detail)) as { place: string }).place);
}

describe('who looked', () => {
  test('at the first page: it shows the answers of a data set', async () => {
    clock += 7_200_000;
    const before = await views();
    await app.text(`/?data=${id}`);
    expect(await views()).toEqual(['overview', ...before]);
    await app.text('/');
    expect(await views(), 'once an hour').toEqual(['overview', ...before]);
  });

  test('through the interface for programs: at the report too', async () => {
    clock += 7_200_000;
    const token = shownSecret(
      await visitor(app).post('/account/tokens', { name: 'dwh', role: 'viewer', days: '9' }),
    );
    const before = await views();
    expect((await apiClient(app).ask('GET', `/data-sets/${id}`, { token })).status).toBe(200);
    expect(await views()).toEqual(['report', ...before]);
    const all = await apiClient(app).ask('GET', '/data-sets', { token });
    expect(all.status).toBe(200);
    expect(JSON.stringify(all.body)).not.toContain('HYPERLINK');
  });

  test('at the answer of a form that was sent', async () => {
    clock += 7_200_000;
    const before = await views();
    const answer = await visitor(app).post(`/data/${id}/simulation/list`, { do: 'add' });
    expect(answer.status).toBe(200);
    expect(await views()).toEqual(['simulation', ...before]);
  });
});

describe('what is taken out', () => {
  test.each([
    'simulation/simulation.csv?scenario=demo-day-prices&by=site',
    'simulation/groups-site.csv?scenario=demo-day-prices&by=site',
    'clusters/fit-team.csv',
  ])('runs nothing in a spreadsheet: %s', async (path) => {
    const csv = await app.text(`/data/${id}/${path}`);
    const cells = Papa.parse<string[]>(csv.trim()).data.flat();
    expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
    expect(cells.filter((cell) => /^[=@]/.test(cell))).toEqual([]);
  });
});

describe('forms', () => {
  const large = `login=${'x'.repeat(3_000_000)}`;

  test.each(['/sign-in', '/link/abcdefgh', '/form', '/account/tokens', '/users'])(
    'as large as no form is are turned down unread: %s',
    async (path) => {
      for (const headers of [{ 'content-length': String(large.length) }, {}]) {
        const response = await app.post(path, { origin: ORIGIN, ...headers }, large);
        expect(response.status).toBe(413);
      }
    },
  );
});

test('a run names the person, not an id', async () => {
  const other = await openApp({ members: 3, episodes: 300 });
  const boss = await firstAdministrator(other);
  const guest = await invited(other, boss, 'anna@instelling.nl', 'viewer');
  await guest.get('/data/demo/clusters/clusters.csv');
  const account = other.services.access.accounts.byLogin('anna@instelling.nl')!;
  const page = await guest.get('/method/runs');
  expect(page.words).toContain('anna@instelling.nl');
  expect(page.html).not.toContain(account.id);
  const record = /href="(\/method\/runs\/[a-z0-9]+\.json)"/.exec(page.html)![1]!;
  expect(JSON.parse((await guest.get(record)).html)).toMatchObject({ who: account.name });
  expect(PASSWORD).not.toBe('');
  await other.close();
});
