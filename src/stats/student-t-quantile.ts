/** Quantile of Student's t. */

import studentT from '@stdlib/stats-base-dists-t';

/** The value that a t variate with `degreesOfFreedom` stays under with this probability, as R's qt. */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  return studentT.quantile(probability, degreesOfFreedom);
}
