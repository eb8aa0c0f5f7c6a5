/**
 * Scored rows as plain CSV lines, in bytes. What stood in the file goes out as it stood, without being cut up and put
 * together again where nothing of it changes; a row whose cells are text is written cell by cell.
 * Invariant: the bytes are those of `csvRows` over the same cells (kept by a test).
 */

import { csvRows, LONGEST_NUMBER, SCORE_STATUSES, writeExactNumber } from '../doors/score.ts';
import type { BatchLines, CaseBatch, Cell, DatedScoreColumns } from '../index.ts';

const QUOTE = 34;
const COMMA = 44;
const NEWLINE = 10;
/** Room at the start: of a part of a file as much as its bytes, and half of it for what is added. */
const FIRST_ROOM = 1 << 16;
const PART_ROOM = 1.5;
/** What scores may add to a line besides numbers and codes. */
const WORDS_ROOM = 256;

/** All cells of a scored row. */
export type RowCells = (batch: CaseBatch, scores: DatedScoreColumns, row: number) => Cell[];

/** Rows as lines, each ended. */
export interface GatheredLines {
  /** The rows of a batch. */
  add(batch: CaseBatch, scores: DatedScoreColumns): void;
  /** What was gathered; nothing is left. */
  take(): Uint8Array<ArrayBuffer>;
}

/** The cells of a row as the file has them. */
export function cellsOf({ cells, lines }: CaseBatch, row: number, delimiter: string): readonly string[] {
  const from = lines?.from[row] ?? -1;
  if (from < 0) return cells![row]!;
  const { buffer, byteOffset } = lines!.bytes;
  const line = Buffer.from(buffer, byteOffset + from, lines!.to[row]! - from);
  return line.toString('utf8').split(delimiter);
}

/** Lines written cell by cell. */
export class CellLines implements GatheredLines {
  readonly #cells: RowCells;
  readonly #excel: boolean;
  #text = '';

  constructor(cells: RowCells, excel: boolean) {
    this.#cells = cells;
    this.#excel = excel;
  }

