/** Bulk append of equally long columns to a table, chunk by chunk, without a value per statement. */

import type { DuckDBConnection } from '@duckdb/node-api';
import { loadDuckDb } from './load-duckdb.ts';

/** DuckDB's own vector size: the largest chunk it takes. */
const CHUNK_ROWS = 2048;
/** Chunks after which others have their turn: about a tenth of a second. */
const TURN_CHUNKS = 4;

/** Types a column may have in a table. */
export type ColumnType = 'DOUBLE' | 'INTEGER' | 'SMALLINT' | 'TINYINT' | 'UTINYINT' | 'VARCHAR';

/** One column to append: its type in the table and its value per row; null = blank. */
export interface AppendColumn {
  readonly type: ColumnType;
  readonly at: (row: number) => string | number | null;
}

/**
 * Appends `n` rows; runs inside the caller's transaction and gives the event loop a turn now and then.
 * `done` is told the rows appended so far.
 */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  n: number,
  columns: readonly AppendColumn[],
  done?: (rows: number) => void,
): Promise<void> {
  const duckDb = await loadDuckDb();
  const appender = await connection.createAppender(table);
  const types = columns.map((column) => duckDb[column.type]);
  for (let start = 0; start < n; start += CHUNK_ROWS) {
    const rows = Math.min(CHUNK_ROWS, n - start);
    const chunk = duckDb.DuckDBDataChunk.create(types, rows);
    for (let c = 0; c < columns.length; c += 1) {
      const vector = chunk.getColumnVector(c);
      const at = columns[c]!.at;
      for (let r = 0; r < rows; r += 1) vector.setItem(r, at(start + r));
      vector.flush();
    }
    appender.appendDataChunk(chunk);
    if ((start / CHUNK_ROWS) % TURN_CHUNKS !== TURN_CHUNKS - 1) continue;
    done?.(start + rows);
    await new Promise(setImmediate);
  }
  appender.closeSync();
}
