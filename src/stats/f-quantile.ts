/** Quantile of the F distribution. */

import quantile from '@stdlib/stats-base-dists-f-quantile';

/** The value that an F variate with these degrees of freedom stays under with this probability, as R's qf. */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  return quantile(probability, numerator, denominator);
}
