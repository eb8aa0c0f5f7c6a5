/** Quantile of the F distribution. */

import { lazyLibrary } from '../lazy-library.ts';

const quantile = lazyLibrary<typeof import('@stdlib/stats-base-dists-f-quantile')>(
  '@stdlib/stats-base-dists-f-quantile',
);

/** The value that an F variate with these degrees of freedom stays under with this probability, as R's qf. */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  return quantile()(probability, numerator, denominator);
}
