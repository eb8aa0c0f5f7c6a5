/** Isotonic regression with bounds, against what no nearby rising sequence may beat. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedIsotonic, type IsotonicPoint } from '../../src/stats/bounded-isotonic.ts';

const point: fc.Arbitrary<IsotonicPoint> = fc
  .record({
    target: fc.integer({ min: 0, max: 20 }),
    weight: fc.integer({ min: 1, max: 5 }),
    a: fc.integer({ min: 0, max: 20 }),
    b: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ target, weight, a, b }) => ({ target, weight, low: Math.min(a, b), high: Math.max(a, b) }));

/** Every rising sequence of whole numbers within the bounds. */
function* sequences(points: readonly IsotonicPoint[], from = 0): Generator<number[]> {
  const [first, ...rest] = points;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let value = Math.max(first.low, from); value <= first.high; value++) {
    for (const tail of sequences(rest, value)) yield [value, ...tail];
  }
}

function loss(points: readonly IsotonicPoint[], values: readonly number[]): number {
  return points.reduce((sum, { target, weight }, i) => sum + weight * (values[i]! - target) ** 2, 0);
}

describe('boundedIsotonic', () => {
  it('rises, keeps its bounds, and no rising sequence of whole numbers does better', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 4 }), (points) => {
        const values = boundedIsotonic(points);
        const others = [...sequences(points)].map((sequence) => loss(points, sequence));
        if (values === undefined) {
          expect(others).toEqual([]);
          return;
        }
        for (const [i, { low, high }] of points.entries()) {
          expect(values[i]).toBeGreaterThanOrEqual(low);
          expect(values[i]).toBeLessThanOrEqual(high);
          if (i > 0) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1]!);
        }
        for (const other of others) expect(loss(points, values)).toBeLessThanOrEqual(other + 1e-9);
      }),
    );
  });
});
