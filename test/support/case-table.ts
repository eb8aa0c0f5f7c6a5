/** Case tables for tests, straight from plain values. */

import type { CaseTable, Column } from '../../src/model/case-table.ts';
import { BLANK_DAY } from '../../src/table/day.ts';
import { TextDictionary } from '../../src/table/dictionary.ts';

export function text(values: readonly string[]): Column {
  const dictionary = new TextDictionary();
  const codes = Int32Array.from(values, (value) => dictionary.code(value));
  return { kind: 'text', codes, words: dictionary.words };
}

/** undefined = blank. */
export function numbers(values: readonly (number | undefined)[]): Column {
  return { kind: 'number', values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

export function days(values: readonly (number | undefined)[]): Column {
  return { kind: 'day', values: Int32Array.from(values, (value) => value ?? BLANK_DAY) };
}

export function caseTable(columns: Readonly<Record<string, Column>>): CaseTable {
  const [first] = Object.values(columns);
  const n = first === undefined ? 0 : first.kind === 'text' ? first.codes.length : first.values.length;
  return {
    n,
    rows: Int32Array.from({ length: n }, (_, row) => row + 1),
    columns: new Map(Object.entries(columns)),
  };
}
