/**
 * Tables and rows as CSV text. Plain: comma, point, UTF-8, shortest exact numbers, for programs.
 * `excel`: semicolon, decimal comma, byte order mark, for a Dutch spreadsheet.
 * Fields are those of the JSON result (cents stay cents, shares stay 0-1).
 */

import Papa from 'papaparse';
import type { Cell, ReportTable } from '../model/figure.ts';

export interface CsvOptions {
  readonly excel?: boolean;
}

/** A text cell that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

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
  if (rows.length === 0) return '';
  const newline = options.excel ? '\r\n' : '\n';
  const write = options.excel ? excelField : plainField;
  const text = Papa.unparse(
    rows.map((row) => row.map(write)),
    { delimiter: options.excel ? ';' : ',', newline },
  );
  return text + newline;
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
  // Excel shows the apostrophe's cell as plain text; without it `=cmd|…` would be run on opening.
  return FORMULA.test(cell) && !SIGNED_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** The shortest text that reads back as the same number. */
function exactNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`A table cell holds ${value}`);
  return String(value === 0 ? 0 : value);
}
