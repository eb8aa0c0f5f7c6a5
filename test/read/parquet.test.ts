/** Parquet files: what each type of column reads as, where they may lie, and what they leave behind. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSource, openCases, readCaseTable } from '../../src/index.ts';
import { dutchDay } from '../../src/table/dutch-day.ts';
import { parquetOf } from '../support/parquet.ts';
import { outcomeOf, valuesOf } from './support.ts';

let folder: string;
let home: string | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  home = process.env.TMPDIR;
});
afterAll(() => {
  if (home === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = home;
  rmSync(folder, { recursive: true });
});

const CELLS = { uses: ['patient'], extra: ['*'], keepCells: true } as const;

async function cellOf(value: string): Promise<string | undefined> {
  const file = await parquetOf(`select 'P1' as patient, ${value} as x`);
  return (await outcomeOf(file, CELLS)).cells?.[0]?.[1];
}

describe('a column of Parquet', () => {
  it.each([
    ["'  text; kept'", '  text; kept'],
    ['3::tinyint', '3'],
    ['9007199254740993::bigint', '9007199254740993'],
    ['2.3::float', '2.3'],
    ['0.1::double', '0.1'],
    ["'nan'::double", ''],
    ["'inf'::double", 'Infinity'],
    ['1234.50::decimal(18,2)', '1234.5'],
    ["date '2024-02-29'", '2024-02-29'],
    ["timestamp '2024-02-29 00:00:00'", '2024-02-29'],
    ["timestamp '2024-02-29 13:30:00'", '2024-02-29 13:30:00'],
    ["timestamptz '2024-03-04 23:00:00+00'", '2024-03-05'],
    ['true', 'true'],
    ['null::varchar', ''],
    ["'a'::enum('a', 'b')", 'a'],
    ['[1, 2]', '[1, 2]'],
  ])('%s reads as %j', async (value, expected) => expect(await cellOf(value)).toBe(expected));

  it('is a number whatever the texts of a file would say', async () => {
    const file = await parquetOf("select 'P1' as patient, 1.234::double as cost");
    const { table, report } = await outcomeOf(file, { uses: ['cost'], decimal: ',' });
    expect(valuesOf(table, 'cost')).toEqual([1.234]);
    expect(report?.format.kind).toBe('parquet');
  });
});

describe('dutchDay', () => {
  it.each([
    ['2024-03-04T23:00:00Z', '2024-03-05'],
    ['2024-07-04T21:59:59Z', '2024-07-04'],
    ['2024-07-04T22:00:00Z', '2024-07-05'],
    ['1950-01-01T12:00:00Z', '1950-01-01'],
  ])('%s is %s', (moment, day) => expect(dutchDay(Date.parse(moment))).toBe(day));
  it('knows no day at the end of time', () => expect(dutchDay(1e300)).toBe(''));
});

describe('a Parquet file', () => {
  it('is read where it lies, also in a folder that looks like a pattern or a column', async () => {
    const bytes = await parquetOf('select i % 5 as hv01 from range(5000) t(i)');
    for (const name of ['plain', 'year=2024', 'a[1]*']) {
      mkdirSync(join(folder, name));
      const path = join(folder, name, 'cases.csv');
      writeFileSync(path, bytes);
      const { table, report, mapping } = await readCaseTable(fileSource(path), { uses: ['hv01'] });
      expect(table.n).toBe(5000);
      expect(report.input.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(mapping.plain).toEqual([]);
    }
  });

  it('leaves no copy behind when it was packed: read, stopped or refused', async () => {
    process.env.TMPDIR = mkdtempSync(join(folder, 'tmp-'));
    const bytes = gzipSync(await parquetOf('select i % 5 as hv01 from range(9000) t(i)'));
    expect((await outcomeOf(bytes, { uses: ['hv01'] })).table?.n).toBe(9000);
    const reader = await openCases(
      {
        name: 'x',
        bytes: async function* () {
          yield bytes;
        },
      },
      { uses: ['hv01'], batchRows: 100 },
    );
    for await (const _ of reader.batches()) break;
    const cut = gzipSync((await parquetOf('select 1 as hv01')).subarray(0, 60));
    expect((await outcomeOf(cut)).refusal?.issues[0]?.code).toBe('file-damaged');
    expect(readdirSync(process.env.TMPDIR)).toEqual([]);
  });

  it('without rows is refused like any other', async () => {
    const { refusal } = await outcomeOf(await parquetOf('select 1 as hv01 where false'));
    expect(refusal?.issues[0]?.code).toBe('no-data-rows');
  });
});
