/**
 * The likelihood of a random-intercept model as a function of lambda = tau² / sigma², from sums alone.
 * With V_i = I + lambda 11', everything reduces to W + sum n h d d' with h = 1 / (1 + n lambda):
 * W the products within members, d a member's mean from the network's. No subtraction, so no cancellation.
 */

import type { EstimationMethod } from '../model/benchmark.ts';
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
  readonly deviations: readonly number[];
}

/**
 * Bates et al. 2015 (lme4), deviance and profiled criterion; checked against it. The log determinant of the
 * fixed effects' information belongs in the restricted likelihood: without it tau² is far too small.
 * @param response which response of the network
 * @param lambda >= 0
 */
export function profileAt(
  network: Network,
  response: number,
  method: EstimationMethod,
  lambda: number,
): ProfilePoint {
  const { covariates: k, members, n } = network;
  const y = k + response;
  const p = k + 1;
  const shrink = members.map((member) => 1 / (1 + member.n * lambda));

  const matrix = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  const right = new Array<number>(p).fill(0);
  for (let j = 0; j < k; j++) {
    for (let l = 0; l < k; l++) matrix[j + 1]![l + 1] = network.within[j]![l]!;
    right[j + 1] = network.within[j]![y]!;
  }
  for (const [i, member] of members.entries()) {
    const weight = member.n * shrink[i]!;
    for (let j = 0; j < p; j++) {
      const left = weight * at(member.deviation, j);
      for (let l = 0; l <= j; l++) matrix[j]![l]! += left * at(member.deviation, l);
      right[j]! += left * member.deviation[y]!;
    }
  }
  for (let j = 0; j < p; j++) for (let l = 0; l < j; l++) matrix[l]![j] = matrix[j]![l]!;

  const information = positiveDefinite(matrix);
  if ('dependent' in information) throw new Error('The design was accepted as independent but is not');
  const coefficients = information.solve(right);
  const deviations = members.map(({ deviation }) => {
    let rest = deviation[y]!;
    for (let j = 0; j < p; j++) rest -= coefficients[j]! * at(deviation, j);
    return rest;
  });
  let residual = quadraticWithin(network, y, coefficients);
  for (const [i, member] of members.entries()) residual += member.n * shrink[i]! * deviations[i]! ** 2;

  const degrees = method === 'reml' ? n - p : n;
  let logDeterminant = 0;
  let score = 0;
  for (const [i, member] of members.entries()) {
    const nh = member.n * shrink[i]!;
    logDeterminant += Math.log1p(member.n * lambda);
    score += nh - (degrees * (nh * deviations[i]!) ** 2) / residual;
    if (method === 'reml') score -= nh * nh * leverage(information, member.deviation, p);
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
}

/** Column j of (1, deviation). */
function at(deviation: Float64Array, j: number): number {
  return j === 0 ? 1 : deviation[j - 1]!;
}

/** (1, d)' A^-1 (1, d). */
function leverage(information: PositiveDefinite, deviation: Float64Array, p: number): number {
  const row = Array.from({ length: p }, (_, j) => at(deviation, j));
  const solved = information.solve(row);
  return row.reduce((sum, value, j) => sum + value * solved[j]!, 0);
}

/** Residual sum of squares within members: (-b, 1)' W (-b, 1). */
function quadraticWithin(network: Network, y: number, coefficients: readonly number[]): number {
  const weights = [...coefficients.slice(1).map((value) => -value), 1];
  const index = [...coefficients.slice(1).keys(), y];
  let sum = 0;
  for (const [a, j] of index.entries()) {
    for (const [b, l] of index.entries()) sum += weights[a]! * weights[b]! * network.within[j]![l]!;
  }
  return Math.max(0, sum);
}
