/** Cumulative distribution of the standard normal. */

import cdf from '@stdlib/stats-base-dists-normal-cdf';

/** P(Z <= z) for Z ~ N(0, 1), as R's pnorm. */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1);
}
