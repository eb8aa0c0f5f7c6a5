/** Roots of covariances: the last digit of a sum, which the order of adding decides, may not turn the draws. */

import { expect, it } from 'vitest';
import { covarianceRoot } from '../../src/stats/joint-normal.ts';

it('gives the same root for sums added in another order', () => {
  // Two figures that do not vary together, and one that does not vary, as two engines added them up.
  const root = (a: number, b: number, between: number) =>
    Array.from(
      covarianceRoot([
        [a, between, 0],
        [between, b, 0],
        [0, 0, 0],
      ]),
    );
  const one = root(248769795822.9304, 114322737514.48618, 0);
  for (const other of [
    root(248769795822.91577, 114322737514.48535, 0),
    root(248769795822.9304, 114322737514.48618, 1e-6),
  ]) {
    for (const [at, value] of other.entries()) expect(Math.abs(value - one[at]!)).toBeLessThan(1e-3);
  }
  expect(one[0]! ** 2 + one[1]! ** 2).toBeCloseTo(248769795822.9304, 3);
});
