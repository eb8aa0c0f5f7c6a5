/** Columns the contract does not know come in as text; a covariate may want them as numbers. */

import type { NumberColumn, TextColumn } from '../model/case-table.ts';
import { decideDecimal } from './number-notation.ts';
import { parseNumber } from './parse-number.ts';

/**
 * The column as numbers where every word that is used reads as one under one decimal sign;
 * undefined otherwise (also when every row is blank, or when nothing settles `1.234`).
 */
export function asNumbers(column: TextColumn): NumberColumn | undefined {
  const used = new Uint8Array(column.words.length);
  for (const code of column.codes) if (code >= 0) used[code] = 1;
  const words = column.words.filter((_, code) => used[code] === 1);
  if (words.length === 0) return undefined;
  const decimal = decideDecimal(words);
  if (decimal === undefined) return undefined;
  const numbers = new Float64Array(column.words.length);
  for (const [code, word] of column.words.entries()) {
    if (used[code] === 0) continue;
    const value = parseNumber(word, decimal);
    if (value === undefined) return undefined;
    numbers[code] = value;
  }
  const values = new Float64Array(column.codes.length);
  for (let row = 0; row < values.length; row += 1) {
    const code = column.codes[row]!;
    values[row] = code < 0 ? Number.NaN : numbers[code]!;
  }
  return { kind: 'number', values };
}
