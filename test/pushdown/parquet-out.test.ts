/** Tables as Parquet: read back they are what CSV would have been, and columns have the types their values allow. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fileSource, openEngine, writeFileWhole, writeParquetWhole } from '../../src/index.ts';
import { readCaseTable } from '../../src/read/read-case-table.ts';
import { runHere } from '../support/run-here.ts';

const home = mkdtempSync(join(tmpdir(), 'zorgcluster-parquet-'));
afterAll(() => rmSync(home, { recursive: true }));
const at = (name: string): string => join(home, name);

it('score writes rows that read back as the CSV does', async () => {
  for (const name of ['cases.csv', 'cases.parquet']) {
    await runHere(home, ['generate', '--episodes', '300', '--seed', '4', '-o', at(name), '--quiet']);
  }
  for (const [from, to] of [
    ['cases.csv', 'rows.csv'],
    ['cases.parquet', 'same.csv'],
    ['cases.csv', 'rows.parquet'],
    ['rows.parquet', 'again.csv'],
  ] as const) {
    const { status, stderr } = await runHere(home, ['score', at(from), '-o', at(to), '--quiet']);
    expect([status, stderr]).toEqual([0, '']);
  }
  const text = (name: string): string => readFileSync(at(name), 'utf8');
  expect(text('same.csv')).toBe(text('rows.csv'));
  expect(text('again.csv')).toBe(text('rows.csv'));
  const engine = await openEngine(':memory:');
  const types = await engine.all(`describe select * from read_parquet('${at('rows.parquet')}')`);
  await engine.close();
  const typeOf = Object.fromEntries(types.map(({ column_name, column_type }) => [column_name, column_type]));
  expect(typeOf).toMatchObject({
    patient: 'VARCHAR',
    start: 'DATE',
    advised_cluster: 'VARCHAR',
    advised_probability: 'DOUBLE',
    items_missing: 'BIGINT',
  });
}, 60_000);

it('knows numbers as small as probabilities get, and writes them back as they stood', async () => {
  const csv =
    'p,q,word\n4.527680050851205e-8,0.00001234,nan\n0.000001,-0.0000987,nan\n1e-7,1.25,nan\n1.5e-300,5e-324,nan\n';
  await writeParquetWhole(at('small.parquet'), (path) => writeFileWhole(path, csv));
  const engine = await openEngine(':memory:');
  const types = await engine.all(`describe select * from read_parquet('${at('small.parquet')}')`);
  await engine.close();
  expect(types.map(({ column_type }) => column_type)).toEqual(['DOUBLE', 'DOUBLE', 'VARCHAR']);
  const { table } = await readCaseTable(fileSource(at('small.parquet')), { uses: [], extra: ['*'] });
  const words = (name: string) => {
    const column = table.columns.get(name);
    return column?.kind === 'text' ? column.words : [];
  };
  expect(words('p')).toEqual(['4.527680050851205e-8', '0.000001', '1e-7', '1.5e-300']);
  expect(words('q')).toEqual(['0.00001234', '-0.0000987', '1.25', '5e-324']);
}, 60_000);

it('keeps text that only looks like a number', async () => {
  const csv = 'patient,code,gap,"a ""b"", c",year\n007,1e5,,"x\ny",2024-02-30\n008,1.50,,z,2024-02-28\n';
  await writeParquetWhole(at('odd.parquet'), (path) => writeFileWhole(path, csv));
  const { table } = await readCaseTable(fileSource(at('odd.parquet')), { uses: ['patient'], extra: ['*'] });
  const words = [...table.columns].map(([name, column]) => [
    name,
    column.kind === 'text' ? column.words : [],
  ]);
  expect(Object.fromEntries(words)).toMatchObject({
    patient: ['007', '008'],
    code: ['1e5', '1.50'],
    'a "b", c': ['x\ny', 'z'],
    year: ['2024-02-30', '2024-02-28'],
  });
}, 60_000);
