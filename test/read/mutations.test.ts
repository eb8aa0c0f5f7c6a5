/**
 * A thousand changed files. Damaged ones: never a crash, never a hang, and never a count that does not
 * add up. Those that are only written otherwise: the same values.
 */

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RATING_COLUMNS } from '../../src/index.ts';
import { asBytes, bundle, collectionBundle, documentBundle } from '../support/fhir.ts';
import { parquetOf } from '../support/parquet.ts';
import { workbookOf } from '../support/workbook.ts';
import { outcomeOf, valuesOf } from './support.ts';

const OPTIONS = { uses: ['patient', 'date', ...RATING_COLUMNS], extra: ['*'] };
const ROWS = 40;
const KINDS = 5;
/** Of each kind: 1,000 files in all. */
const DAMAGED = 160;
const REWRITTEN = 40;
/** A file of forty rows takes some milliseconds; a minute's wait on a busy machine is still no hang. */
const MOST_MILLISECONDS = 20_000;
const HEADER = ['patient', 'date', 'hv01', 'hv02', 'team'];
const DAY = '2024-01-15';
/** The same day as Excel counts it. */
const FIRST_DAY = 45_306;

const rows = Array.from({ length: ROWS }, (_, at) => [`P${at}`, at % 5, (at * 3) % 5, `T${at % 4}`] as const);

async function filesOf(): Promise<Record<string, Buffer>> {
  const csv = rows.map(([patient, one, two, team]) => [patient, DAY, one, two, team].join(';'));
  const text = [HEADER.join(';'), ...csv].join('\n');
  const sheet = rows.map(([patient, one, two, team]) => [patient, { date: FIRST_DAY }, one, two, team]);
  const values = rows.map(
    ([patient, one, two, team]) => `('${patient}', date '2024-01-15', ${one}, ${two}, '${team}')`,
  );
  const rated = rows.map(([subject, one, two]) => ({
    subject,
    date: DAY,
    ratings: { 1: one, 2: two },
  }));
  return {
    csv: Buffer.from(text),
    gzip: gzipSync(text),
    xlsx: workbookOf([{ name: 'a', rows: [HEADER, ...sheet] }]),
    parquet: await parquetOf(`select * from (values ${values.join(', ')}) t(${HEADER.join(', ')})`),
    fhir: asBytes(collectionBundle(rated)),
  };
}

/** Whole numbers below `limit`, the same every time (a linear congruence; Numerical Recipes' constants). */
function chooser(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Bytes changed, cut off, doubled, dropped or moved. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const below = chooser(seed);
  const [a, b] = [below(bytes.length), below(bytes.length)].sort((x, y) => x - y) as [number, number];
  const piece = bytes.subarray(a, Math.min(b, a + 200));
  switch (below(5)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let time = 0; time <= below(4); time += 1) copy[below(copy.length)] = below(256);
      return copy;
    }
    case 1:
      return bytes.subarray(0, b);
    case 2:
      return Buffer.concat([bytes.subarray(0, b), piece, bytes.subarray(b)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(a + piece.length)]);
    default:
      return Buffer.concat([bytes.subarray(b), bytes.subarray(0, b)]);
  }
}

describe('a damaged file', () => {
  it('is read or refused, and its rows add up', async () => {
    const files = await filesOf();
    const accepted: Record<string, number> = {};
    for (const [kind, bytes] of Object.entries(files)) {
      expect((await outcomeOf(bytes, OPTIONS)).table?.n).toBe(ROWS);
      accepted[kind] = 0;
      for (let seed = 1; seed <= DAMAGED; seed += 1) {
        const started = performance.now();
        const { report, refusal, rejects, table } = await outcomeOf(mutated(bytes, seed), OPTIONS);
        expect(performance.now() - started).toBeLessThan(MOST_MILLISECONDS);
        if (report !== undefined) {
          expect(report.rows.read).toBe(report.rows.used + report.rows.rejected);
          expect(new Set(rejects.map(({ row }) => row)).size).toBe(report.rows.rejected);
        }
        if (refusal !== undefined) continue;
        accepted[kind] += 1;
        expect(table?.n).toBe(report?.rows.used);
        for (const name of RATING_COLUMNS.slice(0, 2)) {
          if (!table!.columns.has(name)) continue;
          expect(valuesOf(table, name).every((value) => Number(value) >= -1 && Number(value) <= 4)).toBe(
            true,
          );
        }
      }
    }
    const share = Object.values(accepted).reduce((sum, n) => sum + n, 0) / (DAMAGED * KINDS);
    console.info(
      `Of ${DAMAGED * KINDS} damaged files ${(100 * share).toFixed(1)} % is still read; of ${DAMAGED} of each kind: ${JSON.stringify(accepted)}`,
    );
  }, 120_000);
});

/** The same list in another order. */
function shuffled<T>(list: readonly T[], below: (limit: number) => number): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(below(rest.length), 1)[0]!);
}

/** Other ways to write the same header. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  patient: ['patient', 'CLIËNT', 'Patiëntnummer', ' pseudoniem '],
  date: ['date', 'Datum', 'afname_datum', 'AFNAMEDATUM'],
  hv01: ['hv01', 'HV1', 'HoNOS 1', 'vraag 1'],
  hv02: ['HV02', 'honos2', 'Honosplus_2'],
  team: ['team', 'Afdeling'],
};

type Choose = (limit: number) => number;

const oneOf = <T>(list: readonly T[], below: Choose): T => list[below(list.length)]!;

/** Columns of the table in any order under any of their names, with one that nobody knows among them. */
function columnsOf(below: Choose) {
  return shuffled([...HEADER, 'onbekend'], below).map((name) => ({
    name,
    header: oneOf(OTHER_NAMES[name] ?? [name], below),
  }));
}

