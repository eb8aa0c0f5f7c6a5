/** What must hold for any network: order does not matter, units come back, pooled = exchanged, no NaN. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import { compareMembers } from '../../src/benchmark/compare.ts';
import { contributionsOf } from '../../src/benchmark/contributions-of.ts';
import { Refusal } from '../../src/issue/refusal.ts';
import type {
  BenchmarkOptions,
  BenchmarkResult,
  MemberMeasure,
  MixedModel,
} from '../../src/model/benchmark.ts';
import { caseTable, numbers, text } from '../support/case-table.ts';
import { randomFrom } from '../support/random.ts';
import { type Row, rowsOf, tableOf } from './reference.ts';

const OPTIONS: BenchmarkOptions = {
  outcome: 'outcome',
  duration: 'duration',
  adjust: [
    { column: 'age', kind: 'auto' },
    { column: 'setting', kind: 'category' },
  ],
};

/** Every number of the result with its place, so that two results can be compared. */
function numbersIn(value: unknown, place = ''): [string, number][] {
  if (typeof value === 'number') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${place}.${key}`));
}

function expectSame(left: unknown, right: unknown, tolerance: number): void {
  const [a, b] = [numbersIn(left), numbersIn(right)];
  expect(a.map(([place]) => place)).toEqual(b.map(([place]) => place));
  for (const [i, [place, value]] of a.entries()) {
    const other = b[i]![1];
    if (Math.abs(value - other) > tolerance * Math.max(1, Math.abs(other))) {
      expect.fail(`${place}: ${value} against ${other}`);
    }
  }
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

describe('a comparison', () => {
  const rows = rowsOf('eight');
  const result = benchmarkRun(tableOf(rows), OPTIONS);

  it('does not depend on the order of rows and members', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expectSame(benchmarkRun(tableOf(shuffled(rows, seed)), OPTIONS), result, 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('from contributions made apart is the one on pooled rows', () => {
    const names = [...new Set(rows.map((row) => row.member))];
    const apart = shuffled(names, 1).flatMap(
      (name) => contributionsOf(tableOf(rows.filter((row) => row.member === name)), OPTIONS).members,
    );
    const combined = compareMembers(
      apart.toSorted((a, b) => (a.member < b.member ? -1 : 1)),
      {
        better: 'higher',
        method: 'reml',
        minMembers: 3,
        level: 0.95,
        adjust: ['age', 'setting'],
        models: ['outcome', 'duration', 'joint'],
        isChange: false,
      },
    );
    const { excluded: _, notes: __, ...pooled } = result;
    expectSame(combined, pooled, 1e-12);
  });

  it('follows the units of outcome and covariate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (shift, scale, ageShift) => {
          const moved = rows.map((row) => ({
            ...row,
            outcome: shift + scale * row.outcome,
            age: ageShift + 2 * row.age,
          }));
          const other = benchmarkRun(tableOf(moved), OPTIONS);
          const before = result.models.outcome as MixedModel;
          const after = other.models.outcome as MixedModel;
          const digits = 1e-6;
          const near = (a: number, b: number) =>
            expect(Math.abs(a - b)).toBeLessThanOrEqual(digits * Math.max(scale, Math.abs(b)));
          near(after.tau2 / scale ** 2, before.tau2);
          near(after.sigma2 / scale ** 2, before.sigma2);
          near((2 * after.coefficients[1]!.estimate) / scale, before.coefficients[1]!.estimate);
          for (const [i, member] of other.members.entries()) {
            const [now, then] = [
              member.outcome as MemberMeasure,
              result.members[i]!.outcome as MemberMeasure,
            ];
            near(now.effect / scale, then.effect);
            near(((now.adjusted as number) - shift) / scale, then.adjusted as number);
            near(now.expectedRank, then.expectedRank);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('turned round (lower is better) gives the same ranks', () => {
    const turned = rows.map((row) => ({ ...row, outcome: -row.outcome }));
    const other = benchmarkRun(tableOf(turned), { ...OPTIONS, better: 'lower' });
    for (const [i, member] of other.members.entries()) {
      const then = result.members[i]!;
      expect((member.outcome as MemberMeasure).expectedRank).toBeCloseTo(
        (then.outcome as MemberMeasure).expectedRank,
        9,
      );
      expectSame(member.durationPerOutcome, then.durationPerOutcome, 1e-9);
    }
  });

  it('expected ranks add up to those of an order', () => {
    const m = result.members.length;
    for (const name of ['outcome', 'duration'] as const) {
      const sum = result.members.reduce((total, member) => {
        return total + (member[name] as MemberMeasure).expectedRank;
      }, 0);
      expect(sum).toBeCloseTo((m * (m + 1)) / 2, 9);
    }
  });
});

/** Small, lopsided and degenerate networks: few values, blanks, members of one row. */
const oddRow = fc.record({
  member: fc.constantFrom('a', 'b', 'c', 'd', ''),
  age: fc.constantFrom<number | undefined>(1, 2, 3, undefined),
  setting: fc.constantFrom('x', 'y', ''),
  outcome: fc.constantFrom<number | undefined>(-1, 0, 1, 5, undefined),
  duration: fc.constantFrom<number | undefined>(1, 30, 31, undefined),
});

it('has a number, a reason or a refusal for any network; never NaN', () => {
  fc.assert(
    fc.property(
      fc.array(oddRow, { minLength: 1, maxLength: 40 }),
      fc.subarray(OPTIONS.adjust as { column: string; kind: 'auto' | 'category' }[]),
      fc.constantFrom<'reml' | 'ml'>('reml', 'ml'),
      (rows, adjust, method) => {
        const table = caseTable({
          member: text(rows.map((row) => row.member)),
          age: numbers(rows.map((row) => row.age)),
          setting: text(rows.map((row) => row.setting)),
          outcome: numbers(rows.map((row) => row.outcome)),
          duration: numbers(rows.map((row) => row.duration)),
        });
        let result: BenchmarkResult;
        try {
          result = benchmarkRun(table, { ...OPTIONS, adjust, method, suppress: false });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          return;
        }
        for (const [place, value] of numbersIn(result)) {
          if (!Number.isFinite(value)) expect.fail(`${place} is ${value}`);
        }
        for (const { excluded } of [result]) {
          for (const model of ['outcome', 'duration'] as const) {
            const fitted = result.models[model];
            if ('undefined' in fitted) continue;
            const out = excluded
              .filter((line) => line.model === model)
              .reduce((sum, line) => sum + line.n, 0);
            expect(fitted.n + out).toBe(rows.length);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

it('keeps the digits of a response far from zero', () => {
  const far = rowsOf('eight').map((row: Row) => ({ ...row, outcome: row.outcome + 1e9, age: row.age + 1e7 }));
  const near = benchmarkRun(tableOf(rowsOf('eight')), OPTIONS).models.outcome as MixedModel;
  const moved = benchmarkRun(tableOf(far), OPTIONS).models.outcome as MixedModel;
  expect(moved.tau2).toBeCloseTo(near.tau2, 4);
  expect(moved.sigma2).toBeCloseTo(near.sigma2, 4);
});
