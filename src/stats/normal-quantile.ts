/** Quantile of the standard normal. */

import { lazyLibrary } from '../lazy-library.ts';

const quantile = lazyLibrary<typeof import('@stdlib/stats-base-dists-normal-quantile')>(
  '@stdlib/stats-base-dists-normal-quantile',
);

/** The value z with P(Z <= z) = probability, as R's qnorm. */
export function normalQuantile(probability: number): number {
  return quantile()(probability, 0, 1);
}