function cellOf(row: (typeof rows)[number], name: string): string | number {
  const [patient, one, two, team] = row;
  return { patient, date: DAY, hv01: one, hv02: two, team }[name] ?? 'x y';
}

function rewrittenCsv(below: Choose): Buffer {
  const columns = columnsOf(below);
  const delimiter = oneOf([';', ',', '\t'], below);
  const newline = oneOf(['\n', '\r\n', '\r'], below);
  const quote = oneOf([(cell: string) => cell, (cell: string) => `"${cell}"`], below);
  const rating = oneOf(delimiter === ',' ? ['', '.0'] : ['', ',0', '.0', ' '], below);
  const date = oneOf([DAY, '15-01-2024', '15/1/2024', '20240115', '45306'], below);
  const blank = oneOf(['', newline], below);
  const end = oneOf(['', delimiter], below);
  const lines = rows.map((row) =>
    columns.map(({ name }) => {
      const value = cellOf(row, name);
      return quote(name === 'date' ? date : typeof value === 'number' ? value + rating : value);
    }),
  );
  const cells = [columns.map(({ header }) => quote(header)), ...lines];
  const text = cells.map((line) => line.join(delimiter) + end).join(newline + blank) + blank;
  const encoded = oneOf(
    [
      () => Buffer.from(text),
      () => Buffer.from(`\uFEFF${text}`),
      () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      () => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      () => Buffer.from(text, 'latin1'),
    ],
    below,
  );
  return encoded();
}

function rewrittenWorkbook(below: Choose): Buffer {
  const columns = columnsOf(below);
  const asText = below(2) === 0;
  const realDate = below(2) === 0;
  const lines = rows.map((row) =>
    columns.map(({ name }) => {
      const value = cellOf(row, name);
      if (name === 'date') return realDate ? { date: FIRST_DAY } : DAY;
      return asText ? String(value) : value;
    }),
  );
  const sheet = { name: 'a', rows: [columns.map(({ header }) => header), ...lines] };
  return workbookOf(below(2) === 0 ? [sheet] : [{ name: 'leeg', rows: [] }, sheet]);
}

function rewrittenParquet(below: Choose): Promise<Buffer> {
  const columns = columnsOf(below);
  const type = oneOf(['integer', 'double', 'varchar', 'decimal(4, 1)', 'utinyint'], below);
  const day = oneOf(['date', 'timestamp', 'varchar'], below);
  const fields = columns.map(({ name, header }) => {
    const cast = name.startsWith('hv') ? type : name === 'date' ? day : 'varchar';
    return `cast("${name}" as ${cast}) as "${header.trim()}"`;
  });
  const values = rows.map((row) =>
    columns.map(({ name }) => {
      const value = cellOf(row, name);
      return typeof value === 'number' ? value : `'${value}'`;
    }),
  );
  const table = `(values ${values.map((line) => `(${line.join(', ')})`).join(', ')})`;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return parquetOf(`select ${fields.join(', ')} from ${table} t(${names})`);
}

function rewrittenBundle(below: Choose): Buffer {
  const rated = rows.map(([subject, one, two]) => ({ subject, date: DAY, ratings: { 1: one, 2: two } }));
  const made = below(2) === 0 ? collectionBundle(rated) : documentBundle(rated);
  const resources = (made.entry as { resource: Record<string, unknown> }[]).map(({ resource }) =>
    Object.fromEntries(shuffled(Object.entries(resource), below)),
  );
  // Sent twice is said twice, not answered otherwise.
  const all = below(2) === 0 ? resources : [...resources, ...resources];
  const document = bundle(String(made.type), shuffled(all, below));
  return Buffer.from(JSON.stringify(document, null, below(3)));
}

describe('a file written otherwise', () => {
  it('reads to the same values', async () => {
    const expected = [
      rows.map(([patient]) => patient),
      rows.map(() => 19_737),
      rows.map(([, one]) => one),
      rows.map(([, , two]) => two),
    ];
    const rewrite: Record<string, (below: Choose) => Buffer | Promise<Buffer>> = {
      csv: rewrittenCsv,
      gzip: (below) => gzipSync(rewrittenCsv(below)),
      xlsx: rewrittenWorkbook,
      parquet: rewrittenParquet,
      fhir: rewrittenBundle,
    };
    for (const [kind, make] of Object.entries(rewrite)) {
      for (let seed = 1; seed <= REWRITTEN; seed += 1) {
        const where = `${kind} ${seed}`;
        const { table, refusal } = await outcomeOf(await make(chooser(seed * 7919)), OPTIONS);
        expect(refusal?.issues, where).toBeUndefined();
        const order = [...valuesOf(table, 'patient').entries()]
          .sort(([, a], [, b]) => Number(String(a).slice(1)) - Number(String(b).slice(1)))
          .map(([at]) => at);
        const read = ['patient', 'date', 'hv01', 'hv02'].map((name) => {
          const values = valuesOf(table, name);
          return order.map((at) => values[at]);
        });
        expect(read, where).toEqual(expected);
      }
    }
  }, 120_000);
});
