/**
 * The rows of one sheet, as they are read: cells at their place, dates as ISO, numbers as numbers.
 * Invariant: one piece of the sheet in memory at a time. Layout: ECMA-376 part 1, 18.3.1.
 */

import { refuse } from '../../issue/refusal.ts';
import type { RawCell } from '../row-source.ts';
import { excelDate } from './date-format.ts';
import type { Zip } from './open-zip.ts';
import { unescaped, type Workbook } from './workbook.ts';
import { xmlParser } from './xml-events.ts';

/** Excel's last column is XFD. A reference past it is no reference. */
const MOST_COLUMNS = 16_384;
/** Excel itself allows 32,767 characters. */
const LONGEST_TEXT = 1 << 20;
/** 31 December 9999, Excel's last day. */
const LAST_SERIAL = 2_958_465;

/** Index of a cell from its reference (`AB12` -> 27); -1 where there is none. */
function columnOf(reference: string | undefined): number {
  if (reference === undefined) return -1;
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > MOST_COLUMNS ? -1 : column - 1;
}

/** Gathers rows from the tags of a sheet. */
class SheetParser {
  readonly #book: Workbook;
  rows: RawCell[][] = [];
  #row: RawCell[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #text = '';
  #inText = false;
  #beside = 0;

  constructor(book: Workbook) {
    this.#book = book;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      const column = columnOf(attributes.r);
      this.#column = column < 0 ? this.#row.length : column;
      if (this.#column >= MOST_COLUMNS) throw refuse('xlsx-too-large');
      this.#type = attributes.t ?? 'n';
      this.#style = Number(attributes.s ?? 0);
      this.#text = '';
    } else if (name === 'v' || name === 't') this.#inText = this.#beside === 0;
    else if (name === 'rPh') this.#beside += 1;
    else if (name === 'row') this.#row = [];
  }

  text(piece: string): void {
    if (!this.#inText) return;
    this.#text += piece;
    if (this.#text.length > LONGEST_TEXT) throw refuse('xlsx-too-large');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inText = false;
    else if (name === 'rPh') this.#beside -= 1;
    else if (name === 'c') {
      const cell = this.#cell();
      if (cell === '') return;
      while (this.#row.length < this.#column) this.#row.push('');
      this.#row[this.#column] = cell;
    } else if (name === 'row') this.rows.push(this.#row);
  }

  #cell(): RawCell {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return this.#book.sharedTexts[Number(text)] ?? '';
      case 'n':
        return text === '' ? '' : this.#number(text);
      case 'b':
        return text === '1' ? 'true' : 'false';
      case 'd':
        // A date as text; at midnight the time says nothing.
        return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
      default:
        return unescaped(text);
    }
  }

  #number(text: string): RawCell {
    const value = Number(text);
    if (!Number.isFinite(value)) return text;
    const isDate = this.#book.dateStyles[this.#style] === true && value >= 1 && value <= LAST_SERIAL + 1;
    return isDate ? excelDate(value, this.#book.from1904) : value;
  }
}

/** Rows in stretches; blank ones are among them, and no row is longer than its last filled cell. */
export async function* sheetRows(zip: Zip, book: Workbook, entry: string): AsyncGenerator<RawCell[][]> {
  const sheet = new SheetParser(book);
  const parser = xmlParser({
    open: (name, attributes) => sheet.open(name, attributes),
    text: (piece) => sheet.text(piece),
    close: (name) => sheet.close(name),
  });
  for await (const piece of zip.text(entry)) {
    parser.write(piece);
    if (sheet.rows.length === 0) continue;
    const { rows } = sheet;
    sheet.rows = [];
    yield rows;
  }
  parser.end();
  if (sheet.rows.length > 0) yield sheet.rows;
}
