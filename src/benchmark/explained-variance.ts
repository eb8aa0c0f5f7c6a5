/** How much of the spread the case mix accounts for. */

import type { EstimationMethod, ExplainedVariance } from '../model/benchmark.ts';
import type { NotComputed } from '../model/meta.ts';
import { type BareModel, fitMixedModel } from './mixed-model.ts';
import type { Network } from './unite.ts';

/**
 * `share` is the marginal R² of Nakagawa and Schielzeth (2013): variance of x'b over all episodes (divisor n),
 * over that plus tau² plus sigma². Beside it the variances of the model without case mix on the same episodes:
 * what the case mix takes from between the members, and from within.
 */
export function explainedVariance(
  network: Network,
  response: number,
  method: EstimationMethod,
  { coefficients, tau2, sigma2 }: BareModel,
): ExplainedVariance | NotComputed {
  const empty = fitMixedModel(withoutCovariates(network), response, method);
  if ('undefined' in empty) return empty;
  const { covariates: k, members, scales, within, n } = network;
  const slopes = Array.from({ length: k }, (_, j) => coefficients[j + 1]!.estimate * scales[j]!);
  // x'b has a part between members, and one within them.
  let fixed = 0;
  for (const { n: own, deviation } of members) {
    fixed += (own / n) * slopes.reduce((sum, slope, j) => sum + slope * deviation[j]!, 0) ** 2;
  }
  for (let j = 0; j < k; j++) {
    for (let l = 0; l < k; l++) fixed += (slopes[j]! * slopes[l]! * within[j]![l]!) / n;
  }
  return {
    share: fixed / (fixed + tau2 + sigma2),
    tau2Unadjusted: empty.model.tau2,
    sigma2Unadjusted: empty.model.sigma2,
  };
}

function withoutCovariates(network: Network): Network {
  const { covariates: k } = network;
  return {
    ...network,
    names: [],
    covariates: 0,
    members: network.members.map((member) => ({ ...member, deviation: member.deviation.slice(k) })),
    means: network.means.slice(k),
    scales: network.scales.slice(k),
    within: network.within.slice(k).map((row) => row.slice(k)),
  };
}
