/** A conversion table from the scores of a population. */

import { normalQuantile } from '../stats/normal-quantile.ts';

export interface ScoreCount {
  readonly raw: number;
  readonly n: number;
}

/**
 * Normalised T-scores: T = 50 + 10 z, with z the normal quantile of the share of people below a score plus
 * half of those on it (Tukey's mid-rank). Scores nobody has are left out; a conversion runs straight between.
 * @param counts people per raw score of the general population, in any order
 * @example
 * fitConversion([{ raw: 1, n: 10 }, { raw: 0, n: 10 }]).map(({ t }) => Math.round(t)) // => [43, 57]
 */
export function fitConversion(counts: readonly ScoreCount[]): { readonly raw: number; readonly t: number }[] {
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  let below = 0;
  return counts
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.raw - b.raw)
    .map(({ raw, n }) => {
      const share = (below + n / 2) / total;
      below += n;
      return { raw, t: 50 + 10 * normalQuantile(share) };
    });
}
