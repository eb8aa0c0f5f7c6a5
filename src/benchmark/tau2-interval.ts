/** How sure the variance between members is: with few members hardly, and then one should see it. */

import type { NotComputed } from '../model/meta.ts';
import { fQuantile } from '../stats/f-quantile.ts';
import { rootBetween } from '../stats/root-between.ts';
import type { AdjustedMembers } from './adjusted-members.ts';

export interface VarianceInterval {
  readonly low: number;
  readonly high: number;
}

/** Beyond this ratio to the variance within members there is no upper limit worth naming. */
const LARGEST_RATIO = 1e9;

/**
 * Exact Q-profile: with a the unshrunken deviations, of covariance sigma² (G + lambda I),
 * Q(lambda) = a'P(lambda)a / ((m - 1) s²) follows F(m - 1, N - m - p) at the true lambda = tau² / sigma².
 * The limits are where Q meets the quantiles, times s², the variance within members; 0 where Q(0) is under them.
 * Not computed: `too-few-members`, `variance-not-bounded`.
 * @param response which response of the network
 */
export function tau2Interval(
  { deviations, covariance, residual, degreesOfFreedom }: AdjustedMembers,
  response: number,
  level: number,
): VarianceInterval | NotComputed {
  const m = deviations.length;
  if (m < 2) return { undefined: 'too-few-members' };
  const values = deviations.map((row) => row[response]!);
  const ones = values.map(() => 1);
  const within = residual[response]![response]!;
  const q = (lambda: number) => {
    const inverse = covariance.inverseAt(lambda);
    const weights = inverse(ones);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const centre = weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0) / total;
    const rest = values.map((value) => value - centre);
    const solved = inverse(rest);
    return rest.reduce((sum, value, i) => sum + value * solved[i]!, 0) / ((m - 1) * within);
  };
  const limit = (probability: number): number => {
    const wanted = fQuantile(probability, m - 1, degreesOfFreedom);
    if (q(0) <= wanted) return 0;
    let high = 1;
    while (q(high) > wanted && high < LARGEST_RATIO) high *= 4;
    return high >= LARGEST_RATIO ? Infinity : within * rootBetween((lambda) => q(lambda) - wanted, 0, high);
  };
  const [low, high] = [limit((1 + level) / 2), limit((1 - level) / 2)];
  return Number.isFinite(high) && Number.isFinite(low)
    ? { low, high }
    : { undefined: 'variance-not-bounded' };
}
