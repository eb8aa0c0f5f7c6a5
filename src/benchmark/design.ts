/** The columns to adjust for, as numbers or as levels, one value per row. */

import { refuse } from '../issue/refusal.ts';
import type { Covariate } from '../model/benchmark.ts';
import type { CaseTable, Column, TextColumn } from '../model/case-table.ts';
import { asNumbers } from '../table/as-numbers.ts';
import { BLANK_DAY } from '../table/day.ts';

/** NaN = blank. */
export interface NumericCovariate {
  readonly column: string;
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** -1 = blank. */
export interface CategoryCovariate {
  readonly column: string;
  readonly kind: 'category';
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

export type DesignCovariate = NumericCovariate | CategoryCovariate;

/**
 * Numbers as they are; text, and whatever was asked for as a category, as levels.
 * @throws Refusal `unknown-covariate`, `covariate-twice`, `covariate-in-use` (member or a response)
 */
export function designOf(
  table: CaseTable,
  adjust: readonly Covariate[],
  inUse: readonly string[],
): DesignCovariate[] {
  const seen = new Set<string>();
  return adjust.map(({ column: name, kind }) => {
    if (seen.has(name)) throw refuse('covariate-twice', { column: name }, 2);
    seen.add(name);
    if (inUse.includes(name)) throw refuse('covariate-in-use', { column: name }, 2);
    const column = table.columns.get(name);
    if (column === undefined) throw refuse('unknown-covariate', { column: name });
    const numbers = kind === 'auto' ? numbersOf(column) : undefined;
    return numbers === undefined
      ? { column: name, kind: 'category', ...levelsOf(column) }
      : { column: name, kind: 'number', values: numbers };
  });
}

/** Numbers of any column that holds them, text included where every word reads as one; else undefined. */
export function numbersOf(column: Column): Float64Array | undefined {
  switch (column.kind) {
    case 'number':
      return column.values;
    case 'day':
      return Float64Array.from(column.values, (day) => (day === BLANK_DAY ? Number.NaN : day));
    case 'rating':
      return Float64Array.from(column.values, (rating) => (rating < 0 ? Number.NaN : rating));
    case 'text':
      return asNumbers(column)?.values;
  }
}

function levelsOf(column: Column): Pick<TextColumn, 'codes' | 'words'> {
  if (column.kind === 'text') return { codes: column.codes, words: column.words };
  const values = numbersOf(column)!;
  const words: string[] = [];
  const codeOf = new Map<number, number>();
  const codes = Int32Array.from(values, (value) => {
    if (Number.isNaN(value)) return -1;
    let code = codeOf.get(value);
    if (code === undefined) {
      code = words.push(String(value)) - 1;
      codeOf.set(value, code);
    }
    return code;
  });
  return { codes, words };
}
