/** Models against R lme4, unshrunken values against lm with dummies, the joint model against metafor. */

import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import type { BenchmarkResult, MemberMeasure, MixedModel } from '../../src/model/benchmark.ts';
import { answerTo, NAMES, rowsOf, tableOf } from './reference.ts';

const OPTIONS = {
  outcome: 'outcome',
  duration: 'duration',
  adjust: [
    { column: 'age', kind: 'auto' },
    { column: 'setting', kind: 'auto' },
  ],
  suppress: false,
} as const;

/** Within 1e-6 of the value, or of 1 where the value is smaller. */
function close(actual: number, expected: number, what: string, tolerance = 1e-6): void {
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), what).toBeLessThan(tolerance);
}

function measureOf(result: BenchmarkResult, member: string, name: 'outcome' | 'duration'): MemberMeasure {
  return result.members.find((own) => own.member === member)![name] as MemberMeasure;
}

describe.each(NAMES)('network of %s', (name) => {
  const table = tableOf(rowsOf(name));
  const answer = answerTo(name);

  describe.each(['outcome', 'duration'] as const)('%s', (measure) => {
    it.each(['reml', 'ml'] as const)('%s agrees with lme4', (method) => {
      const result = benchmarkRun(table, { ...OPTIONS, method });
      const model = result.models[measure] as MixedModel;
      const expected = answer[measure][method];
      expect(model.coefficients.map((coefficient) => coefficient.name).slice(0, 2)).toEqual([
        '(Intercept)',
        'age',
      ]);
      expect(model.coefficients.some(({ name: level }) => level === `setting=${answer.reference}`)).toBe(
        false,
      );
      for (const [j, { name: column, estimate, se }] of model.coefficients.entries()) {
        close(estimate, expected.coefficients[j]!, `estimate of ${column}`);
        close(se, expected.se[j]!, `se of ${column}`);
      }
      close(model.tau2, expected.tau2, 'tau2');
      close(model.sigma2, expected.sigma2, 'sigma2');
      close(model.logLik, expected.logLik, 'logLik');
      for (const [i, member] of expected.member.entries()) {
        const own = measureOf(result, member, measure);
        close(own.effect, expected.effect[i]!, `effect of ${member}`);
        close(own.se ** 2, expected.variance[i]!, `variance of ${member}`);
      }
    });

    it('unshrunken values agree with lm', () => {
      const result = benchmarkRun(table, OPTIONS);
      const expected = answer[measure].unshrunken;
      for (const [i, member] of expected.member.entries()) {
        const own = measureOf(result, member, measure);
        close(own.adjusted as number, expected.adjusted[i]!, `adjusted of ${member}`, 1e-9);
        close(own.low as number, expected.low[i]!, `low of ${member}`, 1e-9);
        close(own.high as number, expected.high[i]!, `high of ${member}`, 1e-9);
      }
    });
  });

  it('the joint model agrees with metafor, its ellipses with lm', () => {
    const result = benchmarkRun(table, OPTIONS);
    const { joint } = result;
    if ('undefined' in joint) throw new Error(joint.undefined);
    if (name === 'eight' || name === 'thirty') {
      for (const [a, row] of joint.tau.entries()) {
        for (const [b, value] of row.entries()) close(value, answer.joint.tau[a]![b]!, `tau ${a} ${b}`, 1e-6);
      }
      close(joint.correlation as number, answer.joint.correlation, 'correlation', 1e-6);
    } else {
      // Three members, and no difference between members: T is singular, no correlation is claimed.
      expect(joint.correlation).toHaveProperty('undefined');
    }
    for (const [i, { ellipse }] of result.members.entries()) {
      if ('undefined' in ellipse) throw new Error(ellipse.undefined);
      for (const [a, row] of ellipse.covariance.entries()) {
        for (const [b, value] of row.entries()) {
          close(value, answer.joint.spread[i]! * answer.joint.residual[a]![b]!, `ellipse ${a} ${b}`, 1e-9);
        }
      }
      expect(ellipse.chiSquare).toBeCloseTo(5.991464547, 8);
    }
  });
});
