/** Random-intercept model of one response: fixed case mix, one random effect per member. */

import type { EstimationMethod, MixedModel } from '../model/benchmark.ts';
import type { NotComputed } from '../model/meta.ts';
import { median } from '../stats/median.ts';
import { adjustedMembers } from './adjusted-members.ts';
import { type ProfilePoint, profileOf } from './likelihood.ts';
import type { Network } from './unite.ts';
import { bestVarianceRatio } from './variance-ratio.ts';

export interface FittedMember {
  readonly member: string;
  readonly n: number;
  readonly observed: number;
  /** Mean of the fixed part over the member's own case mix. */
  readonly expected: number;
  /** BLUP, and its conditional variance tau² (1 - B) as lme4 gives it. */
  readonly effect: number;
  readonly variance: number;
}

/** The model by itself; what is said about it with other means is added later. */
export type BareModel = Omit<MixedModel, 'tau2Interval' | 'explained'>;

export interface FittedModel {
  readonly model: BareModel;
  readonly members: readonly FittedMember[];
}

/**
 * y_ij = x_ij'b + u_i + e_ij by REML or ML, on the original scale; as R lme4's `lmer(y ~ x + (1 | member))`.
 * @param external a variance between members known from elsewhere; then sigma² is the variance within members
 * about their own means, and only the rest is estimated
 * Not computed: `constant-response`, `too-few-episodes` (no freedom left), `no-spread-within-members`.
 */
export function fitMixedModel(
  network: Network,
  response: number,
  method: EstimationMethod,
  external?: number,
): FittedModel | NotComputed {
  const { covariates: k, members, n } = network;
  const y = k + response;
  if (network.scales[y] === 0) return { undefined: 'constant-response' };
  if (n <= members.length || n <= k + 1) return { undefined: 'too-few-episodes' };
  const typical = members.length / n;
  const within = external === undefined ? undefined : adjustedMembers(network);
  if (within !== undefined && 'undefined' in within) return within;
  const given = within === undefined ? undefined : within.residual[response]![response]!;
  const profile = profileOf(network, response, method);
  const ratio = given === undefined ? bestVarianceRatio(profile, typical) : external! / given;
  if (ratio === undefined) return { undefined: 'no-spread-within-members' };

  const point = profile(ratio);
  const unit = network.scales[y]!;
  const degrees = method === 'reml' ? n - k - 1 : n;
  const sigma2 = given ?? (point.residual / degrees) * unit ** 2;
  if (!(sigma2 > 0)) return { undefined: 'no-spread-within-members' };
  const tau2 = ratio * sigma2;
  return {
    model: {
      method,
      n,
      members: members.length,
      coefficients: coefficientsOf(network, y, point, sigma2),
      tau2,
      sigma2,
      icc: tau2 / (tau2 + sigma2),
      rankability: tau2 / (tau2 + median(members.map((member) => sigma2 / member.n))),
      logLik: logLikelihood(network, y, point, method, degrees, sigma2 / unit ** 2),
    },
    members: members.map((member, i) => {
      const shrinkage = (member.n * ratio) / (1 + member.n * ratio);
      const deviation = point.deviations[i]! * unit;
      const observed = network.means[y]! + member.deviation[y]! * unit;
      return {
        member: member.member,
        n: member.n,
        observed,
        expected: observed - deviation,
        effect: shrinkage * deviation,
        variance: tau2 * (1 - shrinkage),
      };
    }),
  };
}

/** Undoes centring and scaling; se from sigma² A^-1. */
function coefficientsOf(
  network: Network,
  y: number,
  point: ProfilePoint,
  sigma2: number,
): MixedModel['coefficients'] {
  const { covariates: k, means, scales } = network;
  const inverse = point.information.inverse();
  const slopes = point.coefficients.slice(1).map((value, j) => (value * scales[y]!) / scales[j]!);
  const intercept = slopes.reduce(
    (rest, slope, j) => rest - slope * means[j]!,
    means[y]! + point.coefficients[0]! * scales[y]!,
  );
  // The intercept at x = 0 is the centred one less the slopes times the means.
  const contrast = [1, ...Array.from({ length: k }, (_, j) => -means[j]! / scales[j]!)];
  let interceptVariance = 0;
  for (let j = 0; j <= k; j++) {
    for (let l = 0; l <= k; l++) interceptVariance += contrast[j]! * contrast[l]! * inverse[j]![l]!;
  }
  return [
    { name: '(Intercept)', estimate: intercept, se: Math.sqrt(sigma2 * interceptVariance) },
    ...slopes.map((estimate, j) => ({
      name: network.names[j]!,
      estimate,
      se: Math.sqrt(sigma2 * inverse[j + 1]![j + 1]!) / scales[j]!,
    })),
  ];
}

/** On the original scale: columns of x by 1 / scale change the restricted likelihood's determinant only. */
function logLikelihood(
  network: Network,
  y: number,
  point: ProfilePoint,
  method: EstimationMethod,
  degrees: number,
  sigma2: number,
): number {
  // The profile has the variance that fits best; another one, given from outside, costs this much.
  const best = point.residual / degrees;
  const cost = degrees * (Math.log(sigma2 / best) + best / sigma2 - 1);
  let deviance = point.deviance + cost + 2 * degrees * Math.log(network.scales[y]!);
  if (method === 'reml') {
    for (let j = 0; j < network.covariates; j++) deviance += 2 * Math.log(network.scales[j]!);
  }
  return -deviance / 2;
}
