/** When quantities fall: per price cell a rate per day, so that production can be followed day by day. */

import { addMonths, dayFromIso, isoFromDay } from '../table/day.ts';
import type { Cell } from './cells.ts';

export class Timeline {
  /** Per cell, day -> change of the daily rate. */
  readonly #changes: Map<number, number>[] = [];

  add(cell: number, quantity: number, from: number, until: number): void {
    let changes = this.#changes[cell];
    if (changes === undefined) {
      changes = new Map();
      this.#changes[cell] = changes;
    }
    const rate = quantity / (until - from);
    changes.set(from, (changes.get(from) ?? 0) + rate);
    changes.set(until, (changes.get(until) ?? 0) - rate);
  }

  /** Production priced so, per calendar month (yyyy-mm) from the first with production to the last. */
  perMonth(cells: readonly Cell[], price: (cell: Cell) => number): Map<string, number> {
    const months = new Map<string, number>();
    const rates = this.#ratesPerDay(cells, price);
    const days = [...rates.keys()].sort((a, b) => a - b);
    let rate = 0;
    for (const [i, day] of days.entries()) {
      rate += rates.get(day)!;
      const until = days[i + 1] ?? day;
      for (let from = day; from < until; ) {
        const month = isoFromDay(from).slice(0, 7);
        const next = Math.min(until, addMonths(dayFromIso(`${month}-01`)!, 1));
        months.set(month, (months.get(month) ?? 0) + rate * (next - from));
        from = next;
      }
    }
    return months;
  }

  /** First day on which production priced so reaches the limit; undefined when it does not. */
  dayReached(cells: readonly Cell[], price: (cell: Cell) => number, limitCents: number): number | undefined {
    const rates = this.#ratesPerDay(cells, price);
    const days = [...rates.keys()].sort((a, b) => a - b);
    let produced = 0;
    let rate = 0;
    for (const [i, day] of days.entries()) {
      rate += rates.get(day)!;
      const next = days[i + 1];
      if (next === undefined) return undefined;
      // Half a cent of slack: the sums of a day hold rounding noise.
      const needed = limitCents - produced - 0.5;
      if (rate * (next - day) >= needed && rate > 0) return day + Math.max(0, Math.ceil(needed / rate) - 1);
      produced += rate * (next - day);
    }
    return undefined;
  }

  /** Day -> change of cents produced per day. */
  #ratesPerDay(cells: readonly Cell[], price: (cell: Cell) => number): Map<number, number> {
    const rates = new Map<number, number>();
    for (const [id, changes] of this.#changes.entries()) {
      const cents = changes === undefined ? 0 : price(cells[id]!);
      if (cents === 0) continue;
      for (const [day, change] of changes!) rates.set(day, (rates.get(day) ?? 0) + change * cents);
    }
    return rates;
  }
}
