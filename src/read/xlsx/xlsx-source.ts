/**
 * A sheet of a workbook (.xlsx) as a row source.
 * Invariants: the packed file and its shared texts are in memory, the sheet is not; more than 100,000 rows are refused as
 * soon as they are met.
 */

import { refuse } from '../../issue/refusal.ts';
import type { SourceFormat } from '../read-options.ts';
import {
  isBlankRow,
  NOTHING_SETTLED,
  newFacts,
  type PassFacts,
  type RawCell,
  type RowSource,
  type RowStretch,
} from '../row-source.ts';
import type { ByteSource } from '../source.ts';
import { plainBytes } from '../text-chunks.ts';
import { openZip, type Zip } from './open-zip.ts';
import { sheetRows } from './sheet-rows.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';

/** Data rows; see the contract of the case file. */
const MOST_ROWS = 100_000;
/** Packed: 100,000 rows of 100 columns take about a tenth of this. */
const MOST_BYTES = 1 << 28;
const HEAD_ROWS = 2000;

async function gatherBytes(source: ByteSource, facts: PassFacts): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of plainBytes(source, facts)) {
    length += bytes.length;
    if (length > MOST_BYTES) throw refuse('xlsx-too-large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/**
 * @param wanted sheet to read; absent: the only one with data in it, hidden ones aside
 * @throws Refusal `sheet-unknown`, `sheets-several`, `file-empty`, `file-damaged`, `xlsx-too-large`
 */
export async function xlsxSource(source: ByteSource, wanted: string | undefined): Promise<RowSource> {
  const facts = newFacts();
  const zip = await openZip(await gatherBytes(source, facts));
  const book = await readWorkbook(zip);
  const { sheet, rows, whole } = await chosenSheet(zip, book, wanted);
  if (rows.length === 0) throw refuse('file-empty');
  const header = rows.shift()!.map((cell) => String(cell).trim());
  return new XlsxSource({ zip, book, sheet, facts, header, head: rows, whole });
}

interface SheetHead {
  readonly sheet: Sheet;
  /** First rows that are not blank, the header among them. */
  readonly rows: RawCell[][];
  readonly whole: boolean;
}

async function chosenSheet(zip: Zip, book: Workbook, wanted: string | undefined): Promise<SheetHead> {
  if (wanted !== undefined) {
    const sheet = namedSheet(book.sheets, wanted);
    if (sheet === undefined) throw refuse('sheet-unknown', { sheet: wanted, sheets: namesOf(book.sheets) });
    return headOf(zip, book, sheet);
  }
  const filled: SheetHead[] = [];
  for (const sheet of book.sheets.filter(({ hidden }) => !hidden)) {
    const head = await headOf(zip, book, sheet);
    if (head.rows.length > 0) filled.push(head);
  }
  if (filled.length > 1)
    throw refuse('sheets-several', { sheets: namesOf(filled.map(({ sheet }) => sheet)) });
  if (filled.length === 0) throw refuse('file-empty');
  return filled[0]!;
}

/** By its name as it stands, else without regard to case and blanks around. */
function namedSheet(sheets: readonly Sheet[], wanted: string): Sheet | undefined {
  const plain = (name: string): string => name.trim().toLowerCase();
  return (
    sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => plain(name) === plain(wanted))
  );
}

function namesOf(sheets: readonly Sheet[]): string {
  return sheets.map(({ name }) => name).join(', ');
}

async function headOf(zip: Zip, book: Workbook, sheet: Sheet): Promise<SheetHead> {
  const rows: RawCell[][] = [];
  for await (const stretch of sheetRows(zip, book, sheet.entry)) {
    for (const row of stretch) if (!isBlankRow(row)) rows.push(row);
    if (rows.length > HEAD_ROWS) return { sheet, rows, whole: false };
  }
  return { sheet, rows, whole: true };
}

interface OpenedSheet extends Pick<RowSource, 'header' | 'head' | 'whole'> {
  readonly zip: Zip;
  readonly book: Workbook;
  readonly sheet: Sheet;
  readonly facts: PassFacts;
}

class XlsxSource implements RowSource {
  readonly header: readonly string[];
  readonly head: RowSource['head'];
  readonly whole: boolean;
  readonly typed = true;
  readonly settled = NOTHING_SETTLED;
  readonly notes = [];
  readonly format: SourceFormat;
  readonly #opened: OpenedSheet;

  constructor(opened: OpenedSheet) {
    this.#opened = opened;
    this.header = opened.header;
    this.head = opened.head;
    this.whole = opened.whole;
    this.format = { kind: 'xlsx', sheet: opened.sheet.name };
  }

  async *rows(facts: PassFacts, signal?: AbortSignal): AsyncGenerator<RowStretch> {
    const { zip, book, sheet } = this.#opened;
    Object.assign(facts, this.#opened.facts);
    let inHeader = true;
    let filled = 0;
    for await (const stretch of sheetRows(zip, book, sheet.entry)) {
      signal?.throwIfAborted();
      const rows = stretch.filter((row) => !isBlankRow(row));
      if (inHeader && rows.length > 0) {
        rows.shift();
        inHeader = false;
      }
      filled += rows.length;
      if (filled > MOST_ROWS) throw refuse('xlsx-too-many-rows', { limit: MOST_ROWS });
      // A sheet keeps no blank cells at the end of a row.
      for (const row of rows) while (row.length < this.header.length) row.push('');
      yield { rows };
    }
  }
}
