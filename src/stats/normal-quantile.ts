/** Quantile of the standard normal. */

import normal from '@stdlib/stats-base-dists-normal';

/** The value z with P(Z <= z) = probability, as R's qnorm. */
export function normalQuantile(probability: number): number {
  return normal.quantile(probability, 0, 1);
}
