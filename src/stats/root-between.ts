/** Root of a continuous function between two points of opposite sign. */

import { lazyLibrary } from '../lazy-library.ts';

const simpleStatistics = lazyLibrary<typeof import('simple-statistics')>('simple-statistics');

/**
 * Halves the bracket until it cannot be halved: the root moves no further than the noise in `f`,
 * whereas a minimum can only be found to the square root of that noise.
 * @throws RangeError where both ends have the same sign
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  if (f(low) * f(high) > 0) throw new RangeError('rootBetween: the ends have the same sign');
  return simpleStatistics().bisect(
    f,
    low,
    high,
    200,
    Number.EPSILON * Math.max(1, Math.abs(low), Math.abs(high)),
  );
}
