/** Pearson's correlation. */

import { lazyLibrary } from '../lazy-library.ts';

const simpleStatistics = lazyLibrary<typeof import('simple-statistics')>('simple-statistics');

/** As R's cor; NaN for fewer than two pairs or where a side does not vary. */
export function sampleCorrelation(x: readonly number[], y: readonly number[]): number {
  return x.length < 2 ? Number.NaN : simpleStatistics().sampleCorrelation(x, y);
}
