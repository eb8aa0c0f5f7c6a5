/**
 * Batches of one file into one table.
 * Invariant: batches come from one reader, so that a text column's codes mean the same in each.
 */

import type { CaseTable, Column } from '../model/case-table.ts';

type Values = Int8Array | Int32Array | Float64Array;

function valuesOf(column: Column): Values {
  return column.kind === 'text' ? column.codes : column.values;
}

function withValues(column: Column, values: Values): Column {
  return (
    column.kind === 'text'
      ? { kind: 'text', codes: values, words: column.words }
      : { kind: column.kind, values }
  ) as Column;
}

function joined(parts: readonly Values[], n: number): Values {
  const first = parts[0]!;
  const all = new (first.constructor as new (length: number) => Values)(n);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * The rows of all batches, in order. No batches give an empty table without columns.
 * Throws where batches differ in columns: they are not of one reader.
 */
export function concatTables(batches: readonly CaseTable[]): CaseTable {
  const first = batches[0];
  if (first === undefined) return { n: 0, rows: new Int32Array(0), columns: new Map() };
  const n = batches.reduce((sum, batch) => sum + batch.n, 0);
  const columns = new Map<string, Column>();
  for (const name of first.columns.keys()) {
    const parts = batches.map((batch) => {
      const column = batch.columns.get(name);
      if (column === undefined) throw new TypeError(`A batch lacks column ${name}`);
      return column;
    });
    // The last batch's words hold those of all earlier ones.
    columns.set(name, withValues(parts.at(-1)!, joined(parts.map(valuesOf), n)));
  }
  const rows = joined(
    batches.map((batch) => batch.rows),
    n,
  ) as Int32Array;
  return { n, rows, columns };
}
