/** From coefficients back to ratings: what a case of a cluster looks like under the rule set. */

import type { RuleSet } from '../model/rule-set.ts';

/**
 * How ratings 0-4 are spread over a whole caseload, the same for every item: an assumption of ours
 * (mean 0.8 per item, so about 10 over the twelve HoNOS items, between published means of
 * out-patients, 8.9, and recovery wards, 19). It is the common reference of the illustrative
 * profiles; for other rule sets it is an assumption of the generator.
 */
export const REFERENCE_RATING_SHARES: readonly number[] = [0.54, 0.24, 0.13, 0.06, 0.03];

/**
 * P(rating = s | cluster) per item: softmax over s of coefficient + log reference.
 *
 * Where coefficients are log p(s | cluster) - log reference(s), as in the illustrative set, this
 * gives back p exactly. Red rules are not in it: a generator draws until `isRuledOut` is false,
 * which is what the constants of the illustrative set assume.
 * @returns items x severities, row-major; every item's part sums to 1.
 */
export function ratingProbabilities(set: RuleSet, cluster: number): Float64Array {
  const { severities } = set;
  const result = new Float64Array(set.items.length * severities);
  for (let item = 0; item < set.items.length; item++) {
    const scores = Array.from({ length: severities }, (_, s) => {
      const coefficient = set.coefficients[(item * severities + s) * set.clusters.length + cluster]!;
      // Scales longer than the reference fall back to its last share.
      return coefficient + Math.log(REFERENCE_RATING_SHARES[s] ?? REFERENCE_RATING_SHARES.at(-1)!);
    });
    const highest = Math.max(...scores);
    const weights = scores.map((score) => Math.exp(score - highest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, s) => {
      result[item * severities + s] = weight / total;
    });
  }
  return result;
}
