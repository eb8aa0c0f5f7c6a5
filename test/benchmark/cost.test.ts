/** Cost as a measure, and cost per point of improvement, against R. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import type { MixedModel, RatioInterval } from '../../src/model/benchmark.ts';
import type { Computed } from '../../src/model/meta.ts';
import { numbers } from '../support/case-table.ts';
import { rowsOf, tableOf } from './reference.ts';

interface Ratio {
  readonly ok: boolean;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const { answers } = JSON.parse(
  readFileSync(new URL('../reference/benchmark/cost.json', import.meta.url), 'utf8'),
) as {
  answers: Record<
    'three' | 'eight',
    {
      member: string[];
      coefficients: number[];
      tau2: number;
      sigma2: number;
      logLik: number;
      plain: Ratio[];
      adjusted: Ratio[];
    }
  >;
};

function near(actual: number, expected: number, what: string, tolerance: number): void {
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), what).toBeLessThan(tolerance);
}

function same(own: Computed<RatioInterval> | undefined, expected: Ratio, who: string): void {
  if (own === undefined) throw new Error(`no ratio for ${who}`);
  expect('undefined' in own, who).toBe(!expected.ok);
  if ('undefined' in own) return;
  for (const part of ['value', 'low', 'high'] as const)
    near(own[part], expected[part], `${part} of ${who}`, 1e-8);
}

describe.each(['three', 'eight'] as const)('network of %s', (name) => {
  const rows = rowsOf(name);
  const table = tableOf(rows);
  const spent = numbers(rows.map((row, i) => 500 + 11 * row.duration + 40 * (i % 7)));
  const options = {
    outcome: 'outcome',
    duration: 'duration',
    adjust: ['age', 'setting'].map((column) => ({ column, kind: 'auto' as const })),
    suppress: false,
  };
  const asked = benchmarkRun(
    { ...table, columns: new Map([...table.columns, ['spent', spent]]) },
    { ...options, cost: 'spent' },
  );

  it('has the model of lme4', () => {
    const model = asked.models.cost as MixedModel;
    const expected = answers[name];
    near(model.tau2, expected.tau2, 'tau2', 1e-5);
    near(model.sigma2, expected.sigma2, 'sigma2', 1e-6);
    near(model.logLik, expected.logLik, 'logLik', 1e-9);
    for (const [i, value] of expected.coefficients.entries()) {
      near(model.coefficients[i]!.estimate, value, `coefficient ${i}`, 1e-6);
    }
  });

  it('has cost per outcome by Fieller, plain and at equal case mix', () => {
    for (const [i, who] of answers[name].member.entries()) {
      const own = asked.members.find(({ member }) => member === who)!;
      same(own.costPerOutcome, answers[name].plain[i]!, who);
      same(own.adjustedCostPerOutcome, answers[name].adjusted[i]!, who);
    }
  });

  it('takes the column cost by itself, and says nothing of cost without one', () => {
    const named = benchmarkRun({ ...table, columns: new Map([...table.columns, ['cost', spent]]) }, options);
    expect(named.models.cost).toEqual(asked.models.cost);
    expect(named.members).toEqual(asked.members);
    const none = benchmarkRun(table, options);
    expect(none.models).not.toHaveProperty('cost');
    expect(none.members[0]).not.toHaveProperty('costPerOutcome');
  });
});
