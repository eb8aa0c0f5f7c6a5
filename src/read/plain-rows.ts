/**
 * Rows of a text table cut, checked and stored straight from their bytes, by the readers and checks of a plan that
 * know how. Lines with a quote never come here.
 * Invariant: a row is taken only where the reader of text would accept it without a word, and stores the same; a row
 * that is not taken has left nothing behind.
 */

import { RatingReader } from './cell-readers.ts';
import type { Delimiter } from './csv-rows.ts';
import { decimalVote, NO_VOTE, NOT_PLAIN, orderVote, type PlainLine, plainDay } from './plain-cells.ts';
import type { CheckedColumn, PlannedColumn, ReadPlan } from './read-plan.ts';
import type { RowCheck } from './row-checks.ts';
import type { Survey } from './survey.ts';

const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const DATE_LENGTH = 10;

/** What a column asks of its cells, from nothing to a day. */
const [NOTHING, RATING, READER, NUMBER, DAY] = [0, 1, 2, 3, 4] as const;
/** Kinds of counts of a survey. */
const VOTES = 3;

export class PlainRows implements PlainLine {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly days: Int32Array;
  /** Of the line at hand, taken or not: one past its last byte, and where the next one begins. */
  end = 0;
  next = 0;
  #delimiter = 0;
  /** Signs that end a cell. */
  readonly #ends = new Uint8Array(256);
  /** By column of the file. */
  readonly #kinds: Uint8Array;
  readonly #readers: readonly (PlannedColumn['reader'] | undefined)[];
  readonly #ratings: readonly (RatingReader | undefined)[];
  /** Columns that the file does not have. */
  readonly #absent: readonly PlannedColumn[];
  readonly #texts: readonly PlannedColumn[];
  readonly #checks: readonly RowCheck[];
  /** Columns that are not in use but looked at: what the row at hand says of their notation, and what all said. */
  readonly #others: Int32Array;
  readonly #said: Int32Array;
  readonly #votes: Int32Array;

  /** Undefined where something in the plan asks for text. @param width cells of a line */
  static of(plan: ReadPlan, checks: readonly RowCheck[], width: number): PlainRows | undefined {
    const columns = [...plan.checked, ...plan.others].map(({ index }) => index).filter((index) => index >= 0);
    const able =
      width > 1 &&
      // A column that is mapped twice is read twice.
      new Set(columns).size === columns.length &&
      [...plan.checked, ...plan.texts].every(({ reader }) => reader.plain !== undefined) &&
      plan.others.every((column) => kindOf(column) !== undefined) &&
      checks.every((check) => check.plain !== undefined);
    return able ? new PlainRows(plan, checks, width) : undefined;
  }

