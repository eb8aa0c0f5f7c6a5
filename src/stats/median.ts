/** Median. */

import { lazyLibrary } from '../lazy-library.ts';

const simpleStatistics = lazyLibrary<typeof import('simple-statistics')>('simple-statistics');

/** Middle value, or the mean of the two middle ones; NaN for no values. */
export function median(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : simpleStatistics().median(values);
}
