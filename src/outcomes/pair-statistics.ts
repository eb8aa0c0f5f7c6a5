/** Means, spreads and correlation of the complete pairs: what every reliable-change method starts from. */

import { mean } from '../stats/mean.ts';
import { sampleCorrelation } from '../stats/sample-correlation.ts';
import { sampleStandardDeviation } from '../stats/sample-standard-deviation.ts';

export interface PairStatistics {
  readonly n: number;
  readonly meanPre: number;
  readonly meanPost: number;
  /** Sample standard deviations (n - 1). */
  readonly sdPre: number;
  readonly sdPost: number;
  readonly correlation: number;
}

/** Over the rows where both are filled. NaN where too few pairs or no spread leave a figure open. */
export function pairStatistics(pre: Float64Array, post: Float64Array): PairStatistics {
  const left: number[] = [];
  const right: number[] = [];
  for (let row = 0; row < pre.length; row++) {
    if (Number.isNaN(pre[row]!) || Number.isNaN(post[row]!)) continue;
    left.push(pre[row]!);
    right.push(post[row]!);
  }
  return {
    n: left.length,
    meanPre: mean(left),
    meanPost: mean(right),
    sdPre: sampleStandardDeviation(left),
    sdPost: sampleStandardDeviation(right),
    correlation: sampleCorrelation(left, right),
  };
}
