/** Raw scores to T-scores, before anything is computed from them. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable, Column } from '../model/case-table.ts';
import type { ConversionTable } from '../model/conversion.ts';
import { textColumn } from '../table/column-access.ts';
import { numbersOrBlank } from './columns.ts';
import { instrumentFilter } from './instrument.ts';

/**
 * The table with `pre` and `post` as T-scores; between two rows of the conversion on the straight line.
 * Rows with another instrument keep their scores: they take no part.
 * @throws Refusal `conversion-instrument` where the scores are of another instrument, `conversion-outside`
 * where some lie outside the conversion; those of `instrumentFilter`
 */
export function convertScores(
  table: CaseTable,
  conversion: ConversionTable,
  instrument: string | undefined,
): CaseTable {
  const takesPart = instrumentFilter(table, instrument);
  const column = textColumn(table, 'instrument');
  const other = column?.codes.find(
    (code, row) => code >= 0 && takesPart(row) && column.words[code] !== conversion.instrument,
  );
  if (other !== undefined) {
    throw refuse('conversion-instrument', {
      conversion: conversion.instrument,
      found: column!.words[other]!,
    });
  }
  let outside = 0;
  const converted = (name: 'pre' | 'post'): [string, Column][] => {
    if (!table.columns.has(name)) return [];
    const values = numbersOrBlank(table, name).map((raw, row) => {
      if (Number.isNaN(raw) || !takesPart(row)) return raw;
      const t = tScore(raw, conversion);
      if (t === undefined) outside += 1;
      return t ?? Number.NaN;
    });
    return [[name, { kind: 'number', values }]];
  };
  const columns = new Map([...table.columns, ...converted('pre'), ...converted('post')]);
  if (outside > 0) {
    const { raw } = conversion;
    throw refuse('conversion-outside', { n: outside, low: raw[0]!, high: raw.at(-1)! });
  }
  return { ...table, columns };
}

/**
 * T-score of a raw score; undefined outside the table.
 * @example
 * tScore(2.5, { raw: [2, 3], t: [40, 44] }) // => 42
 */
export function tScore(
  raw: number,
  { raw: from, t }: Pick<ConversionTable, 'raw' | 't'>,
): number | undefined {
  let [low, high] = [0, from.length - 1];
  if (!(raw >= from[low]! && raw <= from[high]!)) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= raw) low = middle;
    else high = middle;
  }
  if (high === low) return t[low]!;
  return t[low]! + ((raw - from[low]!) / (from[high]! - from[low]!)) * (t[high]! - t[low]!);
}
