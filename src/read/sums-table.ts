/** The result of a query of sums, as CSV or Parquet: its own description, then numbered sums. */

import { basename } from 'node:path';
import * as v from 'valibot';
import { refuse } from '../issue/refusal.ts';
import type { InputMeta } from '../model/meta.ts';
import type { SumsAbout, SumsLine, SumsTable } from '../model/sums.ts';
import { openRows } from './open-rows.ts';
import { isBlankRow, newFacts, type RawCell } from './row-source.ts';
import type { ByteSource } from './source.ts';
import { checkWhole } from './whole-sums.ts';

const SUMS_SCHEMA = 'zorgcluster/sums@1';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]+$/));
const about = v.object({
  schema: v.literal(SUMS_SCHEMA),
  rules: v.nullable(v.object({ id: v.string(), status: v.string(), sha256: hash })),
  made: v.record(v.string(), hash),
  cuts: v.array(v.pipe(v.number(), v.integer())),
  dimensions: v.array(v.picklist(['setting', 'payer', 'site', 'team', 'member'])),
  order: v.picklist([2, 3]),
  minimum: v.pipe(v.number(), v.integer(), v.minValue(1)),
  patientColumn: v.boolean(),
});

const NUMBERS = ['a', 'b', 'c', 'frame', 'segment', 'value'] as const;
const WORDS = ['kind', 'item', 'contract', 'cluster', 'setting', 'payer', 'site', 'team', 'member'] as const;
const COLUMNS = [...NUMBERS, ...WORDS, 'about'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * @throws Refusal `sums-not` when the file is no such result, `sums-damaged` when lines of it are missing
 *   or changed
 */
export async function readSumsTable(
  source: ByteSource,
): Promise<{ readonly table: SumsTable; readonly input: InputMeta }> {
  const name = basename(source.name);
  const file = await openRows(source, { uses: [], requires: [] });
  const facts = newFacts();
  const rows: (readonly RawCell[])[] = [];
  if (!COLUMNS.every((column) => file.header.includes(column))) throw refuse('sums-not', { name });
  for await (const stretch of file.rows(facts)) {
    for (const row of stretch.rows) if (!isBlankRow(row)) rows.push(row);
  }
  const table = sumsTableOf(file.header, rows, name);
  return { table, input: { name, rows: rows.length, sha256: facts.sha256 } };
}

/** @param rows cells as text or numbers, in the order of `header` */
export function sumsTableOf(
  header: readonly string[],
  rows: readonly (readonly RawCell[])[],
  name: string,
): SumsTable {
  const at = new Map(header.map((column, position) => [column.toLowerCase(), position]));
  if (!COLUMNS.every((column) => at.has(column))) throw refuse('sums-not', { name });
  const cell = (row: readonly RawCell[], column: Column): RawCell => row[at.get(column)!] ?? '';
  const number = (row: readonly RawCell[], column: Column): number => {
    const value = cell(row, column);
    const parsed = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
    if (!Number.isFinite(parsed)) throw refuse('sums-damaged', { name, kind: column });
    return parsed;
  };
  const lines: SumsLine[] = [];
  let described: SumsAbout | undefined;
  for (const row of rows) {
    const word = Object.fromEntries(WORDS.map((column) => [column, String(cell(row, column))]));
    if (word.kind === 'about') {
      if (described !== undefined) throw refuse('sums-damaged', { name, kind: 'about' });
      described = parsedAbout(String(cell(row, 'about')), name);
      continue;
    }
    lines.push({
      ...(word as Record<(typeof WORDS)[number], string>),
      ...(Object.fromEntries(NUMBERS.map((column) => [column, number(row, column)])) as Record<
        (typeof NUMBERS)[number],
        number
      >),
    });
  }
  if (described === undefined) throw refuse('sums-not', { name });
  const table = { about: described, lines };
  checkWhole(table, name);
  return table;
}

function parsedAbout(text: string, name: string): SumsAbout {
  try {
    return v.parse(about, JSON.parse(text));
  } catch {
    throw refuse('sums-not', { name });
  }
}
