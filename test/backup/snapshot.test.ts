/** A backup asks the running server for a copy of the store: one that fails is said, one that is outdated is made anew. */

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askSnapshot, SNAPSHOT } from '../../src/backup/snapshot.ts';
import { answerSnapshots, clearSnapshots, openEngine, Refusal, renewSnapshots } from '../../src/index.ts';

let home = '';
const faults: unknown[] = [];
const fault = (error: unknown) => void faults.push(error);
const names = async () => (await readdir(join(home, SNAPSHOT))).sort();
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zorgcluster-snapshot-'));
  faults.length = 0;
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function refusedWith(work: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  return error instanceof Refusal ? error.issues[0]?.code : undefined;
}

/** Waits until somebody asks, then does this once. */
async function whenAsked(work: () => Promise<unknown>): Promise<void> {
  while (!(await names().catch(() => [])).some((name) => name.startsWith('asked'))) {
    await new Promise(setImmediate);
  }
  await work();
}

test('a copy that could not be made is said, and nothing of it stays', async () => {
  const copyTo = () => Promise.reject(new Error('no space'));
  const asked = refusedWith(askSnapshot(home));
  await whenAsked(() => answerSnapshots(home, { copyTo }, fault));
  expect(await asked).toBe('snapshot-failed');
  expect(faults).toHaveLength(1);
  expect(await names()).toEqual([]);
});

test('a server that stops before it answers: the folder is in use, as if none had been there', async () => {
  const asked = refusedWith(askSnapshot(home));
  await whenAsked(() => clearSnapshots(home));
  expect(await asked).toBe('store-in-use');
});

test('what is deleted before the copy was fetched is in no copy', async () => {
  const engine = await openEngine(join(home, 'zorgcluster.duckdb'));
  const write = (sql: string) => engine.transaction(({ run }) => run(sql));
  await write('create table migration as select 6 as version');
  await write("create table cases_gone as select 'secret' as patient");
  await mkdir(join(home, SNAPSHOT));
  // Somebody who asked and does not come for it; names that are no request are left alone.
  await writeFile(join(home, SNAPSHOT, 'asked-7'), '');
  await writeFile(join(home, SNAPSHOT, 'asked-../7'.replace('/', '_')), '');
  expect(await answerSnapshots(home, engine, fault)).toBe(1);
  expect(await names()).toContain('7.duckdb');
  await write('drop table cases_gone');
  await renewSnapshots(home);
  expect(await names()).toEqual(['asked-.._7', 'asked-7']);
  expect(await answerSnapshots(home, engine, fault)).toBe(1);
  await engine.close();
  const copy = await openEngine(join(home, SNAPSHOT, '7.duckdb'));
  expect(await copy.all('select table_name from duckdb_tables()')).toEqual([{ table_name: 'migration' }]);
  await copy.close();
  expect(faults).toEqual([]);
});
