/**
 * One written date under a known order of day and month.
 * Invariant: ISO, eight digits and Excel's day numbers mean the same in any order; nothing is guessed.
 */

import { dayFromCalendar, isCalendarDay } from '../table/day.ts';

export type DateOrder = 'dmy' | 'mdy';

/** The text is no date in this order. */
export const NOT_A_DAY = 2147483647;
/** A date, but its day and month fit only the other order. */
export const OTHER_ORDER = 2147483646;

export const FIRST_DAY = dayFromCalendar(1900, 1, 1);
export const LAST_DAY = dayFromCalendar(2100, 12, 31);

const TIME = '(?:[T ]\\s*\\d{1,2}:\\d{2}.*)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`);
/** From 1927 on: fewer digits are more likely a year alone. */
const EXCEL = /^([1-9]\d{4})(?:[.,]\d+)?$/;
/** Excel's day 0, so that its 61 is 1 March 1900. */
const EXCEL_ZERO = dayFromCalendar(1899, 12, 30);

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : 100_000;
}

/** What most cells of a Dutch export are, told without a pattern: dd-mm-yyyy or dd/mm/yyyy. */
function isYearLast(cell: string): boolean {
  const separator = cell[2];
  if (cell.length !== 10 || cell[5] !== separator || (separator !== '-' && separator !== '/')) return false;
  return pair(cell, 0) < 100 && pair(cell, 3) < 100 && pair(cell, 6) < 100 && pair(cell, 8) < 100;
}

/** Two digits as a number; 100 or more where they are none. */
function pair(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function inOrder(first: number, second: number, year: number, order: DateOrder): number {
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  if (isCalendarDay(year, month, day)) return dayFromCalendar(year, month, day);
  return isCalendarDay(year, day, month) ? OTHER_ORDER : NOT_A_DAY;
}

function dayOr(year: number, month: number, day: number): number {
  return isCalendarDay(year, month, day) ? dayFromCalendar(year, month, day) : NOT_A_DAY;
}

/**
 * Day number (days since 1970-01-01), NOT_A_DAY or OTHER_ORDER. A time of day is dropped, the
 * date stands as written. Blank is no date here.
 *
 * @example parseDay('31-12-1970', 'dmy') // 364
 * @example parseDay('25569', 'dmy') // 0
 */
export function parseDay(cell: string, order: DateOrder): number {
  if (cell.length === 10 && cell[4] === '-' && cell[7] === '-') {
    return dayOr(pair(cell, 0) * 100 + pair(cell, 2), pair(cell, 5), pair(cell, 8));
  }
  if (isYearLast(cell)) {
    return inOrder(pair(cell, 0), pair(cell, 3), pair(cell, 6) * 100 + pair(cell, 8), order);
  }
  const text = cell.trim();
  const last = YEAR_LAST.exec(text);
  if (last !== null) return inOrder(Number(last[1]), Number(last[3]), Number(last[4]), order);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dayOr(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const compact = COMPACT.exec(text);
  if (compact !== null) return dayOr(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const excel = EXCEL.exec(text);
  return excel === null ? NOT_A_DAY : EXCEL_ZERO + Number(excel[1]);
}

/** Counts what a column says of the order of day and month; the majority decides. */
export class OrderVotes {
  #dmy = 0;
  #mdy = 0;
  #either = 0;

  add(cell: string): void {
    const plain = isYearLast(cell);
    const match = plain ? null : YEAR_LAST.exec(cell.trim());
    if (!plain && match === null) return;
    const first = plain ? pair(cell, 0) : Number(match?.[1]);
    const second = plain ? pair(cell, 3) : Number(match?.[3]);
    if (first === second || (first > 12 && second > 12)) return;
    if (first > 12) this.#dmy += 1;
    else if (second > 12) this.#mdy += 1;
    else this.#either += 1;
  }

  /** Day first, month first, either. */
  get counts(): readonly number[] {
    return [this.#dmy, this.#mdy, this.#either];
  }

  /** Those of other cells of the column. */
  addCounts([dmy, mdy, either]: readonly number[]): void {
    this.#dmy += dmy!;
    this.#mdy += mdy!;
    this.#either += either!;
  }

  /** The order that the column's own dates show; undefined where none of them does, or as many say either. */
  get shown(): DateOrder | undefined {
    if (this.#dmy === this.#mdy) return undefined;
    return this.#dmy > this.#mdy ? 'dmy' : 'mdy';
  }

  /** Whether as many dates say one order as the other. */
  get isSplit(): boolean {
    return this.#dmy > 0 && this.#dmy === this.#mdy;
  }

  /** Undefined where dates such as 03-04-2024 are there and nothing settles them. */
  decide(): DateOrder | undefined {
    if (this.#dmy + this.#mdy + this.#either === 0) return 'dmy';
    return this.shown;
  }
}
