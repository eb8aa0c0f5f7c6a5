/**
 * Tables and rows as CSV text. Plain: comma, point, UTF-8, shortest exact numbers, for programs.
 * `excel`: semicolon, decimal comma, byte order mark, for a Dutch spreadsheet.
 * Fields are those of the JSON result (cents stay cents, shares stay 0-1).
 */

import type { Cell, ReportTable } from '../model/figure.ts';

export interface CsvOptions {
  readonly excel?: boolean;
  /** Text that a spreadsheet would run gets an apostrophe before it, as with `excel`; for files that people open. */
  readonly guard?: boolean;
}

/** A text cell that a spreadsheet would run as a formula; the wide signs count where one writes Japanese. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * What a field needs quotes for (RFC 4180), and spaces at its ends, which some programs would drop.
 * Written out here, because asking a library per field took a third of the time of a large file.
 */
const SPECIAL = /[",\r\n\uFEFF]|^ | $/;
const SPECIAL_EXCEL = /[";\r\n\uFEFF]|^ | $/;

/** A number with its sign is no formula: `-1` is the code of a missing rating. */
const SIGNED_NUMBER = /^[+-]?\d[\d.,]*$/;

/** Opens a file of rows: the byte order mark where it is wanted, and the header line. */
export function csvHeader(keys: readonly string[], options: CsvOptions = {}): string {
  return (options.excel ? '\uFEFF' : '') + csvRows([keys], options);
}

/**
 * Rows as CSV lines, each ended; concatenating batches gives the same text as one batch.
 * @throws Error on a number that is not finite
 */
export function csvRows(rows: readonly (readonly Cell[])[], options: CsvOptions = {}): string {
  const newline = options.excel ? '\r\n' : '\n';
  const delimiter = options.excel ? ';' : ',';
  const write = options.excel ? excelField : options.guard ? guardedField : plainField;
  const special = options.excel ? SPECIAL_EXCEL : SPECIAL;
  let text = '';
  for (const row of rows) {
    for (let at = 0; at < row.length; at++) {
      const field = write(row[at]!);
      if (at > 0) text += delimiter;
      text += special.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
    }
    text += newline;
  }
  return text;
}

/** A whole table: header of keys, then its rows. */
export function csvOf(table: ReportTable, options: CsvOptions = {}): string {
  return (
    csvHeader(
      table.columns.map((column) => column.key),
      options,
    ) + csvRows(table.rows, options)
  );
}

function plainField(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? exactNumber(cell) : cell;
}

function excelField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return exactNumber(cell).replace('.', ',');
  return guarded(cell);
}

function guardedField(cell: Cell): string {
  return typeof cell === 'string' ? guarded(cell) : plainField(cell);
}

/** A spreadsheet shows such a cell as plain text; without the apostrophe `=cmd|…` would be run on opening. */
function guarded(text: string): string {
  return FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
}

/** The shortest text that reads back as the same number. */
function exactNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A table cell holds ${value}`);
  return String(value === 0 ? 0 : value);
}
