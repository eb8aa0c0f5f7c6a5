/**
 * Quantities of one episode per unit and day, as the file formats define them: days from start (counted)
 * to end (not counted), at least one; started periods counted from `start`; bed days spread evenly.
 */

import type { PriceUnit } from '../model/price-list.ts';
import type { ReviewTerm } from '../model/rule-set.ts';
import type { DayRange } from '../model/scenario.ts';
import { addMonths } from '../table/day.ts';
import type { PricedSegment } from './price-book.ts';

export interface EpisodeTimes {
  readonly start: number;
  /** First day that no longer counts: the end, at least one day after the start. */
  readonly until: number;
  readonly bedDays: number;
}

/** Receives a quantity in a price cell (-1 = no price) over [from, until); point units have one day. */
export type EmitQuantity = (cell: number, quantity: number, from: number, until: number) => void;

/** Quantities of one unit; only what falls inside `period` counts. */
export function unitQuantities(
  unit: PriceUnit,
  times: EpisodeTimes,
  segments: readonly PricedSegment[],
  period: DayRange | undefined,
  reviewTerm: ReviewTerm | undefined,
  emit: EmitQuantity,
): void {
  const first = period?.from ?? Number.NEGATIVE_INFINITY;
  const beyond = period?.until === undefined ? Number.POSITIVE_INFINITY : period.until + 1;
  switch (unit) {
    case 'episode':
    case 'assessment':
      point(times.start, segments, first, beyond, emit);
      return;
    case 'day':
    case 'bed-day': {
      const perDay = unit === 'day' ? 1 : times.bedDays / (times.until - times.start);
      if (perDay === 0) return;
      for (const segment of segments) {
        const from = Math.max(segment.from, times.start, first);
        const until = Math.min(segment.until, times.until, beyond);
        if (from < until) emit(segment.cell, (until - from) * perDay, from, until);
      }
      return;
    }
    case 'review-period':
    case 'year': {
      const term = unit === 'year' ? YEAR : reviewTerm!;
      // Period k starts k terms after the start, counted from the start itself so that month ends do not creep.
      for (let k = 0; ; k++) {
        const later = k * term.length;
        const day = term.unit === 'day' ? times.start + later : addMonths(times.start, later);
        if (k > 0 && day >= times.until) return;
        point(day, segments, first, beyond, emit);
      }
    }
  }
}

const YEAR: ReviewTerm = { length: 12, unit: 'month' };

/** One of what falls on a day. */
function point(
  day: number,
  segments: readonly PricedSegment[],
  first: number,
  beyond: number,
  emit: EmitQuantity,
): void {
  if (day < first || day >= beyond) return;
  for (const { from, until, cell } of segments) {
    if (day < from || day >= until) continue;
    emit(cell, 1, day, day + 1);
    return;
  }
}
