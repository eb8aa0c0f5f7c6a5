/**
 * Cells read from their bytes where they have the shape that nearly all have; no text is made.
 * Invariant: what is read here is what the reader of text gives for the same cell; every other shape is NOT_PLAIN,
 * and that reader has to look.
 */

import { BLANK_DAY, dayFromCalendar, isCalendarDay } from '../table/day.ts';
import { type DateOrder, FIRST_DAY, LAST_DAY } from './parse-day.ts';

/** No day, no vote. */
export const NOT_PLAIN = 2147483647;

/** A row that is read from its bytes; arrays are by column of the file. */
export interface PlainLine {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of each cell: its first byte, and one past its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Of dates that are not in use: the day, read day first; BLANK_DAY of a blank one. */
  readonly days: Int32Array;
}

/** What a cell says of a notation of its column; the others are the places in `Survey.counts`. */
export const NO_VOTE = -1;

const MINUS = 45;
const SLASH = 47;
const COMMA = 44;
const POINT = 46;
const ZERO = 48;

/** Two digits as a number; 100 or more where they are none. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - ZERO;
  const ones = bytes[at + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1000;
}

/** A day from 1900 to 2100 that exists, as yyyy-mm-dd or in this order with - or /; BLANK_DAY of no bytes. */
export function plainDay(bytes: Uint8Array, from: number, to: number, order: DateOrder): number {
  if (to === from) return BLANK_DAY;
  if (to - from !== 10) return NOT_PLAIN;
  if (bytes[from + 4] === MINUS && bytes[from + 7] === MINUS) {
    const year = pair(bytes, from) * 100 + pair(bytes, from + 2);
    return dayOf(year, pair(bytes, from + 5), pair(bytes, from + 8));
  }
  const separator = bytes[from + 2];
  if (bytes[from + 5] !== separator || (separator !== MINUS && separator !== SLASH)) return NOT_PLAIN;
  const first = pair(bytes, from);
  const second = pair(bytes, from + 3);
  const year = pair(bytes, from + 6) * 100 + pair(bytes, from + 8);
  return order === 'dmy' ? dayOf(year, second, first) : dayOf(year, first, second);
}

function dayOf(year: number, month: number, day: number): number {
  if (year > 9999 || !isCalendarDay(year, month, day)) return NOT_PLAIN;
  const found = dayFromCalendar(year, month, day);
  return found < FIRST_DAY || found > LAST_DAY ? NOT_PLAIN : found;
}

/** Of a day that `plainDay` read, day first: what it says of the order of day and month (0 day first, 2 either). */
export function orderVote(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || bytes[from + 4] === MINUS) return NO_VOTE;
  const first = pair(bytes, from);
  const second = pair(bytes, from + 3);
  if (first === second) return NO_VOTE;
  return first > 12 ? 0 : 2;
}

/**
 * Digits, with at most one sign between them: a number of 0 or more in one notation or both. Gives what it says of
 * the decimal sign (0 comma, 1 point, 2 either); blank says nothing.
 */
export function decimalVote(bytes: Uint8Array, from: number, to: number): number {
  if (to === from) return NO_VOTE;
  if (to - from >= 20) return NOT_PLAIN;
  let sign = -1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= ZERO + 9) continue;
    if ((byte !== COMMA && byte !== POINT) || sign >= 0) return NOT_PLAIN;
    sign = at;
  }
  if (sign < 0) return NO_VOTE;
  if (sign === from || sign === to - 1) return NOT_PLAIN;
  // Three digits behind it may be a thousand.
  if (to - sign === 4 && sign - from <= 3 && bytes[from] !== ZERO) return 2;
  return bytes[sign] === COMMA ? 0 : 1;
}
