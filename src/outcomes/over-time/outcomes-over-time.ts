/** A case file as points in time: mean change, mean duration or response per month or quarter. */

import { refuse } from '../../issue/refusal.ts';
import { sentence } from '../../issue/sentence.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { Issue } from '../../model/issue.ts';
import type {
  OverTimeOptions,
  OverTimePoint,
  OverTimeResult,
  OverTimeStep,
  OverTimeValue,
} from '../../model/over-time.ts';
import { mean } from '../../stats/mean.ts';
import { textAt, textColumn } from '../../table/column-access.ts';
import { isoFromDay } from '../../table/day.ts';
import { change } from '../change.ts';
import { RESPONSE_STATUSES } from '../classes.ts';
import { daysOrBlank, numbersOrBlank } from '../columns.ts';
import { instrumentFilter } from '../instrument.ts';
import { responseStatuses } from '../response-status.ts';
import { xmrLimits, xmrSignals } from './xmr-limits.ts';

/** A point of fewer patients is mostly chance, and near to one person. */
const FEWEST_PATIENTS_IN_POINT = 10;
/** Fewer points give limits that the next point overturns. */
const FEWEST_POINTS = 6;
/** Below this many the limits are provisional, which a note says. */
const SETTLED_POINTS = 12;

const REASONS = ['other-member', 'other-instrument', 'still-open', 'no-end', 'no-value'] as const;
type Reason = (typeof REASONS)[number];

/**
 * Outcome and duration count in the period in which the episode ended; the response too, and where there is no
 * end in that of the start. Periods under 10 patients have no value; the moving range runs from each value to the
 * one before it. Limits as `xmrLimits`; those of days and shares stay inside what days and shares can be.
 * @throws Refusal `xmr-columns`, `xmr-several-members`, `xmr-unknown-member`, `xmr-no-periods`; those of
 * `instrumentFilter`
 */
export function outcomesOverTime(table: CaseTable, options: OverTimeOptions): OverTimeResult {
  const { value = 'outcome', by = 'month', screen = false, lang = 'nl' } = options;
  const wanted = NEEDS[value].find((name) => !table.columns.has(name));
  if (wanted !== undefined) throw refuse('xmr-columns', { column: wanted });
  const isOwn = ownRows(table, options);
  const takesPart = value === 'duration' ? () => true : instrumentFilter(table, options.instrument);
  const values = valuesOf(table, value, options.direction ?? 'lower');
  const day = daysOf(table, value);
  const open = RESPONSE_STATUSES.indexOf('open');
  const statuses = value === 'response' ? responseStatuses(table) : undefined;

  const excluded = new Map<Reason, number>();
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < table.n; row++) {
    const reason: Reason | undefined = !isOwn(row)
      ? 'other-member'
      : !takesPart(row)
        ? 'other-instrument'
        : statuses?.[row] === open
          ? 'still-open'
          : Number.isNaN(day[row]!)
            ? 'no-end'
            : Number.isNaN(values[row]!)
              ? 'no-value'
              : undefined;
    if (reason !== undefined) {
      excluded.set(reason, (excluded.get(reason) ?? 0) + 1);
      continue;
    }
    const at = periodOf(day[row]!, by);
    const list = rowsOf.get(at);
    if (list === undefined) rowsOf.set(at, [row]);
    else list.push(row);
  }
  if (rowsOf.size === 0) throw refuse('xmr-no-periods', {});

  const bare = barePoints(table, rowsOf, values, by);
  const known = bare.flatMap((point) => (typeof point.value === 'number' ? [point.value] : []));
  const limits =
    known.length < FEWEST_POINTS ? { undefined: 'too-few-points' } : bounded(xmrLimits(known, screen), value);
  const signals = 'undefined' in limits ? [] : xmrSignals(known, xmrLimits(known, screen));
  const result = {
    value,
    by,
    screened: screen,
    limits,
    points: withRanges(bare, signals),
    excluded: REASONS.filter((reason) => excluded.has(reason)).map((reason) => ({
      reason,
      n: excluded.get(reason)!,
    })),
  };
  return { ...result, notes: notesOf(result, known.length).map((note) => sentence(note, lang)) };
}

const NEEDS: Readonly<Record<OverTimeValue, readonly string[]>> = {
  outcome: ['pre', 'post', 'end'],
  duration: ['start', 'end'],
  response: ['pre', 'post', 'end'],
};

function ownRows(
  table: CaseTable,
  { own, member: name = 'member' }: OverTimeOptions,
): (row: number) => boolean {
  const member = table.columns.get(name)?.kind === 'text' ? textColumn(table, name) : undefined;
  const used = new Set(member?.codes.filter((code) => code >= 0));
  if (own === undefined) {
    if (used.size > 1) throw refuse('xmr-several-members', { column: name, found: used.size });
    return () => true;
  }
  const code = member?.words.indexOf(own) ?? -1;
  if (member === undefined || !used.has(code)) throw refuse('xmr-unknown-member', { column: name });
  return (row) => member.codes[row] === code;
}

