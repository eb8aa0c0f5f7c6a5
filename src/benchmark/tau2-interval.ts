/** How sure the variance between members is: with few members hardly, and then one should see it. */

import type { NotComputed } from '../model/meta.ts';
import { fQuantile } from '../stats/f-quantile.ts';
import { rootBetween } from '../stats/root-between.ts';
import { symmetricEigen } from '../stats/symmetric-eigen.ts';
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
  const values = centred(deviations.map((row) => row[response]!));
  const rows = covariance.map(centred);
  const columnMeans = rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / m);
  const { values: spreads, vectors } = symmetricEigen(
    rows.map((row) => row.map((value, j) => value - columnMeans[j]!)),
  );
  // Centring makes one direction of the m empty: the one with the least spread.
  const empty = spreads.indexOf(Math.min(...spreads));
  const terms = spreads.flatMap((spread, k) => {
    const along = values.reduce((sum, value, i) => sum + value * vectors[i]![k]!, 0);
    return k === empty ? [] : [{ square: along ** 2, spread: Math.max(0, spread) }];
  });
  const within = residual[response]![response]!;
  const q = (lambda: number) =>
    terms.reduce((sum, { square, spread }) => sum + square / (spread + lambda), 0) / ((m - 1) * within);
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

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
