/**
 * The likelihood of a random-intercept model as a function of lambda = tau² / sigma², from sums alone.
 * With V_i = I + lambda 11', everything reduces to W + sum n h d d' with h = 1 / (1 + n lambda):
 * W the products within members, d a member's mean from the network's. No subtraction, so no cancellation.
 */

import type { EstimationMethod } from '../model/benchmark.ts';
import { addOuterProducts, weighRows } from '../stats/outer-products.ts';
import { type PositiveDefinite, positiveDefinite } from '../stats/positive-definite.ts';
import type { Network } from './unite.ts';

export interface ProfilePoint {
  /** -2 log likelihood, scaled units of `Network`. */
  readonly deviance: number;
  /** Derivative of the deviance to lambda. */
  readonly score: number;
  /** Intercept first; scaled and centred columns. */
  readonly coefficients: readonly number[];
  readonly information: PositiveDefinite;
  /** Weighted residual sum of squares. */
  readonly residual: number;
  /** Per member: mean response less what the coefficients give. */
  readonly deviations: Float64Array;
}

/**
 * Bates et al. 2015 (lme4), deviance and profiled criterion; checked against it. The log determinant of the
 * fixed effects' information belongs in the restricted likelihood: without it tau² is far too small.
 * @param response which response of the network
 * @returns the point at a lambda >= 0; what no lambda changes is laid out once
 */
export function profileOf(
  network: Network,
  response: number,
  method: EstimationMethod,
): (lambda: number) => ProfilePoint {
  const { covariates: k, members, n, within } = network;
  const y = k + response;
  const p = k + 1;
  const degrees = method === 'reml' ? n - p : n;
  // Rows (1, deviations, response), and their products within members: bordered with noughts to the kernel's width.
  const width = 4 * Math.ceil((p + 1) / 4);
  const rows = new Float64Array(members.length * width);
  for (const [i, { deviation }] of members.entries()) {
    rows[i * width] = 1;
    for (let j = 0; j < k; j++) rows[i * width + j + 1] = deviation[j]!;
    rows[i * width + p] = deviation[y]!;
  }
  const fixed = new Float64Array(width * width);
  for (let j = 0; j <= k; j++) {
    const from = within[j < k ? j : y]!;
    for (let l = 0; l <= j && l < k; l++) fixed[(j + 1) * width + l + 1] = from[l]!;
  }
  const sizes = Float64Array.from(members, (member) => member.n);
  const weighted = new Float64Array(rows.length);
  const sums = new Float64Array(fixed.length);
  const matrix = Array.from({ length: p }, (_, j) => sums.subarray(j * width, j * width + p));
  const right = sums.subarray(p * width, p * width + p);

  return (lambda) => {
    const weights = sizes.map((size) => size / (1 + size * lambda));
    weighRows(rows, weights, weighted);
    sums.set(fixed);
    addOuterProducts(sums, weighted, width, weights.length);
    const information = positiveDefinite(matrix);
    if ('dependent' in information) throw new Error('The design was accepted as independent but is not');
    const coefficients = information.solve(right);
    const deviations = restOf(rows, width, coefficients);

    let residual = quadraticWithin(network, y, coefficients);
    let logDeterminant = 0;
    for (let i = 0; i < weights.length; i++) {
      residual += weights[i]! * deviations[i]! ** 2;
      logDeterminant += Math.log1p(sizes[i]! * lambda);
    }
    let score = 0;
    for (let i = 0; i < weights.length; i++) {
      score += weights[i]! - (degrees * (weights[i]! * deviations[i]!) ** 2) / residual;
    }
    if (method === 'reml') {
      const leverages = information.quadratics(rows, weights.length);
      for (let i = 0; i < weights.length; i++) score -= weights[i]! ** 2 * leverages[i]!;
    }
    return {
      deviance:
        logDeterminant +
        (method === 'reml' ? information.logDeterminant : 0) +
        degrees * (1 + Math.log((2 * Math.PI * residual) / degrees)),
      score,
      coefficients,
      information,
      residual,
      deviations,
    };
  };
}

/** Per row (x, y, …), y less x'b. */
function restOf(rows: Float64Array, width: number, coefficients: readonly number[]): Float64Array {
  const p = coefficients.length;
  const rest = new Float64Array(rows.length / width);
  for (let i = 0; i < rest.length; i++) {
    const from = i * width;
    let value = rows[from + p]!;
    for (let j = 0; j < p; j++) value -= coefficients[j]! * rows[from + j]!;
    rest[i] = value;
  }
  return rest;
}

/** Residual sum of squares within members: (-b, 1)' W (-b, 1). */
function quadraticWithin(
  { covariates: k, within }: Network,
  y: number,
  coefficients: readonly number[],
): number {
  let sum = within[y]![y]!;
  for (let j = 0; j < k; j++) {
    const own = coefficients[j + 1]!;
    let product = -2 * within[j]![y]!;
    for (let l = 0; l < k; l++) product += coefficients[l + 1]! * within[j]![l]!;
    sum += own * product;
  }
  return Math.max(0, sum);
}
