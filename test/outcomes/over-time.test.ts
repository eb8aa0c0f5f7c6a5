/** Limits and signals over time against R, and which episode counts in which period. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcomesOverTime } from '../../src/outcomes/over-time/outcomes-over-time.ts';
import { xmrLimits, xmrSignals } from '../../src/outcomes/over-time/xmr-limits.ts';
import { dayFromIso } from '../../src/table/day.ts';
import { caseTable, days, numbers, text } from '../support/case-table.ts';
import { refused } from '../support/refused.ts';

interface Answer {
  readonly centre: number;
  readonly meanMovingRange: number;
  readonly low: number;
  readonly high: number;
  readonly rangesLeftOut: number;
  readonly signals: readonly (readonly string[])[];
}

const { answers } = JSON.parse(
  readFileSync(new URL('../reference/outcomes/xmr.json', import.meta.url), 'utf8'),
) as { answers: Record<string, { values: number[]; all: Answer; screened: Answer }> };

describe.each(Object.entries(answers))('series %s', (_, { values, ...expected }) => {
  it.each(['all', 'screened'] as const)('limits and signals with ranges %s are those of R', (ranges) => {
    const { signals, ...limits } = expected[ranges];
    const own = xmrLimits(values, ranges === 'screened');
    for (const [name, value] of Object.entries(limits)) {
      expect(own[name as keyof typeof own], name).toBeCloseTo(value, 10);
    }
    expect(xmrSignals(values, own).map((each) => each.toSorted())).toEqual(
      signals.map((each) => each.toSorted()),
    );
  });
});

it('the series together show every signal, and screening matters', () => {
  const all = Object.values(answers).flatMap((each) => each.all.signals.flat());
  expect(new Set(all).size).toBe(4);
  expect(answers.jump!.screened.rangesLeftOut).toBeGreaterThan(0);
  expect(answers.steady!.all.signals.flat()).toEqual([]);
});

const day = (iso: string) => dayFromIso(iso)!;

/** Ten patients a month from January on, each `perMonth` times; the values follow `means`. */
function months(means: readonly number[], perMonth = 10) {
  const rows = means.flatMap((mean, month) =>
    Array.from({ length: perMonth }, (_, i) => ({ mean, month, patient: `p${month}-${i}` })),
  );
  const end = ({ month }: { month: number }) =>
    day(`${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`);
  return {
    patient: text(rows.map((row) => row.patient)),
    start: days(rows.map((row) => end(row) - 100)),
    end: days(rows.map(end)),
    pre: numbers(rows.map(() => 60)),
    post: numbers(rows.map((row) => 60 - row.mean)),
  };
}

describe('outcomes over time', () => {
  const means = [6, 7, 5, 6, 8, 6, 5, 7];

  it('one point a month of the end, with the limits of the points', () => {
    const result = outcomesOverTime(caseTable(months(means)), {});
    expect(result.points.map((point) => point.period)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2024-${month}`),
    );
    expect(result.points.map((point) => point.value)).toEqual(means);
    expect(result.points[1]!.movingRange).toBe(1);
    expect(result.points[0]!.movingRange).toEqual({ undefined: 'first-point' });
    // By hand: mean 6.25; ranges 1 2 1 2 2 1 2, mean 11/7; 2.66 x 11/7 = 4.18.
    expect(result.limits).toMatchObject({ centre: 6.25, rangesLeftOut: 0 });
    if ('undefined' in result.limits) throw new Error(result.limits.undefined);
    expect(result.limits.high).toBeCloseTo(10.43, 10);
    expect(result.limits.low).toBeCloseTo(2.07, 10);
  });

  it('quarters, duration and response', () => {
    const table = caseTable(months(means));
    expect(outcomesOverTime(table, { by: 'quarter' }).points.map(({ period, n }) => [period, n])).toEqual([
      ['2024-Q1', 30],
      ['2024-Q2', 30],
      ['2024-Q3', 20],
    ]);
    const duration = outcomesOverTime(table, { value: 'duration' });
    expect(duration.points.every((point) => point.value === 100)).toBe(true);
    const response = outcomesOverTime(table, { value: 'response' });
    expect(response.limits).toMatchObject({ centre: 1, low: 1, high: 1 });
  });

  it('a month of nine patients has no point, however many episodes; an empty one neither', () => {
    const { patient: _, ...columns } = months([6, 6]);
    const twice = Array.from({ length: 20 }, (__, i) => `p${i < 10 ? i % 9 : i}`);
    const result = outcomesOverTime(caseTable({ patient: text(twice), ...columns }), {});
    expect(result.points.map((point) => point.value)).toEqual([
      { undefined: 'too-few-patients-in-period' },
      6,
    ]);
    expect(result.limits).toEqual({ undefined: 'too-few-points' });
    const gap = months([6, 6, 6]);
    const end =
      gap.end.kind === 'day' ? [...gap.end.values].map((each, i) => (i < 20 ? each : each + 60)) : [];
    expect(outcomesOverTime(caseTable({ ...gap, end: days(end) }), {}).points.map(({ n }) => n)).toEqual([
      10, 10, 0, 0, 10,
    ]);
  });

  it('counts every episode that is left out', () => {
    const columns = months([6, 6]);
    const post = Array.from({ length: 20 }, (_, i) => (i === 3 ? undefined : 50));
    const end =
      columns.end.kind === 'day' ? [...columns.end.values].map((d, i) => (i < 2 ? undefined : d)) : [];
    const table = caseTable({ ...columns, end: days(end), post: numbers(post) });
    const result = outcomesOverTime(table, {});
    expect(result.excluded).toEqual([
      { reason: 'no-end', n: 2 },
      { reason: 'no-value', n: 1 },
    ]);
    expect(result.points.reduce((sum, point) => sum + point.n, 0)).toBe(17);
  });

  it('is of one member', () => {
    const member = text(Array.from({ length: 20 }, (_, i) => (i < 10 ? 'a' : 'b')));
    const table = caseTable({ ...months([6, 6]), member });
    expect(refused(() => outcomesOverTime(table, {}))).toContain('Choose one with --own');
    expect(refused(() => outcomesOverTime(table, { own: 'c' }))).toContain('--own does not occur');
    const own = outcomesOverTime(table, { own: 'b' });
    expect(own.points.map(({ period, n }) => [period, n])).toEqual([['2024-02', 10]]);
    expect(own.excluded).toEqual([{ reason: 'other-member', n: 10 }]);
  });

  it('says what is missing', () => {
    const { post: _, ...rest } = months([6]);
    expect(refused(() => outcomesOverTime(caseTable(rest), {}))).toContain('Column post is missing');
    const nothing = caseTable({ ...rest, post: numbers(Array.from({ length: 10 }, () => undefined)) });
    expect(refused(() => outcomesOverTime(nothing, {}))).toContain('nothing to put in time');
  });
});
