/**
 * What a peer's spreads would be with the lowest number of its band. Widths and shrinkage follow from the number:
 * left as they are, or widened in proportion, they would give it away.
 */

import type { MemberMeasure, MixedModel } from '../model/benchmark.ts';
import { studentTQuantile } from '../stats/student-t-quantile.ts';

const BAND_STARTS = [1, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;

/**
 * The band a count lies in.
 * @example
 * countBand(62) // => '50-99'
 */
export function countBand(n: number): string {
  const at = bandStart(n);
  const next = BAND_STARTS.find((start) => start > at);
  return next === undefined ? `${at}+` : `${at}-${next - 1}`;
}

/** Lowest number of the band. */
export function bandStart(n: number): number {
  return BAND_STARTS.findLast((start) => start <= n) ?? 0;
}

/**
 * Factor for the variance of an unshrunken member value, (C G C)_ii sigma²: only the member's own 1/n changes,
 * and that counts for 1 - 2/m.
 * @param variance at the true number
 */
export function varianceFactor(n: number, variance: number, { members, sigma2 }: MixedModel): number {
  if (!(n > 0 && variance > 0)) return 1;
  return 1 + ((1 - 2 / members) * (1 / bandStart(n) - 1 / n) * sigma2) / variance;
}

/** Factor for the width of an interval of a member. */
export function widthFactor(n: number, halfWidth: number, model: MixedModel, level: number): number {
  const { members, coefficients } = model;
  const t = studentTQuantile((1 + level) / 2, model.n - members - (coefficients.length - 1));
  return Math.sqrt(varianceFactor(n, (halfWidth / t) ** 2, model));
}

/** Shrunken effect and its standard deviation, shrunk as the lowest number would be. */
export function shrunkenAtBand(
  { effect, se, n }: MemberMeasure,
  { tau2, sigma2 }: MixedModel,
): { readonly effect: number; readonly se: number } {
  if (typeof n !== 'number' || !(tau2 > 0)) return { effect, se };
  const low = bandStart(n);
  const share = (count: number) => (count * tau2) / (count * tau2 + sigma2);
  return { effect: (effect * share(low)) / share(n), se: Math.sqrt(tau2 * (1 - share(low))) };
}
