/**
 * A text table (CSV in any of its forms) as a row source.
 * Invariant: one stretch of the file in memory at a time.
 */

import { refuse } from '../issue/refusal.ts';
import { type CsvFormat, csvHeadRows, csvRowsOf } from './csv-rows.ts';
import { lineRanges } from './line-ranges.ts';
import type { SourceFormat } from './read-options.ts';
import {
  isBlankRow,
  NOTHING_SETTLED,
  type PassFacts,
  type RowFault,
  type RowRanges,
  type RowSource,
  type RowStretch,
} from './row-source.ts';
import { sniffCsv } from './sniff-csv.ts';
import type { ByteSource } from './source.ts';
import { plainBytes, textOf, textOfRange } from './text-chunks.ts';

const DAMAGED: readonly RowFault[] = [{ code: 'row-quotes' }];

/**
 * @param text the beginning of the file; `whole` where that is all of it
 * @param isKnown whether a header means something, which settles the delimiter
 * @throws Refusal `quote-not-closed`, `file-not-text`
 */
export function csvSource(
  source: ByteSource,
  text: string,
  whole: boolean,
  isKnown: (header: string) => boolean,
): RowSource {
  const format = sniffCsv(text, isKnown);
  const head = csvHeadRows(text, format, whole).filter((row) => !isBlankRow(row));
  // A quarter of a mebibyte without a complete line is no header row.
  if (head.length === 0)
    throw text.includes('"') ? refuse('quote-not-closed', { row: 1 }) : refuse('file-not-text');
  return new CsvSource({ source, format, head, whole, rowLength: text.length / head.length });
}

interface Opened {
  readonly source: ByteSource;
  readonly format: CsvFormat;
  readonly head: readonly (readonly string[])[];
  readonly whole: boolean;
  /** Characters of a row of the head, on average. */
  readonly rowLength: number;
}

class CsvSource implements RowSource {
  readonly header: readonly string[];
  readonly head: readonly (readonly string[])[];
  readonly whole: boolean;
  readonly typed = false;
  readonly settled = NOTHING_SETTLED;
  readonly notes = [];
  readonly #source: ByteSource;
  readonly #csv: CsvFormat;
  readonly #rowLength: number;
  #format: SourceFormat;

  constructor({ source, format: csv, head, whole, rowLength }: Opened) {
    this.#source = source;
    this.#csv = csv;
    this.#rowLength = rowLength;
    this.header = head[0]!.map((cell) => cell.trim());
    this.head = head.slice(1);
    this.whole = whole;
    const { delimiter, lineEnding } = csv;
    this.#format = { kind: 'csv', delimiter, lineEnding, encoding: 'utf-8' };
  }

  get format(): SourceFormat {
    return this.#format;
  }

  get inRanges(): RowRanges | undefined {
    // With \r alone as a line ending a range could end inside one of \r\n.
    if (this.#csv.lineEnding === '\r') return undefined;
    return {
      ranges: (facts, size, spare) => lineRanges(plainBytes(this.#source, facts), this.#csv, size, spare),
      expected: Math.ceil((this.#source.size ?? 0) / this.#rowLength),
      delimiter: this.#csv.delimiter,
      rowsOf: (range) => this.#rowsOf(textOfRange(range), range.rowsBefore === 0),
    };
  }

  async *rows(facts: PassFacts, signal?: AbortSignal): AsyncGenerator<RowStretch> {
    const text = textOf(this.#source, facts, signal, (encoding) => {
      this.#format = { ...this.#format, encoding };
    });
    yield* this.#rowsOf(text, true);
  }

  async *#rowsOf(text: AsyncIterable<string>, first: boolean): AsyncGenerator<RowStretch> {
    let inHeader = first;
    const format = first ? this.#csv : { ...this.#csv, skip: 0 };
    for await (const { rows, damaged } of csvRowsOf(text, format)) {
      if (inHeader) {
        const at = rows.findIndex((row) => !isBlankRow(row));
        inHeader = at < 0;
        // Emptied in place: the indexes of damaged rows stay true, and blank rows are passed over.
        for (let row = 0; row <= (at < 0 ? rows.length - 1 : at); row += 1) rows[row] = [''];
      }
      yield damaged.size === 0
        ? { rows }
        : { rows, faults: new Map([...damaged].map((at) => [at, DAMAGED])) };
    }
  }
}
