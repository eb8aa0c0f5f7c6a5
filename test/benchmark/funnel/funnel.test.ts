/** Funnel limits, spread and outliers against R's distributions, and the cases where funnels go wrong. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { funnelOf } from '../../../src/benchmark/funnel/funnel-of.ts';
import type { FunnelKind, FunnelUnitInput } from '../../../src/model/funnel.ts';

interface Ends {
  readonly low: readonly number[];
  readonly high: readonly number[];
}
interface Answer {
  readonly phi: number;
  readonly tau2: number;
  readonly tau2Unwinsorised: number;
  readonly tau2Interval: { readonly low: number; readonly high: number };
  readonly z: readonly number[];
  readonly target: number;
  readonly low: readonly (readonly number[])[];
  readonly high: readonly (readonly number[])[];
  readonly exact: readonly Ends[];
}
const reference: { input: Record<string, number[]> } & Record<FunnelKind, Answer> = JSON.parse(
  readFileSync(new URL('../../reference/benchmark/funnel.json', import.meta.url), 'utf8'),
);
const column = (name: string) => reference.input[name]!;
const counted = (numerator: string, denominator: string): FunnelUnitInput[] =>
  column(numerator).map((value, i) => ({
    unit: `u${i}`,
    numerator: value,
    denominator: column(denominator)[i]!,
  }));
const INPUTS: Readonly<Record<FunnelKind, FunnelUnitInput[]>> = {
  proportion: counted('o', 'n'),
  ratio: counted('obs', 'e'),
  mean: column('mean').map((mean, i) => ({
    unit: `u${i}`,
    mean,
    sd: column('sd')[i]!,
    n: column('size')[i]!,
  })),
};

describe.each(['proportion', 'ratio', 'mean'] as const)('%s', (kind) => {
  const answer = reference[kind];
  const result = funnelOf(INPUTS[kind], { kind });

  it('has the spread of R', () => {
    expect(result.target).toBeCloseTo(answer.target, 12);
    expect(result.phi).toBeCloseTo(answer.phi, 10);
    expect(result.tau2).toBeCloseTo(answer.tau2, 12);
    expect(result.tau2Unwinsorised).toBeCloseTo(answer.tau2Unwinsorised, 12);
    expect(result.tau2Interval).toEqual({
      low: expect.closeTo(answer.tau2Interval.low, 9),
      high: expect.closeTo(answer.tau2Interval.high, 9),
    });
  });

  it('has the limits of R, and outliers by them', () => {
    for (const [i, unit] of result.units.entries()) {
      expect(unit.z).toBeCloseTo(answer.z[i]!, 10);
      for (const [l, limit] of unit.limits.entries()) {
        expect(limit.low).toBeCloseTo(answer.low[l]![i]!, 10);
        expect(limit.high).toBeCloseTo(answer.high[l]![i]!, 10);
      }
      const [inner, outer] = unit.limits as [(typeof unit.limits)[0], (typeof unit.limits)[0]];
      const level =
        unit.value > outer.high || unit.value < outer.low
          ? 0.998
          : unit.value > inner.high || unit.value < inner.low
            ? 0.95
            : undefined;
      expect(unit.outlier?.level).toBe(level);
    }
  });

  it('has exact limits without overdispersion, and the same spread', () => {
    const plain = funnelOf(INPUTS[kind], { kind, overdispersion: 'none' });
    expect(plain.phi).toEqual(result.phi);
    expect(plain.tau2).toEqual(result.tau2);
    if (kind === 'mean') return;
    for (const [i, unit] of plain.units.entries()) {
      for (const [l, limit] of unit.limits.entries()) {
        expect(limit.low).toBeCloseTo(answer.exact[l]!.low[i]!, 8);
        expect(limit.high).toBeCloseTo(answer.exact[l]!.high[i]!, 8);
      }
    }
  });

  it('draws limits that narrow with size', () => {
    const wide = result.limits.filter((limit) => limit.level === 0.998);
    for (let i = 1; i < wide.length; i++) {
      expect(wide[i]!.high - wide[i]!.low).toBeLessThanOrEqual(wide[i - 1]!.high - wide[i - 1]!.low + 1e-12);
    }
  });
});

it('E = 15 has 0.4907 to 1.5055 at 95 % and 0.2716 to 1.8558 at 99.8 %', () => {
  const units = [10, 15, 20].map((e) => ({ unit: `${e}`, numerator: e, denominator: e }));
  const { units: found } = funnelOf(units, { kind: 'ratio', overdispersion: 'none' });
  const rounded = found[1]!.limits.map(({ low, high }) => [low.toFixed(4), high.toFixed(4)]);
  expect(rounded).toEqual([
    ['0.4907', '1.5055'],
    ['0.2716', '1.8558'],
  ]);
});

it('limits of proportions stay within 0 and 1', () => {
  const units = [3, 5, 400].map((n) => ({ unit: `${n}`, numerator: n - 1, denominator: n }));
  for (const overdispersion of ['additive', 'none'] as const) {
    for (const { limits } of funnelOf(units, { kind: 'proportion', overdispersion }).units) {
      for (const { low, high } of limits) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThan(high);
      }
    }
  }
});

it('a limit past the end of the scale stands at the end, and does not fold back', () => {
  // Target 0.98: for 4 cases the upper limit lies past a quarter turn, where the sine comes down again.
  const units = [4, 100, 400].map((n) => ({ unit: `${n}`, numerator: Math.round(0.98 * n), denominator: n }));
  const [small] = funnelOf(units, { kind: 'proportion' }).units;
  expect(small!.limits.map((limit) => limit.high)).toEqual([1, 1]);
});

it('counts rows it cannot use, and refuses when nothing is left', () => {
  const good = { unit: 'a', numerator: 3, denominator: 10 };
  const rows = [
    good,
    { ...good, numerator: 5 },
    { ...good, numerator: 11 },
    { ...good, denominator: Number.NaN },
  ];
  expect(funnelOf(rows, { kind: 'proportion' }).excluded).toEqual([
    { reason: 'blank', n: 1 },
    { reason: 'out-of-range', n: 1 },
  ]);
  expect(() => funnelOf([good], { kind: 'proportion' })).toThrowError('funnel-too-few-units');
  expect(() => funnelOf(rows, { kind: 'proportion', levels: [99] })).toThrowError('funnel-levels');
});