/** NaN = none. The response is 1 or 0, so that its mean is the rate. */
function valuesOf(table: CaseTable, value: OverTimeValue, direction: 'lower' | 'higher'): Float64Array {
  switch (value) {
    case 'outcome': {
      const post = numbersOrBlank(table, 'post');
      return numbersOrBlank(table, 'pre').map((pre, row) => change(pre, post[row]!, direction));
    }
    case 'duration': {
      const end = daysOrBlank(table, 'end');
      return daysOrBlank(table, 'start').map((start, row) => {
        const days = end[row]! - start;
        return Number.isNaN(days) ? days : Math.max(1, days);
      });
    }
    case 'response': {
      const completer = RESPONSE_STATUSES.indexOf('completer');
      return Float64Array.from(responseStatuses(table), (status) => (status === completer ? 1 : 0));
    }
  }
}

function daysOf(table: CaseTable, value: OverTimeValue): Float64Array {
  const end = daysOrBlank(table, 'end');
  if (value !== 'response') return end;
  const start = daysOrBlank(table, 'start');
  return end.map((day, row) => (Number.isNaN(day) ? start[row]! : day));
}

/** Months or quarters since the year 0: neighbours differ by one. */
function periodOf(day: number, by: OverTimeStep): number {
  const [year, month] = isoFromDay(day).split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1;
  return by === 'month' ? months : Math.floor(months / 3);
}

function periodName(period: number, by: OverTimeStep): string {
  const perYear = by === 'month' ? 12 : 4;
  const year = String(Math.floor(period / perYear)).padStart(4, '0');
  const within = (period % perYear) + 1;
  return by === 'month' ? `${year}-${String(within).padStart(2, '0')}` : `${year}-Q${within}`;
}

type BarePoint = Pick<OverTimePoint, 'period' | 'n' | 'value'>;

function barePoints(
  table: CaseTable,
  rowsOf: ReadonlyMap<number, readonly number[]>,
  values: Float64Array,
  by: OverTimeStep,
): BarePoint[] {
  const periods = [...rowsOf.keys()];
  const first = periods.reduce((least, period) => Math.min(least, period));
  const last = periods.reduce((most, period) => Math.max(most, period));
  return Array.from({ length: last - first + 1 }, (_, at): BarePoint => {
    const rows = rowsOf.get(first + at) ?? [];
    const enough = patientsIn(table, rows) >= FEWEST_PATIENTS_IN_POINT;
    return {
      period: periodName(first + at, by),
      n: rows.length,
      value: enough ? mean(rows.map((row) => values[row]!)) : { undefined: 'too-few-patients-in-period' },
    };
  });
}

function patientsIn(table: CaseTable, rows: readonly number[]): number {
  const patients = textColumn(table, 'patient');
  if (patients === undefined) return rows.length;
  return new Set(rows.map((row) => textAt(patients, row) || `\u0000${row}`)).size;
}

function withRanges(
  bare: readonly BarePoint[],
  signals: readonly OverTimePoint['signals'][],
): OverTimePoint[] {
  let before: number | undefined;
  let at = 0;
  return bare.map((point): OverTimePoint => {
    if (typeof point.value !== 'number') return { ...point, movingRange: point.value, signals: [] };
    const movingRange = before === undefined ? { undefined: 'first-point' } : Math.abs(point.value - before);
    before = point.value;
    return { ...point, movingRange, signals: signals[at++] ?? [] };
  });
}

function bounded<T extends { readonly low: number; readonly high: number }>(
  limits: T,
  value: OverTimeValue,
): T {
  if (value === 'outcome') return limits;
  const most = value === 'response' ? 1 : Number.POSITIVE_INFINITY;
  return { ...limits, low: Math.max(0, limits.low), high: Math.min(most, limits.high) };
}

function notesOf(
  { limits, screened, points }: Pick<OverTimeResult, 'limits' | 'screened' | 'points'>,
  known: number,
): Pick<Issue, 'code' | 'params'>[] {
  const without = points.length - known;
  return [
    { code: screened ? 'note-ranges-screened' : 'note-ranges-not-screened' },
    ...('undefined' in limits
      ? [{ code: 'note-too-few-points', params: { minimum: FEWEST_POINTS, points: known } }]
      : known < SETTLED_POINTS
        ? [{ code: 'note-limits-provisional', params: { points: known } }]
        : []),
    ...(without > 0
      ? [{ code: 'note-periods-without-value', params: { n: without, minimum: FEWEST_PATIENTS_IN_POINT } }]
      : []),
    { code: 'note-not-rebased' },
  ];
}
