/**
 * A text table as ranges of whole rows, for readers beside each other.
 * Invariant: a range is given only where its rows are those that reading from the first byte would give; as soon
 * as that is not sure (a quote where none belongs, another encoding) nothing more is given and `exact` is false.
 */

import { isAscii } from 'node:buffer';
import { type CsvFormat, LONGEST_ROW } from './csv-rows.ts';
import { eightBitEncoding, firstAboveAscii, WINDOW_BYTES } from './decode.ts';

/** Whole rows of a file. */
export interface LineRange {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Rows of the file before it, header and blank ones among them. */
  readonly rowsBefore: number;
}

/** Buffers that nobody needs any more; who wants one takes the last. */
export type SpareBytes = ArrayBuffer[];

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/**
 * @param size bytes of a range, about; the first one must hold the header
 * @returns whether the ranges are the whole file
 */
export async function* lineRanges(
  source: AsyncIterable<Uint8Array>,
  { delimiter }: Pick<CsvFormat, 'delimiter'>,
  size: number,
  spare: SpareBytes = [],
): AsyncGenerator<LineRange, boolean> {
  const sign = delimiter.charCodeAt(0);
  let settled = false;
  let rowsBefore = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  const given = function* (last: boolean): Generator<LineRange, boolean> {
    // Of its own, because a range goes to another thread.
    const bytes = roomFor(length, size, spare);
    let filled = 0;
    for (const part of parts) {
      bytes.set(part, filled);
      filled += part.length;
    }
    const cut = cutAt(bytes, sign, last);
    if (cut === undefined) return false;
    parts = [Buffer.from(bytes.subarray(cut.end))];
    length -= cut.end;
    // No row is this long: the reader that goes from row to row says what it is.
    if (cut.end === 0) return length < size + LONGEST_ROW;
    const range = new Uint8Array(bytes.buffer, 0, cut.end);
    // A buffer looks for a byte many times as quickly as an array does.
    if (bytes.subarray(0, cut.end).includes(0)) return false;
    if (!settled && !isAscii(range)) {
      const window = range.subarray(firstAboveAscii(range)).subarray(0, WINDOW_BYTES);
      if ((window.length < WINDOW_BYTES && !last) || eightBitEncoding(window) !== 'utf-8') return false;
      settled = true;
    }
    yield { bytes: range, rowsBefore };
    rowsBefore += cut.rows;
    return true;
  };
  for await (const piece of source) {
    for (let at = 0; at < piece.length; at += size) {
      const next = piece.subarray(at, at + size);
      parts.push(next);
      length += next.length;
      if (length >= size && !(yield* given(false))) return false;
    }
  }
  return length === 0 || (yield* given(true));
}

/** Bytes of their own, used again where there are some; every one has room for a range and the piece it ends in. */
function roomFor(length: number, size: number, spare: SpareBytes): Buffer<ArrayBuffer> {
  const used = spare.pop();
  if (used !== undefined && used.byteLength >= length) return Buffer.from(used, 0, length);
  const most = Math.max(length, size + size / 4);
  return Buffer.from(Buffer.allocUnsafeSlow(most).buffer as ArrayBuffer, 0, length);
}

/**
 * Where the last whole row ends, and how many rows there are; undefined where a quote neither opens nor closes
 * a cell, or the last row is not closed.
 */
function cutAt(
  bytes: Uint8Array,
  delimiter: number,
  last: boolean,
): { end: number; rows: number } | undefined {
  let end = 0;
  let rows = 0;
  let at = 0;
  for (let open = bytes.indexOf(QUOTE); ; open = bytes.indexOf(QUOTE, at)) {
    const limit = open < 0 ? bytes.length : open;
    for (
      let line = bytes.indexOf(NEWLINE, at);
      line >= 0 && line < limit;
      line = bytes.indexOf(NEWLINE, line + 1)
    ) {
      end = line + 1;
      rows += 1;
    }
    if (open < 0) break;
    const before = open === 0 ? NEWLINE : bytes[open - 1]!;
    if (before !== delimiter && before !== NEWLINE) return undefined;
    const close = closingQuote(bytes, open + 1);
    // The cell goes on in the next piece.
    if (close === undefined) return last ? undefined : { end, rows };
    const after = bytes[close + 1];
    if (after === undefined && !last) return { end, rows };
    if (after !== undefined && after !== delimiter && after !== NEWLINE && after !== RETURN) return undefined;
    at = close + 1;
  }
  return last ? { end: bytes.length, rows } : { end, rows };
}

/** Index of the quote that ends a cell; two together are one within it. */
function closingQuote(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2)) {
    if (bytes[at + 1] !== QUOTE) return at;
  }
  return undefined;
}
