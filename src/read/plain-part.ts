/**
 * The rows of a part of a file, straight from its bytes as far as these are plain.
 * Invariant: rows, counts and findings are those of reading the part as text.
 */

import { isAscii, isUtf8 } from 'node:buffer';
import type { CaseRows } from './case-rows.ts';
import type { Delimiter } from './csv-rows.ts';
import { utf8Text } from './decode.ts';
import type { IdentityGuard } from './identity-guard.ts';
import type { LineRange } from './line-ranges.ts';
import type { PlainRows } from './plain-rows.ts';
import type { CaseBatch } from './read-options.ts';
import type { Survey } from './survey.ts';

const NEWLINE = 10;
const QUOTE = 34;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

interface PlainPart {
  readonly range: LineRange;
  readonly delimiter: Delimiter;
  readonly rows: CaseRows;
  /** Absent where an earlier pass has seen all rows. */
  readonly watch: IdentityGuard | undefined;
  readonly others: Survey;
  /** Takes a row that has to be read as text. */
  readonly text: (cells: readonly string[]) => void;
}

/** Gives the batches that are full, and at its end what is left to be read as text. */
export function* plainPart(part: PlainPart): Generator<CaseBatch, LineRange> {
  const { range, delimiter, rows, others } = part;
  const plain = rows.plain;
  const end = plainEnd(range);
  if (plain === undefined || end === 0) return range;
  plain.begin(range.bytes, delimiter);
  const lines = new PlainLines(part, plain, end);
  while (lines.fillBatch()) yield rows.take();
  if (others.needed) plain.tell(others);
  // A batch speaks of one array of bytes.
  if (rows.waiting > 0) yield rows.take();
  return { bytes: range.bytes.subarray(end), rowsBefore: range.rowsBefore + lines.count };
}

/** Up to where lines are ended, have no quote and are UTF-8; the file's first part has a header to be found. */
function plainEnd({ bytes, rowsBefore }: LineRange): number {
  if (rowsBefore === 0) return 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!isAscii(buffer) && (!isUtf8(buffer) || buffer.includes(BYTE_ORDER_MARK))) return 0;
  const quote = buffer.indexOf(QUOTE);
  return buffer.lastIndexOf(NEWLINE, quote < 0 ? bytes.length : quote) + 1;
}

class PlainLines {
  /** Lines passed. */
  count = 0;
  readonly #part: PlainPart;
  readonly #plain: PlainRows;
  readonly #end: number;
  #at = 0;

  constructor(part: PlainPart, plain: PlainRows, end: number) {
    this.#part = part;
    this.#plain = plain;
    this.#end = end;
  }

  /** Takes lines until a batch is full; false at the end. */
  fillBatch(): boolean {
    const { rows, watch, text, delimiter } = this.#part;
    const plain = this.#plain;
    while (this.#at < this.#end) {
      const start = this.#at;
      if (rows.pushPlain(start)) watch?.watchPlain(plain);
      else text(utf8Text(plain.bytes, start, plain.end).split(delimiter));
      this.#at = plain.next;
      this.count += 1;
      if (rows.full) return true;
    }
    return false;
  }
}
