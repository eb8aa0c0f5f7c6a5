/**
 * Several ratings of one person, as periods: each rating holds until the next one, or until the
 * episode's end. Invariant: the table's rows stay as they are and in their order.
 */

import type { CaseTable, Column } from '../model/case-table.ts';
import { dayColumn, textColumn } from '../table/column-access.ts';
import { BLANK_DAY } from '../table/day.ts';

/** Per row of the table, in days since 1970-01-01. */
export interface AssessmentPeriods {
  /** The rating's own day. */
  readonly start: Int32Array;
  /** The first day on which the rating holds no more; BLANK_DAY where that day is not known: it still holds. */
  readonly end: Int32Array;
  /** Different people, or episodes of people, whose ratings are put in order. */
  readonly courses: number;
}

/**
 * Ratings are put in order per course of care: rows with the same patient, and the same member and
 * episode where the file has those columns. A period ends at the next rating or, if that is
 * earlier, at the row's own `end`. The last rating of an episode whose end stands in another of its
 * rows ends there.
 * @param table with columns `patient` and `date`, filled in every row, no two rows of a course on one day
 * @throws TypeError where a column is missing
 */
export function assessmentPeriods(table: CaseTable): AssessmentPeriods {
  const date = dayColumn(table, 'date');
  if (date === undefined || textColumn(table, 'patient') === undefined) {
    throw new TypeError('Periods need the columns patient and date');
  }
  const { courseOf, courses } = coursesOf(table);
  const order = Int32Array.from({ length: table.n }, (_, row) => row);
  order.sort((a, b) => courseOf[a]! - courseOf[b]! || date.values[a]! - date.values[b]! || a - b);
  const own = dayColumn(table, 'end')?.values;
  const shared = textColumn(table, 'episode') && own ? latestEnds(courseOf, own, courses) : undefined;
  const end = new Int32Array(table.n);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at]!;
    const course = courseOf[row]!;
    const following = order[at + 1];
    const hasNext = following !== undefined && courseOf[following] === course;
    // An end before the rating belongs to an earlier part of the episode: it does not end this one.
    const known = shared?.[course] ?? BLANK_DAY;
    const ending = known >= date.values[row]! ? known : BLANK_DAY;
    const next = hasNext ? date.values[following]! : ending;
    const last = own?.[row] ?? BLANK_DAY;
    end[row] = last === BLANK_DAY ? next : next === BLANK_DAY ? last : Math.min(next, last);
  }
  return { start: date.values.slice(), end, courses };
}

/** A number per course of care, from 0. */
export function coursesOf(table: CaseTable): { courseOf: Int32Array; courses: number } {
  let courseOf: Int32Array = new Int32Array(table.n);
  let courses = 1;
  for (const name of ['patient', 'member', 'episode']) {
    const column = textColumn(table, name);
    if (column === undefined) continue;
    const known = new Map<number, number>();
    const width = column.words.length + 1;
    courseOf = courseOf.map((course, row) => {
      const key = course * width + column.codes[row]! + 1;
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
    courses = known.size;
  }
  return { courseOf, courses: table.n === 0 ? 0 : courses };
}

function latestEnds(courseOf: Int32Array, ends: Int32Array, courses: number): Int32Array {
  const latest = new Int32Array(courses).fill(BLANK_DAY);
  for (const [row, course] of courseOf.entries()) latest[course] = Math.max(latest[course]!, ends[row]!);
  return latest;
}

/**
 * The table with each row as an episode of its own: `period_start` and `period_end` are added and
 * stand for `start` and `end`, so that what counts days counts those of the period.
 */
export function periodsAsEpisodes(table: CaseTable, { start, end }: AssessmentPeriods): CaseTable {
  const columns = new Map<string, Column>(table.columns);
  for (const name of ['period_start', 'start']) columns.set(name, { kind: 'day', values: start });
  for (const name of ['period_end', 'end']) columns.set(name, { kind: 'day', values: end });
  return { ...table, columns };
}
