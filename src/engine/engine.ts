/**
 * The only doorway to DuckDB: one open database file, one connection for reading and one for writing.
 * Invariants: writes run one after another, each in a transaction that is kept whole or not at all;
 * a reader never sees a transaction that is under way; what was deleted is in no byte of the file once
 * it was renewed; nothing outside this folder imports DuckDB.
 */

import { rename, rm } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { refuse } from '../issue/refusal.ts';
import { loadDuckDb } from './load-duckdb.ts';
import { machineFault } from './machine-fault.ts';

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
  /**
   * Writes the file anew with what is in it now: space of deleted rows is given back, and so are their
   * bytes. Readers wait for the change of files only. Whoever is killed meanwhile keeps the old file.
   * @throws Refusal `disk-full` (exit 3); the file is then as it was
   */
  renew(): Promise<void>;
  /**
   * Writes what was confirmed so far to a new database file; writers wait, readers do not.
   * @throws Refusal `disk-full` (exit 3)
   */
  copyTo(path: string): Promise<void>;
  /** Writes the log into the file, which is then whole by itself. */
  checkpoint(): Promise<void>;
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
  let open = await connect(path);
  let tail: Promise<unknown> = Promise.resolve();
  let reading = 0;
  let lastReaderLeft = (): void => {};
  let swap: Promise<void> | undefined;

  /** Work that only reads; files are never changed under it. */
  async function read<T>(work: (at: Connected) => Promise<T>): Promise<T> {
    while (swap !== undefined) await swap;
    reading += 1;
    try {
      return await work(open);
    } finally {
      reading -= 1;
      if (reading === 0) lastReaderLeft();
    }
  }

  function queued<T>(work: () => Promise<T>): Promise<T> {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  }

  /** Runs `change` while nobody reads; a file is open again afterwards, whatever happens. */
  async function withoutReaders(change: () => Promise<void>): Promise<void> {
    let done = (): void => {};
    swap = new Promise((resolve) => {
      done = resolve;
    });
    try {
      if (reading > 0) {
        await new Promise<void>((resolve) => {
          lastReaderLeft = resolve;
        });
      }
      disconnect(open);
      try {
        await change();
      } finally {
        open = await connect(path);
      }
    } finally {
      swap = undefined;
      done();
    }
  }

  const transaction = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
    queued(async () => {
      const { writer } = open;
      try {
        await writer.run('begin transaction');
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
        const undone = await writer.run('rollback').then(
          () => true,
          (fault: unknown) => !isInvalidated(fault),
        );
        // A write that the disk refused closes the file for good: it is opened again as it was before.
        if (!undone || isInvalidated(error)) await withoutReaders(async () => {});
        throw machineFault(error);
      }
    });

  return {
    eachChunk: (sql, visit) =>
      read(async ({ instance }) => {
        const connection = await connectionOf(instance, path);
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
      }),
    all: (sql, values) => read(({ reader }) => allRows(reader, sql, values)),
    transaction,
    checkpoint: () =>
      queued(async () => {
        await open.writer.run('checkpoint');
      }),
    copyTo: (copy) =>
      queued(async () => {
        try {
          await copyInto(open.writer, copy);
        } catch (error) {
          await open.writer.run('detach database if exists renewed').catch(() => undefined);
          await removeDatabase(copy);
          throw machineFault(error);
        }
      }),
    renew: () =>
      queued(async () => {
        if (path === ':memory:') return;
        const fresh = `${path}.new`;
        try {
          await copyInto(open.writer, fresh);
          await open.writer.run('checkpoint');
        } catch (error) {
          await open.writer.run('detach database if exists renewed').catch(() => undefined);
          await removeDatabase(fresh);
          throw machineFault(error);
        }
        await withoutReaders(async () => {
          // Its content is in the file; beside the new file it would be read as changes to that.
          await rm(`${path}.wal`, { force: true });
          await rename(fresh, path);
        });
      }),
    close: async () => {
      await tail;
      await open.writer.run('checkpoint').catch(() => undefined);
      disconnect(open);
    },
  };
}

interface Connected {
  readonly instance: DuckDBInstance;
  readonly reader: DuckDBConnection;
  readonly writer: DuckDBConnection;
}

async function connect(path: string): Promise<Connected> {
  const instance = await openInstance(path);
  const reader = await connectionOf(instance, path);
  return { instance, reader, writer: await connectionOf(instance, path) };
}

async function connectionOf(instance: DuckDBInstance, path: string): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  if (path !== ':memory:') await connection.run(`use ${STORE}`);
  return connection;
}

function disconnect({ instance, reader, writer }: Connected): void {
  reader.closeSync();
  writer.closeSync();
  instance.closeSync();
}

/** What DuckDB says of a database after a fault in writing. */
function isInvalidated(error: unknown): boolean {
  return error instanceof Error && /has been invalidated/i.test(error.message);
}

async function copyInto(connection: DuckDBConnection, fresh: string): Promise<void> {
  await removeDatabase(fresh);
  await connection.run(`attach '${fresh.replaceAll("'", "''")}' as renewed`);
  await connection.run(`copy from database ${STORE} to renewed`);
  await connection.run('checkpoint renewed');
  await connection.run('detach renewed');
}

async function removeDatabase(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

/** Under which name the file is attached. */
const STORE = 'store';

/**
 * The file is attached to an instance in memory, not opened as the instance itself: after a crash DuckDB
 * cannot read the log of some changes of shape as long as no other database is open (its issue 18259).
 */
async function openInstance(path: string): Promise<DuckDBInstance> {
  // Two threads leave room for the server itself on a small machine.
  const settings = { threads: '2', ...(path === ':memory:' ? {} : { temp_directory: `${path}.tmp` }) };
  const instance = await (await loadDuckDb()).DuckDBInstance.create(':memory:', settings);
  if (path === ':memory:') return instance;
  try {
    const connection = await instance.connect();
    await connection.run(`attach '${path.replaceAll("'", "''")}' as ${STORE}`);
    connection.closeSync();
    return instance;
  } catch (error) {
    instance.closeSync();
    const text = error instanceof Error ? error.message : '';
    if (/lock on file|being used by another process/i.test(text)) throw refuse('store-in-use', {}, 3);
    throw refuse('store-unreadable', {}, 3);
  }
}
