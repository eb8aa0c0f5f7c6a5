/** Cumulative distribution of the standard normal. */

import normal from '@stdlib/stats-base-dists-normal';

/** P(Z <= z) for Z ~ N(0, 1), as R's pnorm. */
export function normalCdf(z: number): number {
  return normal.cdf(z, 0, 1);
}
