/** More spread between units than chance gives: how much (Spiegelhalter 2005, 2012). */

import type { FunnelResult } from '../../model/funnel.ts';
import { chiSquareQuantile } from '../../stats/chi-square-quantile.ts';
import { mean } from '../../stats/mean.ts';
import { quantileType7 } from '../../stats/quantile-type-7.ts';
import { rootBetween } from '../../stats/root-between.ts';
import type { Scale } from './scale.ts';

const INTERVAL_LEVEL = 0.95;

/**
 * phi = mean z² with z winsorised at both ends (type-7 quantiles); tau² by moments,
 * max(0, (I phi - (I - 1)) / (sum w - sum w² / sum w)), w = 1 / s².
 */
export function overdispersionOf(
  scale: Scale,
  winsorise: number,
): Pick<FunnelResult, 'phi' | 'tau2' | 'tau2Unwinsorised' | 'tau2Interval'> {
  if (scale.units.length < 3) {
    const none = { undefined: 'too-few-units' };
    return { phi: none, tau2: none, tau2Unwinsorised: none, tau2Interval: none };
  }
  const z = scale.units.map(({ y, s }) => (y - scale.centre) / s);
  const [low, high] = [quantileType7(z, winsorise), quantileType7(z, 1 - winsorise)];
  const phi = mean(z.map((value) => Math.min(high, Math.max(low, value)) ** 2));
  return {
    phi,
    tau2: tau2Of(scale, phi),
    tau2Unwinsorised: tau2Of(scale, mean(z.map((value) => value ** 2))),
    tau2Interval: profileInterval(scale),
  };
}

function tau2Of({ units }: Scale, phi: number): number {
  const weights = units.map(({ s }) => 1 / s ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const count = units.length;
  return Math.max(0, (count * phi - (count - 1)) / (total - squares / total));
}

/** All tau² that the weighted sum of squares about the weighted mean does not contradict (Viechtbauer 2007). */
function profileInterval({ units }: Scale): { readonly low: number; readonly high: number } {
  const squares = (tau2: number) => {
    const weights = units.map(({ s }) => 1 / (s ** 2 + tau2));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const centre = units.reduce((sum, { y }, i) => sum + weights[i]! * y, 0) / total;
    return units.reduce((sum, { y }, i) => sum + weights[i]! * (y - centre) ** 2, 0);
  };
  const solve = (probability: number) => {
    const wanted = chiSquareQuantile(probability, units.length - 1);
    if (squares(0) <= wanted) return 0;
    let high = Math.max(...units.map(({ s }) => s ** 2));
    while (squares(high) > wanted) high *= 2;
    return rootBetween((tau2) => squares(tau2) - wanted, 0, high);
  };
  return { low: solve((1 + INTERVAL_LEVEL) / 2), high: solve((1 - INTERVAL_LEVEL) / 2) };
}
