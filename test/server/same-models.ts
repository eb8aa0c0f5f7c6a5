/** Models as a view that hides peers shows them, against the command's own. */

import { expect } from 'vitest';
import type { BenchmarkDocument } from '../../src/index.ts';

type Models = BenchmarkDocument['models'];

/** What could be solved for the numbers of peers is rounded there; the rest is the same to the last digit. */
export function expectSameButForPeers(shown: Models, direct: Models): void {
  for (const measure of ['outcome', 'duration'] as const) {
    const [left, right] = [shown[measure], direct[measure]];
    if ('undefined' in left || 'undefined' in right) {
      expect(left).toEqual(right);
      continue;
    }
    const { n, tau2, sigma2, coefficients } = right;
    expect(left).toMatchObject({
      n,
      tau2,
      sigma2,
      coefficients: coefficients.map(({ name, estimate }) => ({ name, estimate })),
    });
    for (const [at, { se }] of coefficients.entries()) {
      expect(left.coefficients[at]!.se / se).toBeCloseTo(1, 1);
    }
  }
}
