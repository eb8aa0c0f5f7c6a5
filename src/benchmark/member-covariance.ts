/**
 * The covariance of the members' values, G + lambda I with G = diag(1/n) + D W^-1 D', without ever writing out m x m
 * numbers: what is not diagonal has as many dimensions as the case mix has columns (Woodbury 1950).
 */

import { type PositiveDefinite, positiveDefinite } from '../stats/positive-definite.ts';

export interface CovarianceAt {
  /** (G + lambda I)^-1 x */
  solve(x: readonly number[]): number[];
  readonly logDeterminant: number;
  /** Of the inverse. */
  readonly inverseTrace: number;
}

export interface MemberCovariance {
  readonly at: (lambda: number) => CovarianceAt;
  /** Diagonal of G. */
  readonly variance: readonly number[];
  /** Diagonal of C G C, C = I - 11'/m. */
  readonly centredVariance: readonly number[];
}

/** Enough for a grid of lambdas that is gone through again and again. */
const MOST_KEPT = 128;

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

  const kept = new Map<number, CovarianceAt>();
  const at = (lambda: number): CovarianceAt => {
    const known = kept.get(lambda);
    if (known !== undefined) return known;
    const made = covarianceAt(sizes, deviations, within, factor, lambda);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(lambda, made);
    return made;
  };
  return { at, variance, centredVariance: variance.map((value, i) => value - 2 * rowMeans[i]! + grand) };
}

function covarianceAt(
  sizes: readonly number[],
  deviations: readonly (readonly number[])[],
  within: readonly (readonly number[])[],
  factor: PositiveDefinite,
  lambda: number,
): CovarianceAt {
  const k = within.length;
  const weights = sizes.map((n) => 1 / (1 / n + lambda));
  // M = W + D' S^-1 D, and D' S^-2 D for the trace.
  const inner = within.map((row) => [...row]);
  const squared = within.map((row) => row.map(() => 0));
  for (const [i, row] of deviations.entries()) {
    const weight = weights[i]!;
    for (let j = 0; j < k; j++) {
      const left = weight * row[j]!;
      for (let l = 0; l <= j; l++) {
        const product = left * row[l]!;
        inner[j]![l]! += product;
        squared[j]![l]! += weight * product;
      }
    }
  }
  for (let j = 0; j < k; j++) {
    for (let l = 0; l < j; l++) {
      inner[l]![j] = inner[j]![l]!;
      squared[l]![j] = squared[j]![l]!;
    }
  }
  const whole = positiveDefinite(inner);
  if ('dependent' in whole) throw new Error('A sum with an independent matrix cannot be dependent');
  const inverse = whole.inverse();
  const trace = squared.reduce((sum, row, j) => sum + dot(row, inverse[j]!), 0);
  return {
    logDeterminant:
      weights.reduce((sum, weight) => sum - Math.log(weight), 0) +
      whole.logDeterminant -
      factor.logDeterminant,
    inverseTrace: weights.reduce((sum, weight) => sum + weight, 0) - trace,
    solve: (x) => {
      const scaled = x.map((value, i) => value * weights[i]!);
      const middle = whole.solve(
        Array.from({ length: k }, (_, j) =>
          deviations.reduce((sum, row, i) => sum + row[j]! * scaled[i]!, 0),
        ),
      );
      return scaled.map((value, i) => value - weights[i]! * dot(deviations[i]!, middle));
    },
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
