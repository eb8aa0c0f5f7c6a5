/**
 * The covariance of the members' values, G + lambda I with G = diag(1/n) + D W^-1 D', without m x m numbers where one
 * lambda is asked for: what is not diagonal has as many dimensions as the case mix has columns (Woodbury 1950).
 */

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
  const average = Array.from({ length: k }, (_, j) => deviations.reduce((sum, row) => sum + row[j]!, 0) / m);
  const solvedAverage = factor.solve(average);
  const variance = deviations.map((row, i) => 1 / sizes[i]! + dot(row, factor.solve(row)));
  // Means of a row of G, and over all of them.
  const rowMeans = deviations.map((row, i) => 1 / sizes[i]! / m + dot(row, solvedAverage));
  const grand = rowMeans.reduce((sum, value) => sum + value, 0) / m;

  return {
    inverseAt: (lambda) => inverseAt(sizes, deviations, within, lambda),
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

function inverseAt(
  sizes: readonly number[],
  deviations: readonly (readonly number[])[],
  within: readonly (readonly number[])[],
  lambda: number,
): (x: readonly number[]) => number[] {
  const k = within.length;
  const weights = sizes.map((n) => 1 / (1 / n + lambda));
  // W + D' S^-1 D with S = diag(1/n + lambda).
  const inner = within.map((row) => [...row]);
  for (const [i, row] of deviations.entries()) {
    for (let j = 0; j < k; j++) {
      const own = inner[j]!;
      const weighted = weights[i]! * row[j]!;
      for (let l = 0; l <= j; l++) own[l]! += weighted * row[l]!;
    }
  }
  for (let j = 0; j < k; j++) for (let l = 0; l < j; l++) inner[l]![j] = inner[j]![l]!;
  const whole = positiveDefinite(inner);
  if ('dependent' in whole) throw new Error('A sum with an independent matrix cannot be dependent');
  return (x) => {
    const scaled = x.map((value, i) => value * weights[i]!);
    const middle = whole.solve(
      Array.from({ length: k }, (_, j) => deviations.reduce((sum, row, i) => sum + row[j]! * scaled[i]!, 0)),
    );
    return scaled.map((value, i) => value - weights[i]! * dot(deviations[i]!, middle));
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
