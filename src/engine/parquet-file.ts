/**
 * A Parquet file, opened: its columns and its rows, in order and in chunks.
 * Invariants: nothing is fetched or installed; a folder name such as `year=2024` adds no column; a
 * fault of the file is a refusal that quotes nothing of it.
 */

import type { DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import { refuse } from '../issue/refusal.ts';
import { isoFromDay } from '../table/day.ts';
import { dutchDay } from '../table/dutch-day.ts';
import { loadDuckDb } from './load-duckdb.ts';

export interface ParquetColumn {
  readonly name: string;
  /** Numbers and dates: there is one way to read them. */
  readonly typed: boolean;
}

/** Blank is ''; a number that is none (NaN) is blank; a date is ISO. */
export type ParquetCell = string | number;

export interface ParquetFile {
  readonly columns: readonly ParquetColumn[];
  readonly n: number;
  /** Rows, some thousand at a time. */
  chunks(): AsyncGenerator<ParquetCell[][]>;
  close(): void;
}

const FROM = 'from read_parquet($1, hive_partitioning = false)';

/** Extensions could only come from outside, and reading Parquet needs none. */
const SETTINGS = {
  threads: '2',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * @param path of one file, without the signs of a pattern (`*?[`), which DuckDB would follow
 * @throws Refusal `file-damaged`
 */
export async function openParquet(path: string): Promise<ParquetFile> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  const connection = await instance.connect();
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    const described = await connection.runAndReadAll(`describe select * ${FROM}`, [path]);
    const columns = described.getRows().map(([name, type]) => readColumn(String(name), String(type)));
    const counted = await connection.runAndReadAll(`select count(*) ${FROM}`, [path]);
    const fields = columns.map(({ name, sql }) => sql(`"${name.replaceAll('"', '""')}"`));
    return {
      columns,
      n: Number(counted.getRows()[0]![0]),
      close,
      async *chunks() {
        try {
          const result = await connection.stream(`select ${fields.join(', ')} ${FROM}`, [path]);
          for (let chunk = await result.fetchChunk(); chunk !== null; chunk = await result.fetchChunk()) {
            if (chunk.rowCount === 0) return;
            yield rowsOf(chunk, columns);
          }
        } catch {
          throw refuse('file-damaged', { kind: 'Parquet' });
        }
      },
    };
  } catch {
    close();
    throw refuse('file-damaged', { kind: 'Parquet' });
  }
}

interface ReadColumn extends ParquetColumn {
  /** What is selected, given the quoted name. */
  sql(column: string): string;
  /** A value that is not null. */
  cell(value: DuckDBValue): ParquetCell;
}

function rowsOf(chunk: DuckDBDataChunk, columns: readonly ReadColumn[]): ParquetCell[][] {
  const rows = Array.from({ length: chunk.rowCount }, (): ParquetCell[] => []);
  for (const [at, { cell }] of columns.entries()) {
    chunk.visitColumnValues(at, (value, row) => {
      rows[row]!.push(value === null ? '' : cell(value));
    });
  }
  return rows;
}

const SMALL_WHOLE = /^U?(TINYINT|SMALLINT|INTEGER)$/;

function readColumn(name: string, type: string): ReadColumn {
  const number = { name, typed: true, cell: numberCell };
  if (SMALL_WHOLE.test(type)) return { ...number, sql: (column) => column };
  if (type === 'DOUBLE' || type.startsWith('DECIMAL')) {
    return { ...number, sql: (column) => `cast(${column} as double)` };
  }
  // Through text, so that 2.3 in four bytes is 2.3 and not 2.299999952316284.
  if (type === 'FLOAT') return { ...number, sql: (column) => `cast(cast(${column} as varchar) as double)` };
  if (type === 'DATE') {
    return { name, typed: true, sql: (column) => `${column} - date '1970-01-01'`, cell: dayCells() };
  }
  if (type === 'TIMESTAMP WITH TIME ZONE') {
    const cell = (value: DuckDBValue): string => dutchDay(Number(value));
    return { name, typed: true, sql: (column) => `epoch_ms(${column})`, cell };
  }
  const text = { name, typed: false, cell: String };
  if (type.startsWith('TIMESTAMP')) {
    const day = (column: string): string => `cast(cast(${column} as date) as varchar)`;
    return {
      ...text,
      typed: true,
      // Midnight is how a date is written where only moments exist.
      sql: (column) =>
        `case when ${column} = cast(${column} as date) then ${day(column)} else cast(${column} as varchar) end`,
    };
  }
  // Whole numbers that are too large for a number, and truth values, have one way to be written.
  return { ...text, sql: (column) => `cast(${column} as varchar)` };
}

/** An endless number is no number; its name fails the checks as it should. */
function numberCell(value: DuckDBValue): ParquetCell {
  if (Number.isNaN(value)) return '';
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value);
}

/** A file has few different dates: each is written once. */
function dayCells(): (value: DuckDBValue) => string {
  const known = new Map<number, string>();
  return (value) => {
    const day = Number(value);
    let text = known.get(day);
    if (text === undefined) {
      text = isoFromDay(day);
      if (known.size < 100_000) known.set(day, text);
    }
    return text;
  };
}
