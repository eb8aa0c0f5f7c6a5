/**
 * When quantities fall: per price cell a rate per day, so that production can be followed day by day.
 * Rows are read once; a price then costs one step per cell and day on which something begins or ends.
 */

import { addMonths, dayFromIso, isoFromDay } from '../table/day.ts';
import type { Cell } from './cells.ts';

/** Days so far from 1970 stand in a table; others, which only a fault in a file can hold, in a map. */
const DAYS_EACH_SIDE = 1 << 17;

/** Gathers the days of rows. */
export class TimelineBuilder {
  /** Days in the order in which they are met, and the place of each in it plus one; 0 = not met. */
  readonly #days: number[] = [];
  readonly #places = new Int32Array(2 * DAYS_EACH_SIDE);
  readonly #farPlaces = new Map<number, number>();
  /** Per cell, by the place of the day: change of the daily rate, NaN = none. */
  readonly #changes: Float64Array[] = [];

  add(cell: number, quantity: number, from: number, until: number): void {
    const rate = quantity / (until - from);
    this.#change(cell, this.#placeOf(from), rate);
    this.#change(cell, this.#placeOf(until), -rate);
  }

  #placeOf(day: number): number {
    const near = day + DAYS_EACH_SIDE;
    const isNear = near >= 0 && near < this.#places.length;
    const known = isNear ? this.#places[near]! : (this.#farPlaces.get(day) ?? 0);
    if (known !== 0) return known - 1;
    this.#days.push(day);
    if (isNear) this.#places[near] = this.#days.length;
    else this.#farPlaces.set(day, this.#days.length);
    return this.#days.length - 1;
  }

  #change(cell: number, place: number, rate: number): void {
    let own = this.#changes[cell];
    if (own === undefined || place >= own.length) {
      const larger = new Float64Array(Math.max(64, 2 * place)).fill(Number.NaN);
      if (own !== undefined) larger.set(own);
      this.#changes[cell] = larger;
      own = larger;
    }
    const before = own[place]!;
    own[place] = Number.isNaN(before) ? rate : before + rate;
  }

  done(): Timeline {
    const changes: Map<number, number>[] = [];
    // Not map(): a cell without days leaves a hole.
    for (const [cell, own] of this.#changes.entries()) {
      if (own === undefined) continue;
      changes[cell] = new Map();
      for (const [place, day] of this.#days.entries()) {
        const change = own[place];
        if (change !== undefined && !Number.isNaN(change)) changes[cell].set(day, change);
      }
    }
    return new Timeline(changes);
  }
}

/** Changes of the daily rate of one cell; `at` are positions in the days of the timeline. */
interface CellChanges {
  readonly cell: number;
  readonly at: Int32Array;
  readonly changes: Float64Array;
}

/** Days on which production of the priced cells begins or ends, and the change in cents per day. */
interface Rates {
  readonly days: Int32Array;
  readonly changes: Float64Array;
}

export class Timeline {
  readonly #cells: readonly CellChanges[];
  /** Every day on which something begins or ends, in order. */
  readonly #days: Int32Array;
  readonly #months: readonly string[];
  /** First days of those months, and of the one after. */
  readonly #monthStart: readonly number[];

  /** @param changes per cell, day -> change of the daily rate */
  constructor(changes: readonly (ReadonlyMap<number, number> | undefined)[]) {
    const seen = new Set<number>();
    for (const own of changes) for (const day of own?.keys() ?? []) seen.add(day);
    const days = Int32Array.from(seen).sort();
    const place = new Map(Array.from(days, (day, at) => [day, at]));
    const cells: CellChanges[] = [];
    // Not entries(): a cell without days leaves a hole.
    for (let cell = 0; cell < changes.length; cell++) {
      const own = changes[cell];
      if (own === undefined) continue;
      const inOrder = Int32Array.from(own.keys()).sort();
      cells.push({
        cell,
        at: inOrder.map((day) => place.get(day)!),
        changes: Float64Array.from(inOrder, (day) => own.get(day)!),
      });
    }
    this.#cells = cells;
    this.#days = days;
    const months: string[] = [];
    const starts: number[] = [];
    if (days.length > 0) {
      let start = dayFromIso(`${isoFromDay(days[0]!).slice(0, 7)}-01`)!;
      for (; start <= days.at(-1)!; start = addMonths(start, 1)) {
        starts.push(start);
        months.push(isoFromDay(start).slice(0, 7));
      }
      starts.push(start);
    }
    this.#months = months;
    this.#monthStart = starts;
  }

  /** Production priced so, per calendar month (yyyy-mm) from the first with production to the last. */
  perMonth(cells: readonly Cell[], price: (cell: Cell) => number): Map<string, number> {
    const produced = new Map<string, number>();
    const { days, changes } = this.#ratesPerDay(cells, price);
    let rate = 0;
    let month = 0;
    for (let i = 0; i + 1 < days.length; i++) {
      rate += changes[i]!;
      const until = days[i + 1]!;
      for (let from = days[i]!; from < until; ) {
        while (this.#monthStart[month + 1]! <= from) month++;
        const next = Math.min(until, this.#monthStart[month + 1]!);
        const name = this.#months[month]!;
        produced.set(name, (produced.get(name) ?? 0) + rate * (next - from));
        from = next;
      }
    }
    return produced;
  }

  /** First day on which production priced so reaches the limit; undefined when it does not. */
  dayReached(cells: readonly Cell[], price: (cell: Cell) => number, limitCents: number): number | undefined {
    const { days, changes } = this.#ratesPerDay(cells, price);
    let produced = 0;
    let rate = 0;
    for (let i = 0; i + 1 < days.length; i++) {
      const day = days[i]!;
      rate += changes[i]!;
      const next = days[i + 1]!;
      // Half a cent of slack: the sums of a day hold rounding noise.
      const needed = limitCents - produced - 0.5;
      if (rate * (next - day) >= needed && rate > 0) return day + Math.max(0, Math.ceil(needed / rate) - 1);
      produced += rate * (next - day);
    }
    return undefined;
  }

  /** In order of days; a day that only cells without a price know is left out. */
  #ratesPerDay(cells: readonly Cell[], price: (cell: Cell) => number): Rates {
    const all = this.#days;
    const perDay = new Float64Array(all.length);
    const known = new Uint8Array(all.length);
    for (const { cell, at, changes } of this.#cells) {
      const cents = price(cells[cell]!);
      if (cents === 0) continue;
      for (let i = 0; i < at.length; i++) {
        const day = at[i]!;
        perDay[day]! += changes[i]! * cents;
        known[day] = 1;
      }
    }
    const days = new Int32Array(all.length);
    let count = 0;
    // Moves the known days to the front: a day never stands before the place it moves to.
    for (let day = 0; day < all.length; day++) {
      if (known[day] === 0) continue;
      days[count] = all[day]!;
      perDay[count++] = perDay[day]!;
    }
    return { days: days.subarray(0, count), changes: perDay.subarray(0, count) };
  }
}
