/** Case files of every kind, damaged and written by grammar: read or refused, and rows add up. */

import { gunzipSync, gzipSync } from 'node:zlib';
import { RATING_COLUMNS } from '../../../src/index.ts';
import { outcomeOf } from '../../read/support.ts';
import { asBytes, collectionBundle, documentBundle } from '../../support/fhir.ts';
import { parquetOf } from '../../support/parquet.ts';
import { workbookOf } from '../../support/workbook.ts';
import type { Choose } from '../choose.ts';
import { badSentence } from '../invariants.ts';
import { mutatedBytes, mutatedJson, mutatedTable, mutatedZip, ODD_TEXTS } from '../mutate.ts';
import { MARKER, type Target, toldOf } from '../target.ts';

const NAMES = [
  'patient',
  'date',
  'hv01',
  'hv02',
  'team',
  'start',
  'end',
  'pre',
  'cost',
  'supercluster',
  'chosen_cluster',
];
const OPTIONS = { uses: [...NAMES, ...RATING_COLUMNS], extra: ['*'] };
const ROWS = 20;

const rows = Array.from({ length: ROWS }, (_, at) => [
  `${MARKER}${at}`,
  `2024-01-${String(1 + at).padStart(2, '0')}`,
  at % 5,
  (at * 3) % 5,
  `T${at % 4}`,
  `2023-${String(1 + (at % 12)).padStart(2, '0')}-15`,
  at % 3 === 0 ? '' : '2024-03-01',
  10 + at / 4,
  at * 100.5,
  ['X', 'Y', 'Z'][at % 3]!,
  ['1', 'ZT05', '12'][at % 3]!,
]);

const CSV = [NAMES, ...rows].map((row) => row.join(';')).join('\n');

