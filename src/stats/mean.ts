/** Arithmetic mean. */

import { lazyLibrary } from '../lazy-library.ts';

const simpleStatistics = lazyLibrary<typeof import('simple-statistics')>('simple-statistics');

/** Compensated (Kahan-Babuska) sum divided by the count; NaN for no values. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : simpleStatistics().mean(values);
}
