/** Scores a large table a piece at a time, so that the server answers others in between. */

import {
  type CaseTable,
  type Column,
  type RuleBook,
  type ScoreColumns,
  scoreTableByDate,
} from '../src/index.ts';

/** So many are scored in a fraction of a second. */
export const ROWS_A_TURN = 20_000;

/** The same as `scoreTableByDate` on the whole table. `done` is told the rows scored so far. */
export async function scoreInTurns(
  book: RuleBook,
  table: CaseTable,
  done: (rows: number) => void,
): Promise<ScoreColumns> {
  const { n } = table;
  if (n <= ROWS_A_TURN) return scoreTableByDate(book, table);
  const width = book.clusters.length;
  const all = {
    n,
    advised: new Int16Array(n),
    second: new Int16Array(n),
    probabilities: new Float64Array(n * width),
    entropy: new Float64Array(n),
    itemsMissing: new Uint8Array(n),
    status: new Uint8Array(n),
    tie: new Uint8Array(n),
  };
  for (let start = 0; start < n; start += ROWS_A_TURN) {
    const part = scoreTableByDate(book, rowsOf(table, start, Math.min(n, start + ROWS_A_TURN)));
    all.advised.set(part.advised, start);
    all.second.set(part.second, start);
    all.probabilities.set(part.probabilities, start * width);
    all.entropy.set(part.entropy, start);
    all.itemsMissing.set(part.itemsMissing, start);
    all.status.set(part.status, start);
    all.tie.set(part.tie, start);
    done(start + part.n);
    await new Promise(setImmediate);
  }
  return all;
}

/** Rows `from` to `until` of a table; nothing is copied. */
export function rowsOf({ rows, columns }: CaseTable, from: number, until: number): CaseTable {
  const cut = (column: Column): Column => {
    switch (column.kind) {
      case 'text':
        return { ...column, codes: column.codes.subarray(from, until) };
      case 'number':
        return { kind: 'number', values: column.values.subarray(from, until) };
      case 'rating':
        return { kind: 'rating', values: column.values.subarray(from, until) };
      case 'day':
        return { kind: 'day', values: column.values.subarray(from, until) };
    }
  };
  return {
    n: until - from,
    rows: rows.subarray(from, until),
    columns: new Map([...columns].map(([name, column]) => [name, cut(column)])),
  };
}
