/** Typed access to the columns of a case table; a column of another kind is a fault of the caller. */

import type {
  CanonicalColumn,
  CaseTable,
  Column,
  DayColumn,
  NumberColumn,
  RatingColumn,
  RatingColumnName,
  TextColumn,
} from '../model/case-table.ts';

/** hv01 … hv19, in the order of the form. */
export const RATING_COLUMNS: readonly RatingColumnName[] = Array.from(
  { length: 19 },
  (_, index) => `hv${String(index + 1).padStart(2, '0')}` as RatingColumnName,
);

function columnOfKind<K extends Column['kind']>(
  table: CaseTable,
  name: string,
  kind: K,
): Extract<Column, { kind: K }> | undefined {
  const column = table.columns.get(name);
  if (column === undefined) return undefined;
  if (column.kind !== kind) throw new TypeError(`Column ${name} holds ${column.kind}, not ${kind}`);
  return column as Extract<Column, { kind: K }>;
}

/** The text column of that name; undefined where the file has none. */
export function textColumn(table: CaseTable, name: CanonicalColumn | (string & {})): TextColumn | undefined {
  return columnOfKind(table, name, 'text');
}

/** The number column of that name; undefined where the file has none. */
export function numberColumn(
  table: CaseTable,
  name: CanonicalColumn | (string & {}),
): NumberColumn | undefined {
  return columnOfKind(table, name, 'number');
}

/** The day column of that name; undefined where the file has none. */
export function dayColumn(table: CaseTable, name: CanonicalColumn | (string & {})): DayColumn | undefined {
  return columnOfKind(table, name, 'day');
}

/** The 19 rating columns in order of the form; undefined where the file lacks the item. */
export function ratings(table: CaseTable): (RatingColumn | undefined)[] {
  return RATING_COLUMNS.map((name) => columnOfKind(table, name, 'rating'));
}

/** The text in a row; blank, and a column that is absent, give ''. */
export function textAt(column: TextColumn | undefined, row: number): string {
  if (column === undefined) return '';
  const code = column.codes[row]!;
  return code < 0 ? '' : column.words[code]!;
}

/** The episode's name in a row: the column where the file has it, else the row's number in the file. */
export function episodeAt(table: CaseTable, row: number): string {
  return textAt(textColumn(table, 'episode'), row) || String(table.rows[row]!);
}