  private constructor({ checked, texts, others }: ReadPlan, checks: readonly RowCheck[], width: number) {
    this.from = new Int32Array(width);
    this.to = new Int32Array(width);
    this.days = new Int32Array(width);
    this.#absent = checked.filter(({ index }) => index < 0);
    this.#texts = texts;
    this.#checks = checks;
    const readers = Array.from(
      { length: width },
      (_, at) => checked.find(({ index }) => index === at)?.reader,
    );
    this.#readers = readers;
    this.#ratings = readers.map((reader) => (reader instanceof RatingReader ? reader : undefined));
    this.#kinds = Uint8Array.from(readers, (reader) =>
      reader === undefined ? NOTHING : reader instanceof RatingReader ? RATING : READER,
    );
    for (const column of others) this.#kinds[column.index] = kindOf(column)!;
    this.#others = Int32Array.from(others, ({ index }) => index);
    this.#said = new Int32Array(width).fill(NO_VOTE);
    this.#votes = new Int32Array(width * VOTES);
  }

  /** Whose lines are read from now on. */
  begin(bytes: Uint8Array<ArrayBuffer>, delimiter: Delimiter): void {
    this.bytes = bytes;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#ends.fill(0);
    for (const sign of [NEWLINE, RETURN, this.#delimiter]) this.#ends[sign] = 1;
  }

  /** Stores the ended line that begins at `start` as row `at`; false where it has to be read as text. */
  takes(start: number, at: number): boolean {
    if (!this.#cut(start, at)) return false;
    const { bytes, from, to } = this;
    for (const { reader } of this.#absent) if (!reader.plain!(bytes, 0, 0, at)) return false;
    for (const check of this.#checks) if (!check.plain!(this)) return false;
    for (const { index, reader } of this.#texts) reader.plain!(bytes, from[index]!, to[index]!, at);
    for (const index of this.#others) {
      const said = this.#said[index]!;
      if (said !== NO_VOTE) this.#votes[index * VOTES + said]! += 1;
    }
    return true;
  }

  /** Tells a survey of these columns what all rows said of their notations. */
  tell(survey: Survey): void {
    survey.addCounts(
      survey.columns.map((index) => [...this.#votes.subarray(index * VOTES, index * VOTES + VOTES)]),
    );
    this.#votes.fill(0);
  }

  /** Cells from their first to their last byte, each read as soon as it is found. */
  #cut(start: number, row: number): boolean {
    const { bytes, from, to } = this;
    const ends = this.#ends;
    const kinds = this.#kinds;
    const delimiter = this.#delimiter;
    const last = kinds.length - 1;
    let at = start;
    for (let column = 0; column < last; column++) {
      const first = at;
      from[column] = first;
      if (bytes[at] !== delimiter) {
        const kind = kinds[column];
        // Most cells have one byte, or ten; what stands in them is looked at by who reads them.
        if (kind === RATING && bytes[at + 1] === delimiter) at += 1;
        else if (kind === DAY && bytes[at + DATE_LENGTH] === delimiter) at += DATE_LENGTH;
        else {
          while (ends[bytes[at]!] === 0) at++;
          if (bytes[at] !== delimiter || bytes[first] === BLANK || bytes[at - 1] === BLANK)
            return this.#pass(first);
        }
      } else if (column === 0) return this.#pass(first); // The line may be blank as a whole.
      to[column] = at;
      if (!this.#reads(column, first, at, row)) return this.#pass(first);
      at++;
    }
    from[last] = at;
    const first = at;
    while (ends[bytes[at]!] === 0) at++;
    to[last] = at;
    this.end = at;
    if (bytes[at] === RETURN) at++;
    if (bytes[at] !== NEWLINE || bytes[first] === BLANK || bytes[this.end - 1] === BLANK)
      return this.#pass(first);
    this.next = at + 1;
    return this.#reads(last, first, this.end, row);
  }

  #reads(column: number, from: number, to: number, row: number): boolean {
    const { bytes } = this;
    switch (this.#kinds[column]) {
      case RATING:
        return this.#ratings[column]!.plain(bytes, from, to, row);
      case READER:
        return this.#readers[column]!.plain!(bytes, from, to, row);
      case NUMBER: {
        const vote = decimalVote(bytes, from, to);
        this.#said[column] = vote;
        return vote !== NOT_PLAIN;
      }
      case DAY: {
        const day = plainDay(bytes, from, to, 'dmy');
        this.days[column] = day;
        if (day === NOT_PLAIN) return false;
        this.#said[column] = orderVote(bytes, from, to);
        return true;
      }
      default:
        return true;
    }
  }

  /** Finds the end of a line that is not taken, from a byte of it. */
  #pass(at: number): false {
    const newline = this.bytes.indexOf(NEWLINE, at);
    this.next = newline + 1;
    this.end = this.bytes[newline - 1] === RETURN ? newline - 1 : newline;
    return false;
  }
}

function kindOf({ kind }: CheckedColumn): typeof NUMBER | typeof DAY | undefined {
  if (kind === 'day') return DAY;
  return kind === 'number' || kind === 'amount' ? NUMBER : undefined;
}
