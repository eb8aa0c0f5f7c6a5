/** Cumulative distribution of the standard normal. */

import { lazyLibrary } from '../lazy-library.ts';

const cdf = lazyLibrary<typeof import('@stdlib/stats-base-dists-normal-cdf')>(
  '@stdlib/stats-base-dists-normal-cdf',
);

/** P(Z <= z) for Z ~ N(0, 1), as R's pnorm. */
export function normalCdf(z: number): number {
  return cdf()(z, 0, 1);
}
