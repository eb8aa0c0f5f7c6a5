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

test('is what sorting gives where only the tails of many draws are looked at', () => {
  const shape = fc.constantFrom(
    (u: number) => u,
    (u: number) => Math.log(u / (1 - u)),
    (u: number) => (1 - u) ** -1.5,
    (u: number) => Math.round(9 * u),
    (u: number) => (u < 0.5 ? -1e12 : u),
    () => 7,
  );
  const level = fc.constantFrom(0, 0.2, 0.5, 0.9, 0.95, 0.999, 1);
  fc.assert(
    fc.property(
      shape,
      level,
      fc.integer({ min: 500, max: 2500 }),
      fc.noShrink(fc.integer()),
      (of, share, count, seed) => {
        let state = seed >>> 0;
        const list = Array.from({ length: count }, () => {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
          return of((state + 0.5) / 2 ** 32);
        });
        const { low, high } = centralInterval(Float64Array.from(list), share);
        expect(low).toBe(quantileType7(list, (1 - share) / 2));
        expect(high).toBe(quantileType7(list, (1 + share) / 2));
      },
    ),
  );
});

test('has no limits without values', () => {
  expect(centralInterval(new Float64Array(0), 0.95)).toEqual({ low: Number.NaN, high: Number.NaN });
});
