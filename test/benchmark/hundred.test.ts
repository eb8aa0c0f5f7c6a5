/** A hundred members of 1 to 40 episodes against lme4, REML and ML. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benchmarkRun } from '../../src/benchmark/benchmark-run.ts';
import type { MemberMeasure, MixedModel } from '../../src/model/benchmark.ts';
import { caseTable, numbers, text } from '../support/case-table.ts';

interface Answer {
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
  readonly tau2: number;
  readonly sigma2: number;
  readonly logLik: number;
  readonly effect: readonly number[];
  readonly variance: readonly number[];
}

const expected = JSON.parse(
  readFileSync(new URL('../reference/benchmark/hundred.json', import.meta.url), 'utf8'),
) as { n: number; sum: number; reml: Answer; ml: Answer };

/** The generator of make-hundred.R, exact in whole numbers. */
function network() {
  let state = 20250101;
  const draw = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const rows: { member: string; age: number; setting: string; outcome: number }[] = [];
  for (let i = 0; i < 100; i++) {
    const level = 6 * draw() - 3;
    for (let j = 0; j < 1 + ((i * 7) % 40); j++) {
      const age = Math.floor(18 + 60 * draw());
      const s = draw();
      const setting = s < 0.6 ? 'home' : s < 0.85 ? 'day' : 'clinic';
      const noise = draw() + draw() + draw() + draw() - 2;
      const exact = 5 + level - 0.04 * age + (setting === 'day' ? 1 : 0) + 8 * noise;
      rows.push({
        member: `m${String(i).padStart(3, '0')}`,
        age,
        setting,
        outcome: Math.floor(1000 * exact) / 1000,
      });
    }
  }
  return rows;
}

const rows = network();
const table = caseTable({
  member: text(rows.map((row) => row.member)),
  age: numbers(rows.map((row) => row.age)),
  setting: text(rows.map((row) => row.setting)),
  outcome: numbers(rows.map((row) => row.outcome)),
});

function near(actual: number, wanted: number, what: string, tolerance = 1e-6): void {
  expect(Math.abs(actual - wanted) / Math.max(1, Math.abs(wanted)), what).toBeLessThan(tolerance);
}

describe('a hundred members', () => {
  it('are the same rows as in R', () => {
    expect(rows).toHaveLength(expected.n);
    near(
      rows.reduce((sum, row) => sum + row.outcome, 0),
      expected.sum,
      'sum',
      1e-12,
    );
  });

  it.each(['reml', 'ml'] as const)('%s as lme4', (method) => {
    const result = benchmarkRun(table, {
      outcome: 'outcome',
      adjust: ['age', 'setting'].map((column) => ({ column, kind: 'auto' as const })),
      suppress: false,
      method,
    });
    const model = result.models.outcome as MixedModel;
    const answer = expected[method];
    near(model.tau2, answer.tau2, 'tau2', 1e-5);
    near(model.sigma2, answer.sigma2, 'sigma2');
    near(model.logLik, answer.logLik, 'logLik', 1e-9);
    // R's order of terms: age, clinic, day.
    for (const [i, { name, estimate, se }] of model.coefficients.entries()) {
      near(estimate, answer.coefficients[i]!, name);
      near(se, answer.se[i]!, `se of ${name}`);
    }
    for (const [i, { member, outcome }] of result.members.entries()) {
      const own = outcome as MemberMeasure;
      near(own.effect, answer.effect[i]!, `effect of ${member}`, 1e-5);
      near(own.se ** 2, answer.variance[i]!, `variance of ${member}`, 1e-5);
    }
    expect(result.members).toHaveLength(100);
  });
});
