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
  const grid = [0];
  for (let step = LOWEST_EXPONENT * STEPS_PER_DECADE; step <= HIGHEST_EXPONENT * STEPS_PER_DECADE; step++) {
    grid.push(unit * 10 ** (step / STEPS_PER_DECADE));
  }
  const scores = grid.map((lambda) => profile(lambda).score);
  const candidates = scores[0]! >= 0 ? [0] : [];
  for (let i = 1; i < grid.length; i++) {
    if (!(scores[i - 1]! < 0 && scores[i]! >= 0)) continue;
    const [low, high] = [grid[i - 1]!, grid[i]!];
    candidates.push(
      low === 0
        ? rootBetween((lambda) => profile(lambda).score, low, high)
        : Math.exp(rootBetween((log) => profile(Math.exp(log)).score, Math.log(low), Math.log(high))),
    );
  }
  let best: { lambda: number; deviance: number } | undefined;
  for (const lambda of candidates) {
    const { deviance } = profile(lambda);
    if (best === undefined || deviance < best.deviance) best = { lambda, deviance };
  }
  return best?.lambda;
}
