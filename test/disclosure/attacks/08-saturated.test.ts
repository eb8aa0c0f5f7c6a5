/** An outsider with the covariates of the victim: dummy columns of one, and models with as many columns as patients. */

import { it } from 'vitest';
import type { BenchmarkDesign } from '../../../src/model/disclosure.ts';
import { positiveDefinite } from '../../../src/stats/positive-definite.ts';
import { DESIGN, patientsIn } from '../../support/exchange.ts';
import { bypassed, expectSafe, gated, responseSum, type Secret, VICTIM, type View } from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 200, settings: ['home', 'day'] }], seed: 8 });

/** X'y of a column of zeros and ones is the sum of y where it is one. */
function dummies(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums: { outcome, duration } }) =>
    [outcome, duration].flatMap((own, measure) =>
      (own?.columns ?? []).flatMap(({ level }, at) =>
        level === undefined ? [{ [measure === 0 ? 'outcome' : 'duration']: responseSum(own!, 0, at) }] : [],
      ),
    ),
  );
}

it('a number column that marks one patient', () => {
  const design: BenchmarkDesign = { ...DESIGN, adjust: [{ column: 'age', kind: 'number' }] };
  const rows = [...others.map((row) => ({ ...row, age: 0 })), { ...others[0]!, ...VICTIM, age: 1 }];
  expectSafe(dummies, {
    safe: gated({ rows, design }),
    open: bypassed({ rows, design }),
    secret: VICTIM,
  });
});

const AGE = 97.3;

/** The fitted value at the victim's covariates: with leverage near one it is the victim's own. */
function fitted(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums: { outcome } }) => {
    if (outcome === undefined) return [];
    const { columns, means, cross } = outcome;
    // The intercept takes one level of each column: it is left out.
    const seen = new Set<string>();
    const used = [...columns.keys()].filter((at) => {
      const { column, level } = columns[at]!;
      if (level === undefined || seen.has(column)) return true;
      seen.add(column);
      return false;
    });
    const factor = positiveDefinite(used.map((j) => used.map((l) => cross[j]![l]!)));
    if ('dependent' in factor) return [];
    const y = columns.length;
    const slopes = factor.solve(used.map((j) => cross[j]![y]!));
    const x = used.map((j) => (columns[j]!.level === undefined ? AGE : columns[j]!.level === 'v' ? 1 : 0));
    const value = slopes.reduce((sum, slope, at) => sum + slope * (x[at]! - means[used[at]!]!), means[y]!);
    return [{ outcome: Math.round(value * 100) / 100 }];
  });
}

it('as many levels as patients', () => {
  const rows = others.slice(0, 40).map((row, at) => ({ ...row, setting: `s${at % 39}` }));
  const victim = { ...others[50]!, ...VICTIM, age: AGE, setting: 'v' };
  const all = [...rows, victim];
  expectSafe(fitted, { safe: gated({ rows: all }), open: bypassed({ rows: all }), secret: VICTIM });
});
