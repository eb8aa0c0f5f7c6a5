/** Finds the smallest deviance over lambda >= 0 by the roots of its derivative. */

import { rootBetween } from '../stats/root-between.ts';

export interface Profile {
  readonly deviance: number;
  readonly score: number;
}

const STEPS_PER_DECADE = 3;
const LOWEST_EXPONENT = -8;
const HIGHEST_EXPONENT = 8;

/**
 * Scans 0 and a logarithmic grid about `unit`, refines every place where the derivative turns from falling
 * to rising, and takes the lowest. The root is sharp where the minimum itself is flat: rows in another order
 * move a minimised lambda by 1e-6, the root by 1e-14.
 * @param unit a typical size of lambda
 * @returns undefined where the deviance falls without end (no spread within members)
 */
export function bestVarianceRatio(profile: (lambda: number) => Profile, unit: number): number | undefined {
  // Grid and search work in the same logarithms, so that both see the very same values of the derivative.
  const logs: number[] = [];
  for (let step = LOWEST_EXPONENT * STEPS_PER_DECADE; step <= HIGHEST_EXPONENT * STEPS_PER_DECADE; step++) {
    logs.push(Math.log(unit) + (step / STEPS_PER_DECADE) * Math.LN10);
  }
  const score = (lambda: number) => profile(lambda).score;
  const scoreOfLog = (log: number) => score(Math.exp(log));
  const atZero = score(0);
  const scores = logs.map(scoreOfLog);
  const candidates = atZero >= 0 ? [0] : [];
  if (atZero < 0 && scores[0]! >= 0) candidates.push(rootBetween(score, 0, Math.exp(logs[0]!)));
  for (let i = 1; i < logs.length; i++) {
    if (!(scores[i - 1]! < 0 && scores[i]! >= 0)) continue;
    candidates.push(Math.exp(rootBetween(scoreOfLog, logs[i - 1]!, logs[i]!)));
  }
  let best: { lambda: number; deviance: number } | undefined;
  for (const lambda of candidates) {
    const { deviance } = profile(lambda);
    if (best === undefined || deviance < best.deviance) best = { lambda, deviance };
  }
  return best?.lambda;
}
