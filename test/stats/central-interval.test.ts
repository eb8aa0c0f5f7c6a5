import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { centralInterval } from '../../src/stats/central-interval.ts';
import { quantileType7 } from '../../src/stats/quantile-type-7.ts';

test('is what sorting gives, to the last bit', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -1e9, max: 1e9 }));
  const level = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 0.95, 1), fc.double({ noNaN: true, min: 0, max: 1 }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), level, (list, share) => {
      const { low, high } = centralInterval(Float64Array.from(list), share);
      // Plus 0: a sort of numbers leaves 0 and -0 where they stood.
      expect(low + 0).toBe(quantileType7(list, (1 - share) / 2) + 0);
      expect(high + 0).toBe(quantileType7(list, (1 + share) / 2) + 0);
    }),
  );
});

test('has no limits without values', () => {
  expect(centralInterval(new Float64Array(0), 0.95)).toEqual({ low: Number.NaN, high: Number.NaN });
});