  add(batch: CaseBatch, scores: DatedScoreColumns): void {
    const rows = Array.from({ length: batch.n }, (_, row) => this.#cells(batch, scores, row));
    this.#text += csvRows(rows, { excel: this.#excel });
  }

  take(): Uint8Array<ArrayBuffer> {
    const taken = new TextEncoder().encode(this.#text);
    this.#text = '';
    return taken;
  }
}

export interface LineForm {
  /** Of the file. */
  readonly delimiter: string;
  /** Per column of the file, whether it goes out. */
  readonly kept: readonly boolean[];
  /** For a row of which no line is known. */
  readonly cells: RowCells;
  /** Codes of the clusters, in the order of the scores. */
  readonly codes: readonly string[];
  readonly probabilities: boolean;
}

/** Lines written in bytes. */
export class ScoredLines implements GatheredLines {
  readonly #form: LineForm;
  readonly #whole: boolean;
  readonly #delimiter: number;
  readonly #codes: readonly Uint8Array[];
  readonly #statuses: readonly Uint8Array[];
  /** Bytes that the scores may add to a line. */
  readonly #added: number;
  #out: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #at = 0;

  /** @param room to be written over */
  constructor(form: LineForm, room?: ArrayBuffer) {
    const { codes, probabilities, kept, delimiter } = form;
    this.#form = form;
    if (room !== undefined) this.#out = Buffer.from(room);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#whole = this.#delimiter === COMMA && kept.every(Boolean);
    this.#codes = codes.map((code) => Buffer.from(csvRows([[code]]).slice(0, -1)));
    this.#statuses = SCORE_STATUSES.map((status) => Buffer.from(`,${status}`));
    const words = 2 * Math.max(0, ...this.#codes.map(({ length }) => length)) + WORDS_ROOM;
    this.#added = words + (3 + (probabilities ? codes.length : 0)) * (LONGEST_NUMBER + 1);
  }

  add(batch: CaseBatch, scores: DatedScoreColumns): void {
    const { lines } = batch;
    if (lines !== undefined && this.#at === 0) this.#reserve(lines.bytes.length * PART_ROOM);
    for (let row = 0; row < batch.n; row++) {
      const from = lines === undefined ? -1 : lines.from[row]!;
      if (from < 0) this.#text(csvRows([this.#form.cells(batch, scores, row)]));
      else this.#line(lines!, from, lines!.to[row]!, scores, row);
    }
  }

  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#out.subarray(0, this.#at);
    this.#out = new Uint8Array(0);
    this.#at = 0;
    return taken;
  }

  #line(lines: BatchLines, from: number, to: number, scores: DatedScoreColumns, row: number): void {
    // A cell that gets quotes had a comma in it or beside it.
    this.#reserve(2 * (to - from) + this.#added);
    if (this.#whole) {
      this.#out.set(lines.bytes.subarray(from, to), this.#at);
      this.#at += to - from;
    } else this.#cells(lines.bytes, from, to);
    this.#at = this.#scores(scores, row);
  }

  /** Cells with another delimiter, or without some columns; none has a quote in it. */
  #cells(bytes: Uint8Array, from: number, to: number): void {
    const { kept } = this.#form;
    const delimiter = this.#delimiter;
    const out = this.#out;
    let next = this.#at;
    let column = 0;
    let start = from;
    let quoted = false;
    let first = true;
    for (let at = from; at <= to; at++) {
      const byte = at === to ? delimiter : bytes[at]!;
      if (byte !== delimiter) {
        if (byte === COMMA) quoted = true;
        continue;
      }
      if (kept[column]) {
        if (!first) out[next++] = COMMA;
        first = false;
        if (quoted) out[next++] = QUOTE;
        for (let cell = start; cell < at; cell++) out[next++] = bytes[cell]!;
        if (quoted) out[next++] = QUOTE;
      }
      column++;
      start = at + 1;
      quoted = false;
    }
    this.#at = next;
  }

  /** The columns that are added, and the end of the line; gives where the next one begins. */
  #scores(scores: DatedScoreColumns, row: number): number {
    const { advised, second, entropy, itemsMissing, status, probabilities } = scores;
    const codes = this.#codes;
    const out = this.#out;
    const width = codes.length;
    const start = row * width;
    const best = advised[row]!;
    const next = second[row]!;
    let at = this.#at;
    out[at++] = COMMA;
    if (best >= 0) {
      at = written(out, at, codes[best]!);
      out[at++] = COMMA;
      at = writeExactNumber(out, at, probabilities[start + best]!);
    } else out[at++] = COMMA;
    out[at++] = COMMA;
    if (best >= 0 && next >= 0) {
      at = written(out, at, codes[next]!);
      out[at++] = COMMA;
      at = writeExactNumber(out, at, probabilities[start + next]!);
    } else out[at++] = COMMA;
    out[at++] = COMMA;
    if (best >= 0) at = writeExactNumber(out, at, entropy[row]!);
    out[at++] = COMMA;
    at = writeExactNumber(out, at, itemsMissing[row]!);
    at = written(out, at, this.#statuses[status[row]!]!);
    if (this.#form.probabilities) {
      for (let cluster = start; cluster < start + width; cluster++) {
        out[at++] = COMMA;
        at = writeExactNumber(out, at, probabilities[cluster]!);
      }
    }
    out[at++] = NEWLINE;
    return at;
  }

  #text(text: string): void {
    const bytes = Buffer.from(text);
    this.#reserve(bytes.length);
    this.#out.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #reserve(bytes: number): void {
    const least = Math.ceil(this.#at + bytes);
    if (least <= this.#out.length) return;
    // With an array of its own, which can go to another thread; zeros would be written for nothing.
    const room = Buffer.allocUnsafeSlow(Math.max(FIRST_ROOM, 2 * this.#out.length, least));
    room.set(this.#out.subarray(0, this.#at));
    this.#out = room;
  }
}

function written(out: Uint8Array, at: number, bytes: Uint8Array): number {
  for (let sign = 0; sign < bytes.length; sign++) out[at + sign] = bytes[sign]!;
  return at + bytes.length;
}
