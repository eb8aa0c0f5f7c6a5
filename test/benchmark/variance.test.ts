/** What is said about the variance between members, the case mix and ratios at equal case mix, against R. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import type { MemberMeasure, MixedModel } from '../../src/model/benchmark.ts';
import { fQuantile } from '../../src/stats/f-quantile.ts';
import { NAMES, rowsOf, tableOf } from './reference.ts';

interface VarianceAnswer {
  readonly interval: { readonly low: number; readonly high: number };
  readonly explained: {
    readonly share: number;
    readonly tau2Unadjusted: number;
    readonly sigma2Unadjusted: number;
  };
}

interface GivenAnswer {
  readonly tau2: number;
  readonly sigma2: number;
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly member: readonly string[];
  readonly effect: readonly number[];
  readonly logLik: number;
}

interface Answer {
  readonly given: GivenAnswer;
  readonly outcome: VarianceAnswer;
  readonly duration: VarianceAnswer;
  readonly ratios: {
    readonly member: readonly string[];
    readonly ok: readonly boolean[];
    readonly value: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
  };
}

const { answers } = JSON.parse(
  readFileSync(new URL('../reference/benchmark/variance.json', import.meta.url), 'utf8'),
) as { answers: Record<(typeof NAMES)[number], Answer> };

const OPTIONS = {
  outcome: 'outcome',
  duration: 'duration',
  adjust: ['age', 'setting'].map((column) => ({ column, kind: 'auto' as const })),
  suppress: false,
};

function near(actual: number, expected: number, what: string, tolerance = 1e-6): void {
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), what).toBeLessThan(tolerance);
}

describe.each(NAMES)('network of %s', (name) => {
  const result = benchmarkRun(tableOf(rowsOf(name)), OPTIONS);

  it.each(['outcome', 'duration'] as const)('interval of tau² and explained variance of %s', (measure) => {
    const { tau2Interval, explained } = result.models[measure] as MixedModel;
    const expected = answers[name][measure];
    if ('undefined' in tau2Interval || 'undefined' in explained) throw new Error('not computed');
    near(tau2Interval.low, expected.interval.low, 'low');
    near(tau2Interval.high, expected.interval.high, 'high');
    near(explained.share, expected.explained.share, 'share');
    near(explained.tau2Unadjusted, expected.explained.tau2Unadjusted, 'tau2 without case mix');
    near(explained.sigma2Unadjusted, expected.explained.sigma2Unadjusted, 'sigma2 without case mix');
  });

  it('duration per outcome at equal case mix', () => {
    const { member, ok, value, low, high } = answers[name].ratios;
    for (const [i, who] of member.entries()) {
      const ratio = result.members.find((own) => own.member === who)!.adjustedDurationPerOutcome;
      expect('undefined' in ratio, who).toBe(!ok[i]);
      if ('undefined' in ratio) continue;
      near(ratio.value, value[i]!, `value of ${who}`);
      near(ratio.low, low[i]!, `low of ${who}`);
      near(ratio.high, high[i]!, `high of ${who}`);
    }
  });

  it('a variance between members that is given', () => {
    const { given } = answers[name];
    const own = benchmarkRun(tableOf(rowsOf(name)), {
      ...OPTIONS,
      tau2: { outcome: given.tau2 },
      lang: 'en',
    });
    const model = own.models.outcome as MixedModel;
    near(model.tau2, given.tau2, 'tau2', 1e-12);
    near(model.sigma2, given.sigma2, 'sigma2', 1e-9);
    near(model.logLik, given.logLik, 'logLik', 1e-9);
    for (const [j, { name: term, estimate, se }] of model.coefficients.entries()) {
      near(estimate, given.coefficients[j]!, term, 1e-9);
      near(se, given.se[j]!, `se of ${term}`, 1e-9);
    }
    for (const [i, who] of given.member.entries()) {
      const { effect } = own.members.find(({ member }) => member === who)!.outcome as MemberMeasure;
      near(effect, given.effect[i]!, `effect of ${who}`, 1e-9);
    }
    expect(own.notes.join(' ')).toContain('given, not estimated');
    expect(own.models.duration).toEqual(result.models.duration);
  });

  it('contrasts with the network add up to nothing and are as wide as the values', () => {
    const own = result.members.map(({ outcome }) => outcome as MemberMeasure);
    const contrasts = own.map(({ contrast }) => {
      if ('undefined' in contrast) throw new Error(contrast.undefined);
      return contrast;
    });
    near(
      contrasts.reduce((sum, { value }) => sum + value, 0),
      0,
      'sum',
      1e-9,
    );
    for (const [i, { low, high }] of contrasts.entries()) {
      near(high - low, (own[i]!.high as number) - (own[i]!.low as number), 'width', 1e-9);
    }
  });
});

it('no case mix explains nothing', () => {
  const { explained, tau2, sigma2 } = benchmarkRun(tableOf(rowsOf('eight')), { ...OPTIONS, adjust: [] })
    .models.outcome as MixedModel;
  if ('undefined' in explained) throw new Error(explained.undefined);
  expect(explained.share).toBe(0);
  near(explained.tau2Unadjusted, tau2, 'tau2', 1e-9);
  near(explained.sigma2Unadjusted, sigma2, 'sigma2', 1e-9);
});

it('the F quantile is R’s qf', () => {
  expect(fQuantile(0.975, 2, 121)).toBeCloseTo(3.803662, 5);
});
