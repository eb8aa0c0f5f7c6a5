/** Draws from a joint normal distribution, also where the covariance is singular. */

import { symmetricEigen } from './symmetric-eigen.ts';

/**
 * A matrix A (size x size, row-major) with A A' = covariance, up to its positive part. Works on
 * correlations, so that coordinates of very different size (cents and patients) keep their digits.
 */
export function covarianceRoot(covariance: readonly (readonly number[])[]): Float64Array {
  const size = covariance.length;
  const root = new Float64Array(size * size);
  const sd = covariance.map((row, i) => Math.sqrt(Math.max(0, row[i]!)));
  const moving = [...sd.keys()].filter((i) => sd[i]! > 0);
  if (moving.length === 0) return root;
  const { values, vectors } = symmetricEigen(
    moving.map((i) => moving.map((j) => (i === j ? 1 : correlation(covariance[i]![j]!, sd[i]! * sd[j]!)))),
  );
  for (const [a, i] of moving.entries()) {
    for (const [k, value] of values.entries()) {
      root[i * size + k] = sd[i]! * vectors[a]![k]! * Math.sqrt(Math.max(0, value));
    }
  }
  return root;
}

/**
 * What is 0 or 1 but for rounding is exactly that: among equal variances the last digit would decide which directions the
 * draws take, and the same sums added in another order would give other draws.
 */
function correlation(covariance: number, scale: number): number {
  const found = covariance / scale;
  return Math.abs(found) < 1e-12 ? 0 : found;
}

/** Deviations from the mean, draws x size, from standard normals in the same layout. */
export function jointNormalDraws(root: Float64Array, size: number, normals: Float64Array): Float64Array {
  const draws = new Float64Array(normals.length);
  for (let at = 0; at < normals.length; at += size) {
    for (let i = 0; i < size; i++) {
      let value = 0;
      for (let k = 0; k < size; k++) value += root[i * size + k]! * normals[at + k]!;
      draws[at + i] = value;
    }
  }
  return draws;
}
