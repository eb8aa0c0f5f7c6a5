/** Sample standard deviation. */

import { lazyLibrary } from '../lazy-library.ts';

const simpleStatistics = lazyLibrary<typeof import('simple-statistics')>('simple-statistics');

/** Divides by n - 1, as R's sd; NaN for fewer than two values. */
export function sampleStandardDeviation(values: readonly number[]): number {
  return values.length < 2 ? Number.NaN : simpleStatistics().sampleStandardDeviation(values);
}
