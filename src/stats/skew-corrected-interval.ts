/** Interval for a sum of independent amounts with a heavy right tail. */

import { normalQuantile } from './normal-quantile.ts';

/**
 * Confidence limits for a total, corrected for skewness by Hall's transformation.
 *
 * Limits are estimate - se t(±z) with t(w) = (3/c)(cbrt(1 + c (w - c/6)) - 1), where c is the
 * skewness of the estimate: sum d³ / (sum d²)^1.5 over its independent parts. c = 0 gives the
 * ordinary normal interval. Source: P. Hall, On the removal of skewness by transformation,
 * J. R. Statist. Soc. B 54 (1992) 221-228.
 *
 * @param level 0-1
 */
export function skewCorrectedInterval(
  estimate: number,
  se: number,
  skewness: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const z = normalQuantile((1 + level) / 2);
  return {
    low: estimate - se * transformed(z, skewness),
    high: estimate - se * transformed(-z, skewness),
  };
}

function transformed(w: number, c: number): number {
  // Below this the transformation is the identity to the last digit and its formula loses digits.
  if (Math.abs(c) < 1e-5) return w;
  return (3 / c) * (Math.cbrt(1 + c * (w - c / 6)) - 1);
}
