/** Ranks that admit how unsure they are. */

import { normalCdf } from '../stats/normal-cdf.ts';

export interface ExpectedRank {
  readonly expectedRank: number;
  /** Share of members that are expected to do better, in percent: 100 (rank - 0.5) / m. */
  readonly percentile: number;
}

/**
 * 1 + sum over the others of the probability that they are better (Laird and Louis 1989; percentile as Lin
 * et al. 2006). Rank 1 = best. Where both variances are 0 the two are even.
 */
export function expectedRanks(
  members: readonly { readonly effect: number; readonly variance: number }[],
  better: 'higher' | 'lower',
): ExpectedRank[] {
  return members.map((own, i) => {
    let rank = 1;
    for (const [j, other] of members.entries()) {
      if (i === j) continue;
      const spread = Math.sqrt(own.variance + other.variance);
      const lead = better === 'higher' ? other.effect - own.effect : own.effect - other.effect;
      rank += spread > 0 ? normalCdf(lead / spread) : 0.5;
    }
    return { expectedRank: rank, percentile: (100 * (rank - 0.5)) / members.length };
  });
}
