/**
 * One reader per column of a batch: checks a cell and stores it in a typed array.
 * Invariant: a value is stored only after it was checked; a fault is a code, never an exception.
 */

import type { Column } from '../model/case-table.ts';
import { BLANK_DAY } from '../table/day.ts';
import { TextDictionary } from '../table/dictionary.ts';
import type { DecimalSign } from '../table/number-notation.ts';
import { parseNumber } from '../table/parse-number.ts';
import { ByteWords, UNKNOWN_WORD } from './byte-words.ts';
import { utf8Text } from './decode.ts';
import { type DateOrder, FIRST_DAY, LAST_DAY, NOT_A_DAY, OTHER_ORDER, parseDay } from './parse-day.ts';
import { MISSING_RATING, NOT_A_RATING, parseRating } from './parse-rating.ts';
import { NOT_PLAIN, plainDay } from './plain-cells.ts';

export interface CellReader {
  /** New storage for a batch of at most `size` rows. */
  start(size: number): void;
  /** Stores the cell at row `at` of the batch, blank where it is faulty; gives the fault's code. */
  read(cell: string, at: number): string | undefined;
  /** The same from a cell's bytes; false where `read` has to look. Absent: it always has. */
  plain?(bytes: Uint8Array, from: number, to: number, at: number): boolean;
  /** The first `n` rows. */
  column(n: number): Column;
}

export class RatingReader implements CellReader {
  #values = new Int8Array(0);

  start(size: number): void {
    this.#values = new Int8Array(size);
  }

  read(cell: string, at: number): string | undefined {
    const value = parseRating(cell);
    this.#values[at] = value === NOT_A_RATING ? MISSING_RATING : value;
    return value === NOT_A_RATING ? 'rating-not-allowed' : undefined;
  }

  plain(bytes: Uint8Array, from: number, to: number, at: number): boolean {
    let value = MISSING_RATING;
    if (to !== from) {
      if (to - from !== 1) return false;
      value = bytes[from]! - 48;
      if (value === 9) value = MISSING_RATING;
      else if (value < 0 || value > 4) return false;
    }
    this.#values[at] = value;
    return true;
  }

  column(n: number): Column {
    return { kind: 'rating', values: this.#values.subarray(0, n) };
  }
}

/** Why a text is no number under this sign, or the number. `minimum` 0 forbids negative ones. */
export function checkNumber(cell: string, decimal: DecimalSign, minimum: number): number | string {
  const value = parseNumber(cell, decimal);
  if (value === undefined) {
    const other = parseNumber(cell, decimal === ',' ? '.' : ',');
    return other === undefined ? 'number-not-read' : 'number-other-decimal';
  }
  return value < minimum ? 'number-negative' : value;
}

export class NumberReader implements CellReader {
  readonly #decimal: DecimalSign;
  readonly #minimum: number;
  #values = new Float64Array(0);

  constructor(decimal: DecimalSign, minimum: number) {
    this.#decimal = decimal;
    this.#minimum = minimum;
  }

  start(size: number): void {
    this.#values = new Float64Array(size);
  }

  read(cell: string, at: number): string | undefined {
    this.#values[at] = Number.NaN;
    if (cell === '' || cell.trim() === '') return undefined;
    const value = checkNumber(cell, this.#decimal, this.#minimum);
    if (typeof value === 'string') return value;
    this.#values[at] = value;
    return undefined;
  }

  at(row: number): number {
    return this.#values[row]!;
  }

  column(n: number): Column {
    return { kind: 'number', values: this.#values.subarray(0, n) };
  }
}

/** Why a text is no day in this order, or the day. */
export function checkDay(cell: string, order: DateOrder): number | string {
  const day = parseDay(cell, order);
  if (day === NOT_A_DAY) return 'date-not-read';
  if (day === OTHER_ORDER) return 'date-other-order';
  return day < FIRST_DAY || day > LAST_DAY ? 'date-out-of-range' : day;
}

export class DayReader implements CellReader {
  readonly #order: DateOrder;
  #values = new Int32Array(0);

  constructor(order: DateOrder) {
    this.#order = order;
  }

  start(size: number): void {
    this.#values = new Int32Array(size);
  }

  read(cell: string, at: number): string | undefined {
    this.#values[at] = BLANK_DAY;
    if (cell === '' || cell.trim() === '') return undefined;
    const day = checkDay(cell, this.#order);
    if (typeof day === 'string') return day;
    this.#values[at] = day;
    return undefined;
  }

  plain(bytes: Uint8Array, from: number, to: number, at: number): boolean {
    const day = plainDay(bytes, from, to, this.#order);
    if (day === NOT_PLAIN) return false;
    this.#values[at] = day;
    return true;
  }

  at(row: number): number {
    return this.#values[row]!;
  }

  column(n: number): Column {
    return { kind: 'day', values: this.#values.subarray(0, n) };
  }
}

/** Text as it stands, or turned into a code by `lookup`, where undefined means unknown. */
export class TextReader implements CellReader {
  readonly #dictionary = new TextDictionary();
  readonly #lookup: ((text: string) => string | undefined) | undefined;
  readonly #fault: string;
  readonly #blank: string;
  readonly #known = new Map<string, number | undefined>();
  #words: ByteWords | undefined;
  #codes = new Int32Array(0);

  /** `blank` stands for an empty cell; `fault` is the code for what `lookup` does not know. */
  constructor(options: {
    readonly lookup?: ((text: string) => string | undefined) | undefined;
    readonly fault?: string;
    readonly blank?: string | undefined;
  }) {
    this.#lookup = options.lookup;
    this.#fault = options.fault ?? '';
    this.#blank = options.blank ?? '';
  }

  start(size: number): void {
    this.#codes = new Int32Array(size);
  }

  read(cell: string, at: number): string | undefined {
    const text = cell.trim() || this.#blank;
    if (this.#lookup === undefined || text === '') {
      this.#codes[at] = this.#dictionary.code(text);
      return undefined;
    }
    // Few different words: each is looked up once. A file of nonsense may not fill the memory.
    let code = this.#known.get(text);
    if (code === undefined && !this.#known.has(text)) {
      const word = this.#lookup(text);
      code = word === undefined ? undefined : this.#dictionary.code(word);
      if (this.#known.size < 10_000) this.#known.set(text, code);
    }
    this.#codes[at] = code ?? -1;
    return code === undefined ? this.#fault : undefined;
  }

  plain(bytes: Uint8Array, from: number, to: number, at: number): boolean {
    this.#words ??= new ByteWords();
    const known = this.#words.get(bytes, from, to);
    if (known !== UNKNOWN_WORD) {
      this.#codes[at] = known;
      return true;
    }
    if (this.read(utf8Text(bytes, from, to), at) !== undefined) return false;
    this.#words.put(bytes, from, to, this.#codes[at]!);
    return true;
  }

  column(n: number): Column {
    return { kind: 'text', codes: this.#codes.subarray(0, n), words: this.#dictionary.words };
  }
}
