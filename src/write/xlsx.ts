/** Tables as one workbook, a sheet each: real numbers with their format, a header that stays in view. */

import type { Cell, CellKind, FormulaCell, FormulaSheet, ReportTable } from '../model/figure.ts';
import { dayFromCalendar, isCalendarDay } from '../table/day.ts';
import { withoutZipTimes } from './zip-time.ts';

/** Excel's own notations, so that each reader's own decimal sign is used. */
const NUMBER_FORMAT: Readonly<Record<CellKind, string | undefined>> = {
  text: undefined,
  count: '#,##0',
  number: '#,##0.00##',
  estimate: 'General',
  cents: '#,##0.00',
  price: '#,##0.00',
  share: '0.0%',
  percent: '0.0"%"',
  probability: '0.0%',
};

const MAX_SHEET_NAME = 31;

/**
 * A workbook with one sheet a table, named after its title. Cents become euros (the label says so);
 * shares and probabilities stay 0-1 and are shown as percentages; a column of ISO days
 * becomes days that a spreadsheet can reckon with. Text stays text: only the cells of
 * `reckoning` sheets, which the program itself writes, hold formulas.
 * Equal tables give equal bytes.
 */
export async function xlsxOf(
  tables: readonly ReportTable[],
  reckoning: readonly FormulaSheet[] = [],
): Promise<Uint8Array> {
  const taken = new Set<string>();
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const workbook = await writeExcelFile([
    ...tables.map((table) => ({
      sheet: sheetName(table, taken),
      stickyRowsCount: 1,
      columns: table.columns.map((column, index) => ({ width: columnWidth(table, index, column.label) })),
      data: [
        table.columns.map((column) => ({
          value: column.label,
          fontWeight: 'bold' as const,
          wrap: true,
          alignVertical: 'top' as const,
          align: column.kind === 'text' ? ('left' as const) : ('right' as const),
        })),
        ...excelRows(table),
      ],
    })),
    ...reckoning.map(({ name, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map(() => ({ width: 18 })),
      data: rows.map((row) => row.map(reckoningCell)),
    })),
  ]).toBuffer();
  return withoutZipTimes(workbook);
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Excel's day 0; before its day 61 it counts a day that never was. */
const ZERO = dayFromCalendar(1899, 12, 30);
const FIRST_SERIAL = 61;

/** Excel's number of a day written as ISO; undefined for any other text. */
function daySerial(text: string): number | undefined {
  const match = ISO_DAY.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (!isCalendarDay(year, month, day)) return undefined;
  const serial = dayFromCalendar(year, month, day) - ZERO;
  return serial >= FIRST_SERIAL ? serial : undefined;
}

/** A column of texts that are all days (or blank) is written as real days. */
function isDayColumn(table: ReportTable, index: number): boolean {
  let days = 0;
  for (const row of table.rows) {
    const cell = row[index] ?? '';
    if (cell === '') continue;
    if (typeof cell !== 'string' || daySerial(cell) === undefined) return false;
    days += 1;
  }
  return days > 0;
}

function excelRows(table: ReportTable) {
  const days = table.columns.map(({ kind }, index) => kind === 'text' && isDayColumn(table, index));
  return table.rows.map((row) =>
    row.map((cell, index) =>
      days[index] ? excelDay(String(cell ?? '')) : excelCell(cell, table.columns[index]!.kind),
    ),
  );
}

function excelDay(text: string) {
  const serial = daySerial(text);
  return serial === undefined ? null : { value: serial, type: Number, format: 'dd-mm-yyyy' };
}

function excelCell(cell: Cell, kind: CellKind) {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  const format = NUMBER_FORMAT[kind];
  return {
    value: kind === 'cents' || kind === 'price' ? cell / 100 : cell,
    type: Number,
    ...(format === undefined ? {} : { format }),
  };
}

function reckoningCell(cell: FormulaCell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: cell.formula, type: 'Formula' as const, format: NUMBER_FORMAT[cell.kind]! };
}

function columnWidth(table: ReportTable, index: number, label: string): number {
  let width = Math.min(label.length, 16);
  for (const row of table.rows.slice(0, 200)) width = Math.max(width, String(row[index] ?? '').length);
  return Math.min(Math.max(width + 2, 10), 60);
}

/** Excel forbids some signs, more than 31 characters and a name used twice (whatever its case). */
function sheetName(table: ReportTable, taken: Set<string>): string {
  const title = table.title.replace(/[\\/?*[\]:']/g, ' ');
  const base = wholeWords(title.replace(/\s+/g, ' ').trim()) || table.id.slice(0, MAX_SHEET_NAME);
  let name = base;
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) {
    const suffix = ` ${copy}`;
    name = base.slice(0, MAX_SHEET_NAME - suffix.length) + suffix;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** As many whole words as a tab can show; a longer word is cut. */
function wholeWords(title: string): string {
  if (title.length <= MAX_SHEET_NAME) return title;
  const end = title.lastIndexOf(' ', MAX_SHEET_NAME);
  return title.slice(0, end > 0 ? end : MAX_SHEET_NAME).replace(/[ ,]+$/, '');
}
