/** An outsider takes the sum for the value of the one patient who makes nearly all of it. */

import { expect, it } from 'vitest';
import { patientsIn } from '../../support/exchange.ts';
import { bypassed, expectSafe, gated, rawProduct, responseSum, type Secret, type View } from './attack.ts';

const others = patientsIn({ members: [{ name: 'a', n: 200, settings: ['home', 'day'] }], seed: 5 });
const SECRET = { outcome: 4.2, duration: 40_000 };

/** Sums, roots of sums of squares and of deviations, over all and per level. */
function bigSums(views: readonly View[]): Partial<Secret>[] {
  return views.flatMap(({ sums: { duration } }) => {
    if (duration === undefined) return [];
    const y = duration.columns.length;
    const levels = duration.columns.flatMap(({ level }, at) => (level === undefined ? [] : [at]));
    return [
      responseSum(duration, 0),
      Math.sqrt(rawProduct(duration, y, y)),
      Math.sqrt(duration.cross[y]![y]!),
      ...levels.map((at) => responseSum(duration, 0, at)),
    ].map((claim) => ({ duration: claim }));
  });
}

it('one patient has nearly all days', () => {
  const rows = others.map((row, at) => ({ ...row, ...(at === 0 ? SECRET : { duration: 1 + (at % 7) }) }));
  expectSafe(bigSums, { safe: gated({ rows }), open: bypassed({ rows }), secret: SECRET });
});

it('one patient has nearly all days of a level', () => {
  const secret = { outcome: 1, duration: 500 };
  const rows = others.map((row, at) => ({
    ...row,
    ...(at === 0 ? secret : row.setting === 'home' ? { duration: 0.5 + (at % 3) / 4 } : {}),
  }));
  expectSafe(bigSums, { safe: gated({ rows }), open: bypassed({ rows }), secret });
});

/** Products with a column that is flat but for one patient are that patient's: (x - mean) picks the row out. */
it('a flat column of numbers with one bump', () => {
  const victim = { outcome: 21.5, duration: 321 };
  const rows = others.map((row, at) => ({
    ...row,
    age: 1000 + (at % 5) * 1e-4,
    ...(at === 9 ? { ...victim, age: 1001 } : {}),
  }));
  const bump = (views: readonly View[]): Partial<Secret>[] =>
    views.flatMap(({ sums: { outcome } }) => {
      if (outcome === undefined) return [];
      const at = outcome.columns.findIndex(({ column }) => column === 'age');
      const y = outcome.columns.length;
      const slope = outcome.cross[at]![y]! / outcome.cross[at]![at]!;
      return [{ outcome: Math.round((outcome.means[y]! + slope * (1001 - outcome.means[at]!)) * 10) / 10 }];
    });
  expectSafe(bump, { safe: gated({ rows }), open: bypassed({ rows }), secret: victim });
  expect(gated({ rows })).toHaveLength(1);
});
