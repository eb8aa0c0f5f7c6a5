/** One table, every kind of file: the same columns, the same cells, the same findings. */

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseTable, dayFromIso, isoFromDay } from '../../src/index.ts';
import { parquetOf } from '../support/parquet.ts';
import { workbookOf } from '../support/workbook.ts';
import { outcomeOf, valuesOf } from './support.ts';

interface Row {
  readonly patient: string;
  readonly start: string;
  readonly cost: number | null;
  readonly hv01: number | null;
  readonly team: string;
}

const HEADER = ['Patiënt', 'startdatum', 'kosten', 'HV01', 'afdeling', 'opmerking'] as const;
const OPTIONS = {
  uses: ['patient', 'start', 'cost', 'hv01', 'team'],
  extra: ['*'],
  keepCells: true,
} as const;

const word = fc
  .array(fc.constantFrom('a', 'é', '€', ';', ',', '"', "'", ' ', '&', '<', '漢', '🙂'), { maxLength: 5 })
  .map((letters) => letters.join('').trim());
const row: fc.Arbitrary<Row> = fc.record({
  patient: fc.stringMatching(/^P[1-9]\d{0,3}$/),
  start: fc.integer({ min: dayFromIso('1995-01-01')!, max: dayFromIso('2030-12-31')! }).map(isoFromDay),
  // Half of a thousandth on top: no amount looks like thousands.
  cost: fc.option(fc.integer({ min: -100_000, max: 10_000_000 }).map((cents) => cents / 100 + 0.005 / 10)),
  hv01: fc.option(fc.integer({ min: -1, max: 9 })),
  team: word,
});

function asCsv(rows: readonly Row[]): Buffer {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(({ patient, start, cost, hv01, team }) =>
    [patient, start, cost ?? '', hv01 ?? '', quoted(team), 'x'].join(';'),
  );
  return Buffer.from([HEADER.join(';'), ...lines].join('\n'));
}

function asWorkbook(rows: readonly Row[]): Buffer {
  const zero = dayFromIso('1899-12-30')!;
  const cells = rows.map(({ patient, start, cost, hv01, team }) => [
    patient,
    { date: dayFromIso(start)! - zero },
    cost ?? '',
    hv01 ?? '',
    team,
    'x',
  ]);
  return workbookOf([{ name: 'Trajecten', rows: [[...HEADER], ...cells] }]);
}

function asParquet(rows: readonly Row[]): Promise<Buffer> {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const values = rows.map(
    ({ patient, start, cost, hv01, team }) =>
      `(${text(patient)}, date '${start}', cast('${cost ?? 'nan'}' as double), ${hv01 ?? 'null'}::tinyint, ${text(team)}, 'x')`,
  );
  const names = HEADER.map((name) => `"${name}"`).join(', ');
  return parquetOf(`select * from (values ${values.join(', ')}) t(${names})`);
}

function plain(table: CaseTable | undefined): Record<string, unknown> {
  const columns = [...(table?.columns.keys() ?? [])];
  return Object.fromEntries(columns.map((name) => [name, valuesOf(table, name)]));
}

describe('one table', () => {
  it('is the same from CSV, a workbook and Parquet, packed or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const csv = await outcomeOf(asCsv(rows), OPTIONS);
        const others = [asWorkbook(rows), await asParquet(rows)];
        for (const file of others) {
          for (const bytes of [file, gzipSync(file)]) {
            const other = await outcomeOf(bytes, OPTIONS);
            expect(other.header).toEqual(csv.header);
            expect(other.cells).toEqual(csv.cells);
            expect(plain(other.table)).toEqual(plain(csv.table));
            expect([...(other.table?.rows ?? [])]).toEqual([...(csv.table?.rows ?? [])]);
            expect(other.report?.rows).toEqual(csv.report?.rows);
            expect(other.report?.issues('nl')).toEqual(csv.report?.issues('nl'));
            expect(other.rejects).toMatchObject(
              csv.rejects.map(({ row, column, code, value }) => ({ row, column, code, value })),
            );
            expect(other.refusal?.issues).toEqual(csv.refusal?.issues);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
