/** Products of columns from what a query found: counts are those of the lines of hashes, sums those of the engine. */

import { createHash } from 'node:crypto';
import { compareCodePoints } from '../table/compare-code-points.ts';
import type { GateCategory } from './gate-input.ts';

/** How the result of a query names a level, or levels put together. */
export interface LevelName {
  readonly category: string;
  readonly level: string;
}

export const EVERYBODY: LevelName = { category: '', level: '' };

/** One column of the products: a number by its item, or one level with its rows. */
export type FactColumn = { readonly item: string } | LevelColumn;

interface LevelColumn {
  /** Index of the category. */
  readonly at: number;
  readonly name: LevelName;
  readonly words: readonly string[];
  readonly rows: readonly number[];
}

/** Looks a sum up: `cross` of two items, `dev` of an item within a level. */
type SumOf = (fact: 'cross' | 'dev', level: LevelName, item: string, other: string) => number;

/** Sums of products of deviations from the means, square; @param n rows of the table */
export function productsOf(columns: readonly FactColumn[], n: number, sumOf: SumOf): number[][] {
  const cross = columns.map(() => new Array<number>(columns.length).fill(0));
  const rowsIn = columns.map((column) => new Set('item' in column ? [] : column.rows));
  for (const [j, one] of columns.entries()) {
    for (const [l, other] of columns.slice(0, j + 1).entries()) {
      const value = product(one, other, n, sumOf, () => shared(rowsIn[j]!, rowsIn[l]!));
      cross[j]![l] = value;
      cross[l]![j] = value;
    }
  }
  return cross;
}

function product(one: FactColumn, other: FactColumn, n: number, sumOf: SumOf, both: () => number): number {
  if ('item' in one) {
    if (!('item' in other)) return sumOf('dev', other.name, one.item, '');
    const [a, b] = [one.item, other.item].sort(compareCodePoints);
    return sumOf('cross', EVERYBODY, a!, b!);
  }
  if ('item' in other) return sumOf('dev', one.name, other.item, '');
  // Nobody has two levels of one category.
  const count = one.at !== other.at ? both() : one === other ? one.rows.length : 0;
  return count - (one.rows.length * other.rows.length) / n;
}

function shared(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let count = 0;
  for (const row of one) if (other.has(row)) count += 1;
  return count;
}

/** What tells columns apart in the key of a question. */
export function nameOf(column: FactColumn): unknown {
  return 'item' in column ? column.item : column.name;
}

/** A place in the table that a query gave. */
export const keyOf = (...parts: readonly string[]): string => parts.join('\u0001');

const HASH_CHARACTERS = 16;

export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, HASH_CHARACTERS);
}

/** Per level of a category, the words it stood for before anything was merged. */
export function wordsByCode(
  original: GateCategory,
  { codes }: GateCategory,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, Set<number>>();
  for (const [row, code] of codes.entries()) {
    const own = found.get(code);
    if (own === undefined) found.set(code, new Set([original.codes[row]!]));
    else own.add(original.codes[row]!);
  }
  const words = (own: ReadonlySet<number>): string[] =>
    [...own].map((raw) => original.words[raw] ?? '').sort(compareCodePoints);
  return new Map([...found].map(([code, own]) => [code, words(own)]));
}
