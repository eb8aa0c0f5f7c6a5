/** Quantiles in flat memory: exact while small, within a millionth when large. */

import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../src/stats/cohen-kappa.ts';
import { ShareQuantiles } from '../../src/stats/share-quantiles.ts';
import { randomFrom } from '../support/random.ts';

function exact(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!);
}

describe('ShareQuantiles', () => {
  it.each([1, 2, 3, 1023, 1025, 99_999, 100_000, 100_001, 150_000])('of %i numbers', (n) => {
    const random = randomFrom(n);
    const values = Array.from({ length: n }, () => random() ** 3);
    const quantiles = new ShareQuantiles();
    for (const value of values) quantiles.add(value);
    for (const p of [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]) {
      const error = Math.abs(quantiles.quantile(p) - exact(values, p));
      expect(error).toBeLessThan(n <= 100_000 ? 1e-15 : 1e-6);
    }
  });

  it('holds what R gives: quantile(c(.1, .2, .4, .8), .25) is 0.175', () => {
    const quantiles = new ShareQuantiles();
    for (const value of [0.8, 0.1, 0.4, 0.2]) quantiles.add(value);
    expect(quantiles.quantile(0.25)).toBeCloseTo(0.175, 14);
  });

  it('refuses what is no share, and a quantile of nothing', () => {
    expect(() => new ShareQuantiles().add(1.0001)).toThrow(RangeError);
    expect(() => new ShareQuantiles().add(Number.NaN)).toThrow(RangeError);
    expect(() => new ShareQuantiles().quantile(0.5)).toThrow(RangeError);
  });
});

describe('cohenKappa', () => {
  it('agrees with the textbook table 20, 5, 10, 15: po 0.7, pe 0.5, kappa 0.4', () => {
    expect(cohenKappa([20, 5, 10, 15], 2)).toBeCloseTo(0.4, 14);
  });

  it('says why there is none', () => {
    expect(cohenKappa([0, 0, 0, 0], 2)).toEqual({ undefined: 'no-cases' });
    expect(cohenKappa([7, 0, 0, 0], 2)).toEqual({ undefined: 'one-category' });
  });
});
