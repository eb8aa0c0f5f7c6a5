/** Quantile of Student's t. */

import { lazyLibrary } from '../lazy-library.ts';

const quantile = lazyLibrary<typeof import('@stdlib/stats-base-dists-t-quantile')>(
  '@stdlib/stats-base-dists-t-quantile',
);

/** The value that a t variate with `degreesOfFreedom` stays under with this probability, as R's qt. */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  return quantile()(probability, degreesOfFreedom);
}
