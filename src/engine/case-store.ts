/**
 * Case tables in the store: one table of typed columns per data set, one of words for its text columns.
 * Invariants: a number, day or rating that was blank comes back blank; text comes back with the same
 * codes and words; row order is kept. Table and column names are made here, never taken from a file.
 */

import type { CaseTable, Column } from '../model/case-table.ts';
import { type AppendColumn, appendColumns, type ColumnType } from './append-columns.ts';
import { copyVector } from './copy-vector.ts';
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

interface EmptyColumn {
  readonly name: string;
  readonly column: Column;
  readonly values: Float64Array | Int32Array | Int8Array;
  /** What a blank is in `values`, as SQL: a vector without blanks is read many times faster. */
  readonly blank: string;
}

function emptyColumn(name: string, kind: Column['kind'], n: number, words: readonly string[]): EmptyColumn {
  switch (kind) {
    case 'number': {
      const values = new Float64Array(n);
      return { name, column: { kind, values }, values, blank: "'nan'::double" };
    }
    case 'day': {
      const values = new Int32Array(n);
      return { name, column: { kind, values }, values, blank: String(BLANK_DAY) };
    }
    case 'rating': {
      const values = new Int8Array(n);
      return { name, column: { kind, values }, values, blank: '-1' };
    }
    case 'text': {
      const codes = new Int32Array(n);
      return { name, column: { kind, codes, words }, values: codes, blank: '-1' };
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
  const inOrder = `select position, word from ${tableName('words', id)} order by position, code`;
  await engine.eachChunk(inOrder, (chunk) => {
    const [position, word] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let at = 0; at < chunk.rowCount; at += 1) {
      words[Number(position.getItem(at))]!.push(String(word.getItem(at)));
    }
  });
  const columns = described.map((row, index) =>
    emptyColumn(String(row.name), String(row.kind) as Column['kind'], n, words[index]!),
  );
  const rows = new Int32Array(n);
  const fields = columns.map(({ blank }, index) => `coalesce(c${index}, ${blank})`);
  const targets = [rows, ...columns.map(({ values }) => values)];
  await engine.eachChunk(`select ${['file_row', ...fields].join(', ')} from ${cases}`, (chunk, start) => {
    for (const [c, target] of targets.entries()) copyVector(chunk.getColumnVector(c), target, start);
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
