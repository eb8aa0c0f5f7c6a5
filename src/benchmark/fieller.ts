/** Interval of a ratio of two means (Fieller 1954). */

import type { RatioInterval } from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';

export interface RatioInput {
  readonly numerator: number;
  readonly denominator: number;
  /** Variances and covariance of the two *means*. */
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  readonly covariance: number;
  /** Quantile of t for the level. */
  readonly t: number;
}

/**
 * All R with (D - R T)² <= t² (s_DD - 2 R s_DT + R² s_TT). A ratio with a denominator that may be zero has no
 * interval worth printing: `improvement-not-above-zero` unless T - t sqrt(s_TT) > 0.
 */
export function fieller(input: RatioInput): Computed<RatioInterval> {
  const { numerator: d, denominator: t, t: quantile } = input;
  const square = quantile ** 2;
  if (!(t - quantile * Math.sqrt(input.denominatorVariance) > 0)) {
    return { undefined: 'improvement-not-above-zero' };
  }
  const a = t * t - square * input.denominatorVariance;
  const b = d * t - square * input.covariance;
  const c = d * d - square * input.numeratorVariance;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { value: d / t, low: (b - root) / a, high: (b + root) / a };
}
