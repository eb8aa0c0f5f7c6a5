/** Scenarios on disk: whole or absent, read back by the code that every command uses, never overwritten unseen. */

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  DATA_FOLDER,
  type PriceRow,
  Refusal,
  readStoredScenario,
  removeScenario,
  resolveScenario,
  type ScenarioFolders,
  saveScenario,
  storedIds,
} from '../../src/index.ts';

let home: string;
let folders: ScenarioFolders;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zorgcluster-scenarios-'));
  folders = { home, stores: [home, DATA_FOLDER] };
});
afterEach(() => rm(home, { recursive: true, force: true }));

const rows: PriceRow[] = [
  {
    cluster: 'ZT01',
    unit: 'day',
    setting: '',
    payer: 'VZ1',
    from: 20_000,
    amountCents: 1234.5,
    status: 'local',
    source: 'akkoord; "2026"',
  },
  { cluster: 'ZT02', unit: 'episode', setting: '', payer: '', amountCents: 100_000, status: '', source: '' },
];
const document = { title: 'Voorstel', baseline: 'current', typing: 'chosen' };

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.issues.map(({ code }) => code);
    throw error;
  }
  return [];
}

test('a scenario and its list are read back by id as they were given', async () => {
  await saveScenario(folders, { id: 'voorstel', document, rows });
  const { value, issues } = await resolveScenario(['voorstel'], { folder: home, stores: folders.stores });
  expect(issues).toEqual([]);
  expect(value!.scenario).toMatchObject({ id: 'voorstel', title: 'Voorstel', typing: 'chosen' });
  expect(value!.scenario.prices.list.rows).toEqual(rows);
  expect((await stat(join(home, 'scenarios', 'voorstel.json'))).mode & 0o777).toBe(0o600);
  expect(await storedIds(home)).toEqual(['voorstel']);
  expect((await readdir(home)).sort()).toEqual(['prices', 'scenarios']);
});

test('it is replaced only by who has seen it as it is', async () => {
  await saveScenario(folders, { id: 'a', document, rows });
  const seen = (await readStoredScenario(home, 'a'))!.sha256;
  await saveScenario(folders, { id: 'a', document: { ...document, title: 'B' }, rows }, seen);
  const again = saveScenario(folders, { id: 'a', document: { ...document, title: 'C' }, rows }, seen);
  expect(await codesOf(again)).toEqual(['scenario-changed']);
  expect(JSON.parse(await readFile(join(home, 'scenarios', 'a.json'), 'utf8')).title).toBe('B');
  // The list counts too.
  const now = (await readStoredScenario(home, 'a'))!.sha256;
  await writeFile(join(home, 'prices', 'a.csv'), 'cluster,unit,amount\nZT01,day,5\n');
  expect(await codesOf(saveScenario(folders, { id: 'a', document, rows }, now))).toEqual([
    'scenario-changed',
  ]);
});

test('two at once under one new name: one is kept, one is told', async () => {
  const outcomes = await Promise.all(
    ['A', 'B'].map((title) =>
      codesOf(saveScenario(folders, { id: 'x', document: { ...document, title }, rows })),
    ),
  );
  expect(outcomes.toSorted((a, b) => a.length - b.length)).toEqual([[], ['scenario-id-taken']]);
});

describe('refused, and nothing is left behind', () => {
  const cases: readonly [code: string, id: string, document: object, rows?: readonly PriceRow[]][] = [
    ['scenario-id', '../x', document, rows],
    ['scenario-id', 'a b', document, rows],
    ['scenario-id-taken', 'demo-day-prices', document, rows],
    ['scenario-id-taken', 'hypothetical-day', document, rows],
    ['scenario-path', 'a', { ...document, prices: { list: '../../secret.csv' } }],
    ['scenario-path', 'a', { ...document, baseline: './b.json' }, rows],
    ['scenario-unknown-key', 'a', { ...document, prijzen: 1 }, rows],
    ['scenario-missing-key', 'a', document],
    ['price-list-not-found', 'a', { ...document, prices: { list: 'elsewhere' } }],
    ['scenario-not-found', 'a', { ...document, baseline: 'nobody' }, rows],
    ['scenario-circle', 'a', { ...document, baseline: 'a' }, rows],
    ['price-overlap', 'a', document, [rows[1]!, rows[1]!]],
    ['price-list-empty', 'a', document, []],
    [
      'scenario-override-idle',
      'a',
      { ...document, prices: { overrides: [{ cluster: 'ZT09', factor: 1 }] } },
      rows,
    ],
  ];
  test.each(cases)('%s', async (code, id, what, list) => {
    const file = {
      id,
      document: what as Record<string, unknown>,
      ...(list === undefined ? {} : { rows: list }),
    };
    expect(await codesOf(saveScenario(folders, file))).toContain(code);
    expect(await storedIds(home)).toEqual([]);
    expect(await readdir(join(home, 'prices')).catch(() => [])).toEqual([]);
    expect((await readdir(home)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('removal takes the own list along, and spares what others stand on', async () => {
  await saveScenario(folders, { id: 'a', document, rows });
  await saveScenario(folders, { id: 'b', document: { ...document, baseline: 'a', prices: { list: 'a' } } });
  expect(await codesOf(removeScenario(home, 'a'))).toEqual(['scenario-in-use']);
  await removeScenario(home, 'b');
  await removeScenario(home, 'a');
  expect(await storedIds(home)).toEqual([]);
  expect(await readdir(join(home, 'prices'))).toEqual([]);
  expect(await codesOf(removeScenario(home, 'demo-day-prices'))).toEqual(['scenario-not-own']);
});
