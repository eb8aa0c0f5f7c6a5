/** Fast sums of products against plain ones, and the triangular solves that go with them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOuterProducts, weighRows } from '../../src/stats/outer-products.ts';
import { positiveDefinite } from '../../src/stats/positive-definite.ts';
import { RunningProducts } from '../../src/stats/running-products.ts';

/** Whole numbers, so that the plain answer is exact; an offset that a sum of squares would drown in. */
const rowsOfWholes = fc
  .record({
    width: fc.integer({ min: 1, max: 11 }),
    count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(63, 64, 65, 127, 128, 129, 300)),
    offset: fc.constantFrom(0, 2015, 1e9),
    drift: fc.constantFrom(0, 1, 40),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ width, count, offset, drift, seed }) => {
    let state = seed;
    const next = () => {
      state = (state * 16807) % 2147483647;
      return (state % 201) - 100;
    };
    return Array.from({ length: count }, (_, row) =>
      Array.from({ length: width }, () => offset + drift * row + next()),
    );
  });

function running(rows: readonly (readonly number[])[]): ReturnType<RunningProducts['result']> {
  const sums = new RunningProducts(rows[0]!);
  for (const row of rows) {
    sums.panel.set(row, sums.next);
    sums.added();
  }
  return sums.result();
}

/** n times the centred product, without a rounding. */
function exact(rows: readonly (readonly number[])[], j: number, l: number): bigint {
  let [product, left, right] = [0n, 0n, 0n];
  for (const row of rows) {
    product += BigInt(row[j]!) * BigInt(row[l]!);
    left += BigInt(row[j]!);
    right += BigInt(row[l]!);
  }
  return BigInt(rows.length) * product - left * right;
}

describe('RunningProducts', () => {
  it('gives the exact products of whole numbers to twelve digits of their size, and the means', () => {
    fc.assert(
      fc.property(rowsOfWholes, (rows) => {
        const { n, means, cross } = running(rows);
        const width = rows[0]!.length;
        expect(n).toBe(rows.length);
        for (let j = 0; j < width; j++) {
          const mean = Number(rows.reduce((sum, row) => sum + BigInt(row[j]!), 0n)) / n;
          const spread = Math.sqrt(Number(exact(rows, j, j))) / n;
          expect(Math.abs(means[j]! - mean)).toBeLessThanOrEqual(4e-16 * Math.abs(mean) + 1e-14 * spread);
          for (let l = 0; l < width; l++) {
            const size = Math.sqrt(Number(exact(rows, j, j)) * Number(exact(rows, l, l))) / n;
            const wanted = Number(exact(rows, j, l)) / n;
            expect(Math.abs(cross[j * width + l]! - wanted)).toBeLessThanOrEqual(1e-12 * size);
            expect(cross[l * width + j]).toBe(cross[j * width + l]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a column that does not vary has no spread at all, whatever its size', () => {
    const { means, cross } = running(Array.from({ length: 1000 }, (_, row) => [0.1, row % 7]));
    expect(means[0]).toBe(0.1);
    expect([cross[0], cross[1]]).toEqual([0, 0]);
  });

  it('keeps its digits where the first row is far from all others', () => {
    const rows = Array.from({ length: 500 }, (_, row) => [row === 0 ? 1e6 : row % 2, row % 3]);
    const { cross } = running(rows);
    for (const [at, [j, l]] of [
      [0, 0] as const,
      [0, 1] as const,
      [1, 0] as const,
      [1, 1] as const,
    ].entries()) {
      const size = Math.sqrt(Number(exact(rows, j, j)) * Number(exact(rows, l, l))) / 500;
      expect(Math.abs(cross[at]! - Number(exact(rows, j, l)) / 500)).toBeLessThan(1e-12 * size);
    }
  });
});

it('addOuterProducts adds each product in the order of its rows: not a bit from the plain loop', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(4, 8, 12),
      fc.integer({ min: 0, max: 9 }),
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 108, maxLength: 108 }),
      (width, count, values) => {
        const rows = Float64Array.from(values);
        const sums = new Float64Array(width * width);
        addOuterProducts(sums, rows, width, count);
        for (let j = 0; j < width; j++) {
          for (let l = 0; l <= j; l++) {
            let plain = 0;
            for (let row = 0; row < count; row++) plain += rows[row * width + j]! * rows[row * width + l]!;
            expect(sums[j * width + l]).toBe(plain);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

it('weighRows makes the products of a row count as often as it weighs', () => {
  const into = new Float64Array(8);
  weighRows(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), Float64Array.of(4, 9), into);
  expect([...into]).toEqual([2, 4, 6, 8, 15, 18, 21, 24]);
});

it('quadratics are b times the solution of b, for every row and any number of them', () => {
  const matrix = [
    [4, 2, 1],
    [2, 3, 0.5],
    [1, 0.5, 5],
  ];
  const factor = positiveDefinite(matrix);
  if ('dependent' in factor) throw new Error('should be definite');
  for (const count of [1, 3, 4, 5, 9]) {
    const rows = Float64Array.from({ length: 4 * count }, (_, at) => (at % 4 === 3 ? 1e9 : Math.sin(at)));
    const values = factor.quadratics(rows, count);
    expect(values.length).toBe(count);
    for (const [i, value] of values.entries()) {
      const own = rows.subarray(4 * i, 4 * i + 3);
      const solved = factor.solve(own);
      expect(value).toBeCloseTo(
        own.reduce((sum, each, j) => sum + each * solved[j]!, 0),
        12,
      );
    }
  }
});
