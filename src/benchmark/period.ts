/** Which episodes belong to the period compared. */

import { refuse } from '../issue/refusal.ts';
import type { EpisodePeriod } from '../model/benchmark.ts';
import type { CaseTable } from '../model/case-table.ts';
import { daysOrBlank } from '../outcomes/columns.ts';
import { dayFromIso } from '../table/day.ts';

/**
 * An episode belongs to the period in which it ended; an open one to the period in which it started.
 * @throws Refusal `design-period-without-dates` where the file has no such days
 */
export function outsidePeriod(table: CaseTable, period: EpisodePeriod | undefined): (row: number) => boolean {
  if (period?.from === undefined && period?.until === undefined) return () => false;
  if (!table.columns.has('start') || !table.columns.has('end')) throw refuse('design-period-without-dates');
  const from = period.from === undefined ? -Infinity : dayFromIso(period.from)!;
  const until = period.until === undefined ? Infinity : dayFromIso(period.until)!;
  const start = daysOrBlank(table, 'start');
  const end = daysOrBlank(table, 'end');
  return (row) => {
    const day = Number.isNaN(end[row]!) ? start[row]! : end[row]!;
    return !(day >= from && day <= until);
  };
}
