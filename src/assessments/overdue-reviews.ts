/** Ratings that stood longer than the review term of their cluster: a figure of data quality. */

import type { AssessmentResult } from '../model/assessments.ts';
import type { ReviewTerm } from '../model/rule-set.ts';
import { addMonths, BLANK_DAY } from '../table/day.ts';
import type { AssessmentPeriods } from './assessment-periods.ts';

/** The day by which a rating of `start` must be reviewed; months as in `addMonths`. */
export function reviewDay(start: number, { length, unit }: ReviewTerm): number {
  return unit === 'day' ? start + length : addMonths(start, length);
}

/**
 * A review is overdue where the rating still held after its review day. A rating that holds without
 * a known end is looked at on the last day that anyone in the file was rated.
 * @param termOf the review term of a row's cluster; undefined where there is no cluster or no term
 */
export function overdueReviews(
  { start, end, courses }: AssessmentPeriods,
  termOf: (row: number) => ReviewTerm | undefined,
): { readonly result: AssessmentResult; readonly rows: readonly number[] } {
  let asOf = BLANK_DAY;
  for (const day of start) asOf = Math.max(asOf, day);
  const rows: number[] = [];
  let open = 0;
  let judged = 0;
  for (const [row, first] of start.entries()) {
    if (end[row] === BLANK_DAY) open += 1;
    const term = termOf(row);
    if (term === undefined) continue;
    judged += 1;
    const until = end[row] === BLANK_DAY ? asOf : end[row]!;
    if (until > reviewDay(first, term)) rows.push(row);
  }
  const share = judged === 0 ? { undefined: 'no-review-term' } : rows.length / judged;
  return {
    result: { n: start.length, courses, open, judged, overdue: rows.length, overdueShare: share },
    rows,
  };
}
