/** A part of a case table: some rows, some columns. */

import type { CaseTable, Column } from '../../src/index.ts';

/** The rows given, in that order, of the columns named that the table has. */
export function pickRows(table: CaseTable, rows: readonly number[], names: Iterable<string>): CaseTable {
  const columns = new Map<string, Column>();
  for (const name of names) {
    const column = table.columns.get(name);
    if (column !== undefined) columns.set(name, pickColumn(column, rows));
  }
  return { n: rows.length, rows: Int32Array.from(rows, (row) => table.rows[row]!), columns };
}

function pickColumn(column: Column, rows: readonly number[]): Column {
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) };
    case 'day':
      return { kind: 'day', values: Int32Array.from(rows, (row) => column.values[row]!) };
    case 'rating':
      return { kind: 'rating', values: Int8Array.from(rows, (row) => column.values[row]!) };
    case 'text':
      return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) };
  }
}
