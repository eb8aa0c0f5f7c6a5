/** Quantile of the chi-squared distribution. */

import { lazyLibrary } from '../lazy-library.ts';

const quantile = lazyLibrary<typeof import('@stdlib/stats-base-dists-chisquare-quantile')>(
  '@stdlib/stats-base-dists-chisquare-quantile',
);

/** As R's qchisq; 5.991 at 0.95 with 2 degrees of freedom. */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  return quantile()(probability, degreesOfFreedom);
}
