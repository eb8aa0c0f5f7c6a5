/** Limits of the funnel for a unit of some size. */

import type { FunnelKind, FunnelLimit } from '../../model/funnel.ts';
import { binomialCdf, type CountCdf, countQuantile, poissonCdf } from '../../stats/count-distribution.ts';
import { normalQuantile } from '../../stats/normal-quantile.ts';
import type { Scale } from './scale.ts';

/** target ± z sqrt(s² + tau²) on the transformed scale, taken back. */
export function additiveLimits(
  scale: Scale,
  s: number,
  tau2: number,
  levels: readonly number[],
): FunnelLimit[] {
  return levels.map((level) => {
    const reach = normalQuantile((1 + level) / 2) * Math.sqrt(s ** 2 + tau2);
    return { level, low: scale.back(scale.centre - reach), high: scale.back(scale.centre + reach) };
  });
}

/**
 * Exact *predictive* limits of a count: where a unit at the target would fall, interpolated between whole
 * counts. An interval for the expected count drawn in their place is lopsided the wrong way.
 * @param size expected count of a ratio, cases of a proportion
 */
export function exactLimits(
  kind: Exclude<FunnelKind, 'mean'>,
  size: number,
  target: number,
  levels: readonly number[],
): FunnelLimit[] {
  if (kind === 'proportion' && (target <= 0 || target >= 1)) {
    return levels.map((level) => ({ level, low: target, high: target }));
  }
  const cdf = kind === 'ratio' ? poissonCdf(size) : binomialCdf(size, target);
  const most = kind === 'ratio' ? Number.POSITIVE_INFINITY : 1;
  const at = (probability: number) => Math.min(most, Math.max(0, interpolated(cdf, probability) / size));
  return levels.map((level) => ({ level, low: at((1 - level) / 2), high: at((1 + level) / 2) }));
}

function interpolated(cdf: CountCdf, probability: number): number {
  const count = countQuantile(cdf, probability);
  const below = cdf(count - 1);
  return count - (cdf(count) - probability) / (cdf(count) - below);
}
