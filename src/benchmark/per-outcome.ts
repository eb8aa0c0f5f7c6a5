/** Days of treatment, or euros, per point of improvement, per member. */

import type { MemberSums, RatioInterval } from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';
import type { Direction } from '../model/outcomes.ts';
import { studentTQuantile } from '../stats/student-t-quantile.ts';
import { fieller } from './fieller.ts';

/**
 * Ratio of means (De Beurs et al. 2018), never a mean of patients' ratios, over the episodes with both values;
 * unadjusted. Interval by Fieller with n - 1 degrees of freedom.
 * @param sums of a joint model: responses outcome, then duration or cost
 */
export function perOutcome(sums: MemberSums, better: Direction, level: number): Computed<RatioInterval> {
  const { n, means, cross } = sums;
  if (n < 2) return { undefined: 'too-few-episodes' };
  const width = means.length;
  const [outcome, spent] = [width - 2, width - 1];
  const variance = (j: number, l: number) => cross[j * width + l]! / (n - 1) / n;
  const sign = better === 'higher' ? 1 : -1;
  return fieller({
    numerator: means[spent]!,
    denominator: sign * means[outcome]!,
    numeratorVariance: variance(spent, spent),
    denominatorVariance: variance(outcome, outcome),
    covariance: sign * variance(outcome, spent),
    t: studentTQuantile((1 + level) / 2, n - 1),
  });
}
