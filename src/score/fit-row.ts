/** How badly the clusters fit one group: counts, shares, intervals. */

import type { Computed } from '../model/meta.ts';
import type { FitRow } from '../model/score.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';

export type FitCounts = Pick<FitRow, 'n' | 'noneFits' | 'lowCertainty'>;

/** A group with fewer episodes is listed without an interval: it says too little of the group. */
export const FIT_MINIMUM = 10;

/** A line of the fit report. Intervals are Wilson's, 95 %. @param counts with n of at least 1 */
export function fitRow(by: FitRow['by'], value: string, counts: FitCounts): FitRow {
  const { n, noneFits, lowCertainty } = counts;
  const misfit = lowCertainty + noneFits;
  const [low, high] = interval(lowCertainty, n);
  const [misfitLow, misfitHigh] = interval(misfit, n);
  const lowCertaintyShare = lowCertainty / n;
  return {
    ...{ by, value, n, noneFits, lowCertainty, lowCertaintyShare, low, high },
    ...{ misfit, misfitShare: misfit / n, misfitLow, misfitHigh },
  };
}

function interval(count: number, n: number): readonly [Computed<number>, Computed<number>] {
  const few = { undefined: 'too-few-episodes' };
  return n < FIT_MINIMUM ? [few, few] : wilsonInterval(count, n);
}
