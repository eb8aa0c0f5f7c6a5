/**
 * The only doorway to DuckDB: one open database file, one connection for reading and one for writing.
 * Invariants: writes run one after another, each in a transaction that is kept whole or not at all;
 * a reader never sees a transaction that is under way; nothing outside this folder imports DuckDB.
 */

import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { Refusal, refuse } from '../issue/refusal.ts';
import { loadDuckDb } from './load-duckdb.ts';

export type SqlValue = string | number | boolean | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** What runs inside a transaction. `connection` is for this folder's own bulk appenders. */
export interface Transaction {
  readonly connection: DuckDBConnection;
  run(sql: string, values?: readonly SqlValue[]): Promise<void>;
  all(sql: string, values?: readonly SqlValue[]): Promise<SqlRow[]>;
}

export interface Engine {
  /** Rows of a query as plain values (64-bit counts become numbers). */
  all(sql: string, values?: readonly SqlValue[]): Promise<SqlRow[]>;
  /** Runs `work` in one transaction; a throw undoes everything it wrote. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Streams a query's chunks in order. On a connection of its own: a second query on one connection
   * cuts off the stream before it without a word.
   */
  eachChunk(sql: string, visit: (chunk: DuckDBDataChunk, start: number) => void): Promise<void>;
  /** Waits for the write under way, writes the log into the file and lets go of it. */
  close(): Promise<void>;
}

async function allRows(
  connection: DuckDBConnection,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<SqlRow[]> {
  const reader = await connection.runAndReadAll(sql, [...values]);
  return reader.getRowObjectsJS().map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]): [string, SqlValue] => {
        if (typeof value === 'bigint') return [key, Number(value)];
        if (value === null || typeof value === 'string' || typeof value === 'number') return [key, value];
        if (typeof value === 'boolean') return [key, value];
        return [key, String(value)];
      }),
    ),
  );
}

/**
 * Opens (or makes) the database file.
 * @param path file, or `:memory:` for a store that is gone when closed
 * @throws Refusal `store-in-use` when another process has the file open, `store-unreadable` when it
 * is no database file of ours; both with exit 3
 */
export async function openEngine(path: string): Promise<Engine> {
  const instance = await openInstance(path);
  const reader = await instance.connect();
  const writer = await instance.connect();
  let tail: Promise<unknown> = Promise.resolve();

  const transaction = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> => {
    const turn = tail.then(async () => {
      await writer.run('begin transaction');
      try {
        const result = await work({
          connection: writer,
          run: async (sql, values = []) => {
            await writer.run(sql, [...values]);
          },
          all: (sql, values) => allRows(writer, sql, values),
        });
        await writer.run('commit');
        return result;
      } catch (error) {
        // A failed commit has already been undone; a second rollback then says so, which is no news.
        await writer.run('rollback').catch(() => undefined);
        throw error;
      }
    });
    tail = turn.catch(() => undefined);
    return turn;
  };

  return {
    eachChunk: async (sql, visit) => {
      const connection = await instance.connect();
      try {
        const result = await connection.stream(sql);
        let start = 0;
        for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
          if (chunk.rowCount === 0) break;
          visit(chunk, start);
          start += chunk.rowCount;
        }
      } finally {
        connection.closeSync();
      }
    },
    all: (sql, values) => allRows(reader, sql, values),
    transaction,
    close: async () => {
      await tail;
      await writer.run('checkpoint').catch(() => undefined);
      reader.closeSync();
      writer.closeSync();
      instance.closeSync();
    },
  };
}

async function openInstance(path: string): Promise<DuckDBInstance> {
  try {
    // Two threads leave room for the server itself on a small machine.
    return await (await loadDuckDb()).DuckDBInstance.create(path, { threads: '2' });
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    if (/lock on file|being used by another process/i.test(text)) throw refuse('store-in-use', {}, 3);
    if (error instanceof Refusal) throw error;
    throw refuse('store-unreadable', {}, 3);
  }
}
