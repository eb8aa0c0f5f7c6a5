/** Quantile of the standard normal. */

import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** The value z with P(Z <= z) = probability, as R's qnorm. */
export function normalQuantile(probability: number): number {
  return quantile(probability, 0, 1);
}