/** A table by grammar: any delimiter, line end, quoting and encoding, with odd cells among them. */
function madeCsv(choose: Choose): Uint8Array {
  const delimiter = choose.oneOf([';', ',', '\t', '|']);
  const newline = choose.oneOf(['\n', '\r\n', '\r']);
  const cell = (value: string | number): string => {
    const text = choose.onceIn(30) ? choose.oneOf(ODD_TEXTS) : String(value);
    return choose.onceIn(3) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = [NAMES.join(delimiter), ...rows.map((row) => row.map(cell).join(delimiter))].join(newline);
  return choose.oneOf([
    () => Buffer.from(text),
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(text, 'latin1'),
  ])();
}

/** Codes that name headers: where a header went missing, a row of patients may have become one. */
const NAMING_HEADERS = /^(headers-equal|column-|columns-|map-|identity-|delimiter-)/;

/** Whether the header line is as it was made, whatever delimiter, quotes and encoding. */
function hasOwnHeader(input: Uint8Array): boolean {
  const start = Buffer.from(input.subarray(0, 600))
    .toString('latin1')
    .replace(/[^a-z0-9_]/g, '');
  return start.startsWith(NAMES.join(''));
}

async function judge(input: Uint8Array): Promise<string | undefined> {
  let found: Awaited<ReturnType<typeof outcomeOf>>;
  try {
    found = await outcomeOf(input, OPTIONS);
  } catch (error) {
    return toldOf(error);
  }
  const { report, refusal, rejects, table, header = [] } = found;
  const mayEcho = header.some((name) => name.includes(MARKER));
  if (refusal !== undefined) {
    const maybeHeader = !hasOwnHeader(input) && refusal.issues.some(({ code }) => NAMING_HEADERS.test(code));
    const bad = badSentence(refusal.issues, mayEcho || maybeHeader);
    if (bad !== undefined) return bad;
  }
  if (report === undefined) return undefined;
  const { read, used, rejected } = report.rows;
  if (read !== used + rejected) return `read ${read}, used ${used}, rejected ${rejected}`;
  if (refusal === undefined && table?.n !== used) return `used ${used}, in the table ${table?.n}`;
  if (new Set(rejects.map(({ row }) => row)).size !== rejected) return `rejects do not add up to ${rejected}`;
  for (const lang of ['nl', 'en'] as const) {
    const told = JSON.stringify(report.issues(lang));
    if (!mayEcho && told.includes(MARKER)) return `a patient’s value is shown: ${told.slice(0, 200)}`;
  }
  for (const [name, column] of table?.columns ?? []) {
    if (column.kind === 'text') {
      if (column.codes.some((code) => code >= column.words.length || code < -1))
        return `codes of ${name} are off`;
    } else if (
      column.values.some((value) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    )
      return `an endless number in ${name}`;
  }
  return undefined;
}

const SQL_TYPES = [
  'varchar',
  'double',
  'float',
  'integer',
  'bigint',
  'hugeint',
  'decimal(9, 2)',
  'boolean',
  'date',
];
const SQL_ODD = [
  ...[
    "'NaN'::double",
    "'infinity'::double",
    "'-infinity'::float",
    'null',
    '[1, 2]',
    "{'a': 1}",
    "'\\xAA'::blob",
  ],
  ...[
    "'infinity'::date",
    "timestamp '2024-01-01 23:30:00'",
    "timestamptz '2024-03-31 01:30:00+00'",
    "interval '1' month",
  ],
  ...['170141183460469231731687303715884105727::hugeint', 'uuid()', "time '10:00'", "map {'a': 1}", "''"],
];

async function madeParquet(choose: Choose): Promise<Uint8Array> {
  const fields = NAMES.map((name) => {
    const values = choose.onceIn(4)
      ? choose.oneOf(SQL_ODD)
      : name === 'patient'
        ? `'${MARKER}' || i`
        : `try_cast((i % 5)::varchar as ${choose.oneOf(SQL_TYPES)})`;
    return `${values} as "${choose.onceIn(15) ? choose.oneOf(['', ' ', 'a"b', 'hv01']).replaceAll('"', '""') || 'x' : name}"`;
  });
  try {
    return await parquetOf(`select ${fields.join(', ')} from range(${ROWS}) t(i)`);
  } catch {
    // Two columns of one name, say: a case less.
    return parquetOf('select 1 as hv01');
  }
}

interface Kind {
  readonly ending: string;
  make(): Promise<(choose: Choose) => Promise<Uint8Array> | Uint8Array>;
}

const rated = rows.map(([subject, date, one, two]) => ({
  subject: String(subject),
  date: String(date),
  ratings: { 1: Number(one), 2: Number(two) },
}));

const KINDS: Readonly<Record<string, Kind>> = {
  csv: {
    ending: 'csv',
    make: async () => (choose) => {
      if (choose.onceIn(3)) return madeCsv(choose);
      if (choose.onceIn(3)) return mutatedBytes(madeCsv(choose), choose);
      return Buffer.from(mutatedTable(CSV, ';', choose, choose.oneOf([0, 1, 1])));
    },
  },
  gzip: {
    ending: 'csv.gz',
    make: async () => (choose) => {
      const packed = gzipSync(mutatedTable(CSV, ';', choose, 1));
      if (choose.onceIn(2)) return mutatedBytes(packed, choose);
      return choose.onceIn(2)
        ? packed
        : Buffer.concat([packed, gzipSync(gunzipSync(packed).subarray(choose.below(50)))]);
    },
  },
  xlsx: {
    ending: 'xlsx',
    make: async () => {
      const base = [
        workbookOf([{ name: 'a', rows: [NAMES, ...rows] }]),
        workbookOf([
          { name: 'leeg', rows: [] },
          {
            name: 'b',
            rows: [NAMES, ...rows.map(([patient, , ...rest]) => [patient!, { date: 45_306 }, ...rest])],
          },
        ]),
      ];
      return (choose) => mutatedZip(choose.oneOf(base), choose);
    },
  },
  parquet: {
    ending: 'parquet',
    make: async () => {
      const base = await parquetOf(
        `select '${MARKER}' || i as patient, i % 5 as hv01, date '2024-01-01' as date from range(${ROWS}) t(i)`,
      );
      return (choose) => (choose.onceIn(3) ? madeParquet(choose) : mutatedBytes(base, choose));
    },
  },
  fhir: {
    ending: 'json',
    make: async () => {
      const base = [collectionBundle(rated), documentBundle(rated)].map((bundle) =>
        asBytes(bundle).toString(),
      );
      return (choose) => Buffer.from(mutatedJson(choose.oneOf(base), choose));
    },
  },
};

export const READERS: readonly Target[] = Object.entries(KINDS).map(([name, { ending, make }]) => ({
  name,
  open: async () => ({ ending, make: await make(), judge }),
}));
