/** Measurements that came too early or too late to be compared count as not made. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable, Column } from '../model/case-table.ts';
import type { DayWindow, MeasurementWindows } from '../model/outcomes.ts';
import { daysOrBlank, numbersOrBlank } from './columns.ts';

const ANCHORS = { pre: 'start', post: 'end' } as const;

/**
 * The table with `pre` blank where `pre_date` lies outside its window about `start`, and `post` blank where
 * `post_date` does about `end`. A score without a date, or without a day to count from, is outside too: nobody
 * can say that it is inside.
 * @throws Refusal `windows-without-dates` where the file has no such days
 */
export function withinWindows(table: CaseTable, windows: MeasurementWindows): CaseTable {
  const columns = new Map(table.columns);
  for (const name of ['pre', 'post'] as const) {
    const window = windows[name];
    if (window === undefined || !table.columns.has(name)) continue;
    columns.set(name, inWindow(table, name, window));
  }
  return { ...table, columns };
}

function inWindow(table: CaseTable, name: 'pre' | 'post', { fromDays, untilDays }: DayWindow): Column {
  const [dateColumn, anchor] = [`${name}_date`, ANCHORS[name]];
  for (const column of [dateColumn, anchor]) {
    if (!table.columns.has(column)) throw refuse('windows-without-dates', { column });
  }
  const date = daysOrBlank(table, dateColumn);
  const from = daysOrBlank(table, anchor);
  const values = numbersOrBlank(table, name).map((score, row) => {
    const days = date[row]! - from[row]!;
    return days >= fromDays && days <= untilDays ? score : Number.NaN;
  });
  return { kind: 'number', values };
}
