/** What came out of the two queries of a contribution: a table of sums, and a table of keyed hashes. */

import Papa from 'papaparse';
import { refuse } from '../issue/refusal.ts';
import type { SumsFact } from '../model/gate-plan.ts';

export interface SumsFile {
  /** Base name, for sentences. */
  readonly name: string;
  readonly madeFor: string;
  readonly facts: readonly SumsFact[];
}

export interface HashesFile {
  readonly name: string;
  readonly madeFor: string;
  readonly n: number;
  /** Cells by column, '' = blank. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

const TEXTS = ['fact', 'model', 'stage', 'category', 'level', 'item', 'other'] as const;
const HASH_COLUMNS = ['patient', 'turn', 'left_out', 'status', 'outside_window', 'instrument'] as const;

/** @throws Refusal `sums-shape` (a column is missing, nothing in it, several queries mixed), `sums-number` */
export function parseBenchmarkSums(text: string, name: string): SumsFile {
  const { columns, n, madeFor } = tableOf(text, name, [...TEXTS, 'amount']);
  const cells = (column: string): readonly string[] => columns.get(column)!;
  const facts = Array.from({ length: n }, (_, row): SumsFact => {
    const written = cells('amount')[row]!;
    const amount = Number(written);
    if (written === '' || !Number.isFinite(amount)) throw refuse('sums-number', { name, row: row + 1 });
    const [fact, model, stage, category, level, item, other] = TEXTS.map((column) => cells(column)[row]!);
    return {
      ...{ fact: fact!, model: model!, stage: stage!, category: category! },
      ...{ level: level!, item: item!, other: other!, amount },
    };
  });
  return { name, madeFor, facts };
}

/** @throws Refusal `sums-shape` */
export function parseBenchmarkHashes(text: string, name: string): HashesFile {
  return { name, ...tableOf(text, name, HASH_COLUMNS) };
}

function tableOf(text: string, name: string, needed: readonly string[]): Omit<HashesFile, 'name'> {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split('\n', 1);
  const delimiter = [',', ';', '\t'].find((sign) => first.split(sign).length > needed.length) ?? ',';
  const { data } = Papa.parse<string[]>(plain, { delimiter, skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const columns = new Map(header.map((title, at) => [title.trim(), rows.map((row) => row[at] ?? '')]));
  const missing = ['made_for', ...needed].find((column) => !columns.has(column));
  if (missing !== undefined) throw refuse('sums-shape', { name, column: missing });
  const made = new Set(columns.get('made_for'));
  const [madeFor] = made;
  if (madeFor === undefined || made.size > 1) throw refuse('sums-shape', { name, column: 'made_for' });
  return { madeFor, n: rows.length, columns };
}
