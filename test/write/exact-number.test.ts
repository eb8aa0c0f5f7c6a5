/** Numbers written as bytes are those that `String` writes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_NUMBER, writeExactNumber } from '../../src/index.ts';

const room = Buffer.alloc(2 * LONGEST_NUMBER);

function written(value: number): string {
  const end = writeExactNumber(room, 3, value);
  expect(end - 3).toBeLessThanOrEqual(LONGEST_NUMBER);
  return room.toString('latin1', 3, end);
}

describe('writeExactNumber', () => {
  it('gives the shortest text that reads back as the same number', () => {
    const decimals = fc
      .tuple(fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 19 }))
      .map(([a, b, digits]) => Number(`0.${`${a}${b}`.padStart(19, '0').slice(0, digits)}`));
    const near = fc
      .tuple(fc.integer({ min: -20, max: 4 }), fc.integer({ min: -3, max: 3 }))
      .map(([power, steps]) => 2 ** power * (1 + steps * Number.EPSILON));
    const tens = fc
      .tuple(fc.integer({ min: -7, max: 2 }), fc.integer({ min: -3, max: 3 }))
      .map(([power, steps]) => 10 ** power * (1 + steps * Number.EPSILON));
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const share = fc.double({ min: 0, max: 10, noNaN: true });
    const drawn = fc
      .integer({ min: 0, max: 2 ** 31 - 1 })
      .map((n) => ((n * 48271) % 2147483647) / 2147483647);
    fc.assert(
      fc.property(fc.oneof(decimals, near, tens, any, share, drawn), (value) => {
        expect(written(value)).toBe(String(value === 0 ? 0 : value));
      }),
      { numRuns: 20_000 },
    );
  });

  it('says so where there is no number', () => {
    expect(() => written(Number.NaN)).toThrow('A table cell holds NaN');
    expect(() => written(Number.POSITIVE_INFINITY)).toThrow('Infinity');
  });
});
