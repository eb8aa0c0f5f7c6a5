/**
 * Case tables in the store: one table of typed columns per data set, one of words for its text columns.
 * Invariants: a number, day or rating that was blank comes back blank; text comes back with the same
 * codes and words; row order is kept. Table and column names are made here, never taken from a file.
 */

import type { CaseTable, Column } from '../model/case-table.ts';
import { type AppendColumn, appendColumns, type ColumnType } from './append-columns.ts';
import type { Engine, Transaction } from './engine.ts';
import { tableName } from './table-name.ts';

const BLANK_DAY = -2147483648;

const TYPES: Readonly<Record<Column['kind'], ColumnType>> = {
  number: 'DOUBLE',
  day: 'INTEGER',
  rating: 'TINYINT',
  text: 'INTEGER',
};

function reader(column: Column): AppendColumn['at'] {
  switch (column.kind) {
    case 'number': {
      const { values } = column;
      return (row) => (Number.isNaN(values[row]!) ? null : values[row]!);
    }
    case 'day': {
      const { values } = column;
      return (row) => (values[row] === BLANK_DAY ? null : values[row]!);
    }
    case 'rating': {
      const { values } = column;
      return (row) => (values[row]! < 0 ? null : values[row]!);
    }
    case 'text': {
      const { codes } = column;
      return (row) => (codes[row]! < 0 ? null : codes[row]!);
    }
  }
}

/** Writes the tables of one data set; the id must be new. `done` is told the rows written so far. */
export async function storeCaseTable(
  transaction: Transaction,
  id: string,
  table: CaseTable,
  done?: (rows: number) => void,
): Promise<void> {
  const cases = tableName('cases', id);
  const words = tableName('words', id);
  const columns = [...table.columns.entries()];
  const fields = columns.map(([, column], index) => `c${index} ${TYPES[column.kind]}`);
  await transaction.run(`create table ${cases} (${['file_row integer', ...fields].join(', ')})`);
  await transaction.run(`create table ${words} (position integer, code integer, word varchar)`);
  for (const [index, [name, column]] of columns.entries()) {
    await transaction.run('insert into case_column (data_set, position, name, kind) values (?, ?, ?, ?)', [
      id,
      index,
      name,
      column.kind,
    ]);
  }
  const appended = [
    { type: 'INTEGER' as const, at: (row: number) => table.rows[row]! },
    ...columns.map(([, column]) => ({ type: TYPES[column.kind], at: reader(column) })),
  ];
  await appendColumns(transaction.connection, cases, table.n, appended, done);
  for (const [index, [, column]] of columns.entries()) {
    if (column.kind !== 'text') continue;
    await appendColumns(transaction.connection, words, column.words.length, [
      { type: 'INTEGER', at: () => index },
      { type: 'INTEGER', at: (code) => code },
      { type: 'VARCHAR', at: (code) => column.words[code]! },
    ]);
  }
}

interface MutableColumn {
  readonly name: string;
  readonly column: Column;
  put(row: number, value: number): void;
}

function emptyColumn(name: string, kind: Column['kind'], n: number, words: readonly string[]): MutableColumn {
  switch (kind) {
    case 'number': {
      const values = new Float64Array(n).fill(Number.NaN);
      return {
        name,
        column: { kind, values },
        put: (row, value) => {
          values[row] = value;
        },
      };
    }
    case 'day': {
      const values = new Int32Array(n).fill(BLANK_DAY);
      return {
        name,
        column: { kind, values },
        put: (row, value) => {
          values[row] = value;
        },
      };
    }
    case 'rating': {
      const values = new Int8Array(n).fill(-1);
      return {
        name,
        column: { kind, values },
        put: (row, value) => {
          values[row] = value;
        },
      };
    }
    case 'text': {
      const codes = new Int32Array(n).fill(-1);
      return {
        name,
        column: { kind, codes, words },
        put: (row, value) => {
          codes[row] = value;
        },
      };
    }
  }
}

/** Reads the columns of one data set back; an unknown id gives undefined. */
export async function loadCaseTable(engine: Engine, id: string): Promise<CaseTable | undefined> {
  const described = await engine.all(
    'select position, name, kind from case_column where data_set = ? order by position',
    [id],
  );
  if (described.length === 0) return undefined;
  const cases = tableName('cases', id);
  const n = Number((await engine.all(`select count(*) as n from ${cases}`))[0]!.n);
  const words = described.map((): string[] => []);
  for (const row of await engine.all(
    `select position, word from ${tableName('words', id)} order by position, code`,
  )) {
    words[Number(row.position)]!.push(String(row.word));
  }
  const columns = described.map((row, index) =>
    emptyColumn(String(row.name), String(row.kind) as Column['kind'], n, words[index]!),
  );
  const rows = new Int32Array(n);
  const names = described.map((_, index) => `c${index}`);
  await engine.eachChunk(`select ${['file_row', ...names].join(', ')} from ${cases}`, (chunk, start) => {
    chunk.visitColumnValues(0, (value, row) => {
      rows[start + row] = Number(value);
    });
    for (let c = 0; c < columns.length; c += 1) {
      const { put } = columns[c]!;
      chunk.visitColumnValues(c + 1, (value, row) => {
        if (value !== null) put(start + row, Number(value));
      });
    }
  });
  return { n, rows, columns: new Map(columns.map(({ name, column }) => [name, column])) };
}

/** True when a text column of a stored data set holds this word; false too where there is no such column. */
export async function caseColumnHolds(
  engine: Engine,
  id: string,
  column: string,
  word: string,
): Promise<boolean> {
  const place = await engine.all('select position from case_column where data_set = ? and name = ?', [
    id,
    column,
  ]);
  if (place.length === 0) return false;
  const words = tableName('words', id);
  const found = await engine.all(`select 1 as there from ${words} where position = ? and word = ? limit 1`, [
    Number(place[0]!.position),
    word,
  ]);
  return found.length > 0;
}

/** Removes every trace of a data set's rows. */
export async function dropCaseTable(transaction: Transaction, id: string): Promise<void> {
  await transaction.run(`drop table if exists ${tableName('cases', id)}`);
  await transaction.run(`drop table if exists ${tableName('words', id)}`);
  await transaction.run('delete from case_column where data_set = ?', [id]);
}
