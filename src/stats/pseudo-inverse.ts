/** Moore-Penrose inverse of a covariance matrix. */

import { symmetricEigen } from './symmetric-eigen.ts';

/** Correlations smaller than this follow from others. */
const SMALLEST = 1e-9;

/** Inverse on the part that varies, computed on correlations; rows and columns without variance are 0. */
export function covariancePseudoInverse(covariance: readonly (readonly number[])[]): number[][] {
  const size = covariance.length;
  const sd = covariance.map((row, i) => Math.sqrt(Math.max(0, row[i]!)));
  const moving = [...sd.keys()].filter((i) => sd[i]! > 0);
  const inverse = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  if (moving.length === 0) return inverse;
  const { values, vectors } = symmetricEigen(
    moving.map((i) => moving.map((j) => covariance[i]![j]! / (sd[i]! * sd[j]!))),
  );
  for (const [a, i] of moving.entries()) {
    for (const [b, j] of moving.entries()) {
      let sum = 0;
      for (const [k, value] of values.entries()) {
        if (value > SMALLEST) sum += (vectors[a]![k]! * vectors[b]![k]!) / value;
      }
      inverse[i]![j] = sum / (sd[i]! * sd[j]!);
    }
  }
  return inverse;
}
