/**
 * The covariance of the members' values, G + lambda I with G = diag(1/n) + D W^-1 D', without m x m numbers where one
 * lambda is asked for: what is not diagonal has as many dimensions as the case mix has columns (Woodbury 1950).
 */

import { addOuterProducts, weighRows } from '../stats/outer-products.ts';
import { type PositiveDefinite, positiveDefinite } from '../stats/positive-definite.ts';

export interface MemberCovariance {
  /** x -> (G + lambda I)^-1 x */
  readonly inverseAt: (lambda: number) => (x: readonly number[]) => number[];
  /** G, written out: for whoever needs its axes. */
  readonly matrix: () => number[][];
  /** Diagonal of G. */
  readonly variance: readonly number[];
  /** Diagonal of C G C, C = I - 11'/m. */
  readonly centredVariance: readonly number[];
}

/**
 * @param sizes n per member
 * @param deviations D: m rows of k
 * @param within W, k x k, and its factor
 */
export function memberCovariance(
  sizes: readonly number[],
  deviations: readonly (readonly number[])[],
  within: readonly (readonly number[])[],
  factor: PositiveDefinite,
): MemberCovariance {
  const m = sizes.length;
  const k = within.length;
  const width = 4 * Math.ceil(k / 4);
  const rows = new Float64Array(m * width);
  for (const [i, row] of deviations.entries()) rows.set(row, i * width);
  const average = Array.from({ length: k }, (_, j) => deviations.reduce((sum, row) => sum + row[j]!, 0) / m);
  const solvedAverage = factor.solve(average);
  const quadratics = factor.quadratics(rows, m);
  const variance = sizes.map((n, i) => 1 / n + quadratics[i]!);
  // Means of a row of G, and over all of them.
  const rowMeans = deviations.map((row, i) => 1 / sizes[i]! / m + dot(row, solvedAverage));
  const grand = rowMeans.reduce((sum, value) => sum + value, 0) / m;

  return {
    inverseAt: inverses(sizes, rows, within),
    matrix: () => {
      const solved = deviations.map((row) => factor.solve(row));
      return solved.map((left, i) =>
        deviations.map((row, l) => dot(left, row) + (i === l ? 1 / sizes[i]! : 0)),
      );
    },
    variance,
    centredVariance: variance.map((value, i) => value - 2 * rowMeans[i]! + grand),
  };
}

/**
 * What no lambda changes is laid out once.
 * @param rows D, filled up with noughts to a multiple of 4 columns
 */
function inverses(
  sizes: readonly number[],
  rows: Float64Array,
  within: readonly (readonly number[])[],
): MemberCovariance['inverseAt'] {
  const k = within.length;
  const width = rows.length / sizes.length;
  const weighted = new Float64Array(rows.length);
  const inner = new Float64Array(width * width);
  const matrix = within.map((_, j) => inner.subarray(j * width, j * width + k));
  return (lambda) => {
    const weights = Float64Array.from(sizes, (n) => 1 / (1 / n + lambda));
    weighRows(rows, weights, weighted);
    // W + D' S^-1 D with S = diag(1/n + lambda).
    for (const [j, row] of within.entries()) inner.set(row, j * width);
    addOuterProducts(inner, weighted, width, sizes.length);
    const whole = positiveDefinite(matrix);
    if ('dependent' in whole) throw new Error('A sum with an independent matrix cannot be dependent');
    return (x) => {
      const scaled = x.map((value, i) => value * weights[i]!);
      const across = new Float64Array(k);
      for (let i = 0; i < scaled.length; i++) {
        for (let j = 0; j < k; j++) across[j]! += rows[i * width + j]! * scaled[i]!;
      }
      const middle = whole.solve(across);
      return scaled.map((value, i) => {
        let rest = 0;
        for (let j = 0; j < k; j++) rest += rows[i * width + j]! * middle[j]!;
        return value - weights[i]! * rest;
      });
    };
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
