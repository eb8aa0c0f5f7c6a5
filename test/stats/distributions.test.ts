/** The doorway to the statistics libraries gives R's values (R 4.2, fifteen digits). */

import { describe, expect, it } from 'vitest';
import { chiSquareQuantile } from '../../src/stats/chi-square-quantile.ts';
import { binomialCdf, countQuantile, poissonCdf } from '../../src/stats/count-distribution.ts';
import { mean } from '../../src/stats/mean.ts';
import { median } from '../../src/stats/median.ts';
import { normalCdf } from '../../src/stats/normal-cdf.ts';
import { normalQuantile } from '../../src/stats/normal-quantile.ts';
import { positiveDefinite } from '../../src/stats/positive-definite.ts';
import { quantileType7 } from '../../src/stats/quantile-type-7.ts';
import { rootBetween } from '../../src/stats/root-between.ts';
import { sampleCorrelation } from '../../src/stats/sample-correlation.ts';
import { sampleStandardDeviation } from '../../src/stats/sample-standard-deviation.ts';
import { studentTQuantile } from '../../src/stats/student-t-quantile.ts';
import { symmetricEigen } from '../../src/stats/symmetric-eigen.ts';

const SAMPLE = Object.freeze([3, 1, 4, 1, 5, 9, 2, 6]);

it.each([
  ['qnorm(.975)', normalQuantile(0.975), 1.95996398454005],
  ['pnorm(-2.5)', normalCdf(-2.5), 0.00620966532577613],
  ['qt(.975, 5)', studentTQuantile(0.975, 5), 2.57058183563631],
  ['qt(.999, 37)', studentTQuantile(0.999, 37), 3.32563104519694],
  ['qchisq(.95, 2)', chiSquareQuantile(0.95, 2), 5.99146454710798],
  ['qchisq(.025, 39)', chiSquareQuantile(0.025, 39), 23.654324557593],
  ['ppois(3, 2.5)', poissonCdf(2.5)(3), 0.757576133133066],
  ['ppois(0, 2.5)', poissonCdf(2.5)(0), 0.0820849986238988],
  ['pbinom(3, 10, .3)', binomialCdf(10, 0.3)(3), 0.6496107184],
  ['pbinom(120, 400, .25)', binomialCdf(400, 0.25)(120), 0.990029781828816],
  ['quantile(x, .1)', quantileType7(SAMPLE, 0.1), 1],
  ['quantile(x, .9)', quantileType7(SAMPLE, 0.9), 6.9],
])('%s', (_, actual, expected) => expect(actual).toBeCloseTo(expected, 10));

it('quantiles of counts are those of qpois and qbinom', () => {
  expect(countQuantile(poissonCdf(15), 0.975)).toBe(23);
  expect(countQuantile(poissonCdf(15), 0.001)).toBe(5);
  expect(countQuantile(binomialCdf(40, 0.3), 0.025)).toBe(7);
  expect(countQuantile(binomialCdf(40, 0.3), 1 - 1e-16)).toBeLessThanOrEqual(40);
});

describe('too few values', () => {
  it.each([
    ['mean', mean([])],
    ['median', median([])],
    ['standard deviation', sampleStandardDeviation([1])],
    ['correlation', sampleCorrelation([1], [1])],
    ['quantile', quantileType7([], 0.5)],
  ])('%s is NaN', (_, value) => expect(value).toBeNaN());
});

describe('positiveDefinite', () => {
  it('solves, inverts and has the determinant of a known matrix', () => {
    const factor = positiveDefinite([
      [4, 2],
      [2, 3],
    ]);
    if ('dependent' in factor) throw new Error('should be definite');
    expect(factor.logDeterminant).toBeCloseTo(Math.log(8), 14);
    expect(factor.solve([2, 1])).toEqual([expect.closeTo(0.5, 14), expect.closeTo(0, 14)]);
    expect(factor.inverse()[0]).toEqual([expect.closeTo(0.375, 14), expect.closeTo(-0.25, 14)]);
  });

  it('names the first column that follows from those before', () => {
    const columns = [
      [1, 0, 2, 1],
      [0, 1, 1, 3],
      [1, 1, 3, 4],
      [1, 2, 0, 0],
    ];
    const products = columns.map((a) =>
      columns.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)),
    );
    expect(positiveDefinite(products)).toEqual({ dependent: 2 });
  });

  it('of nothing is the empty matrix', () => {
    expect(positiveDefinite([])).toMatchObject({ logDeterminant: 0 });
  });
});

it('symmetricEigen gives back the matrix', () => {
  const matrix = [
    [2, 1, 0],
    [1, 3, 1],
    [0, 1, 4],
  ];
  const { values, vectors } = symmetricEigen(matrix);
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      const again = values.reduce((sum, eigen, k) => sum + eigen * vectors[i]![k]! * vectors[j]![k]!, 0);
      expect(again).toBeCloseTo(value, 12);
    }
  }
});

it('rootBetween finds a root to the last digits, and refuses a bracket without one', () => {
  expect(rootBetween((x) => x ** 3 - 2, 0, 2)).toBeCloseTo(Math.cbrt(2), 14);
  expect(() => rootBetween((x) => x ** 2 + 1, -1, 1)).toThrowError(RangeError);
});

it.each([
  ['steep at one end', (x: number) => 1 / (x + 0.0005) - 15, 0, 1, 1 / 15 - 0.0005, 25],
  ['flat at the root', (x: number) => Math.tanh(1000 * (x - 0.3)), 0, 1, 0.3, 25],
  ['a logarithm', (x: number) => Math.exp(x) - 1e-9, -30, -10, Math.log(1e-9), 25],
  ['a jump, which only halving finds', (x: number) => (x > 0.1 ? 1 : -1), 0, 1, 0.1, 60],
] as const)('rootBetween needs few looks: %s', (_, f, low, high, root, most) => {
  let looks = 0;
  const found = rootBetween(
    (x) => {
      looks += 1;
      return f(x);
    },
    low,
    high,
  );
  expect(Math.abs(found - root)).toBeLessThan(1e-14 * Math.max(1, Math.abs(root)));
  expect(looks).toBeLessThan(most);
});
