/** How sure a kappa is. */

import type { Computed } from '../model/meta.ts';
import { cohenKappa } from './cohen-kappa.ts';

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** A variance (times n) below this is rounding. */
const NO_SPREAD = 1e-13;

export interface KappaInterval {
  /** Large-sample standard error. */
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % interval of Cohen's kappa, kappa ± 1.96 se, cut at -1 and 1, with the large-sample standard
 * error of Fleiss, Cohen & Everitt (1969, Psychological Bulletin 72:323, formula 13), which does not
 * assume that kappa is 0. It is that of the delta method on a multinomial table.
 *
 * @example
 * kappaInterval([20, 5, 10, 15], 2).se.toFixed(6) // => '0.126996'
 *
 * @param counts square table, row-major, as in `cohenKappa`
 * @returns `{undefined: 'no-spread'}` where all agree, or none do: the standard error is then 0 and says nothing
 */
export function kappaInterval(counts: ArrayLike<number>, size: number): Computed<KappaInterval> {
  const kappa = cohenKappa(counts, size);
  if (typeof kappa !== 'number') return kappa;
  const cells = Array.from(counts);
  const n = cells.reduce((sum, count) => sum + count, 0);
  const p = (row: number, column: number): number => cells[row * size + column]! / n;
  const places = Array.from({ length: size }, (_, k) => k);
  const rows = places.map((row) => places.reduce((sum, column) => sum + p(row, column), 0));
  const columns = places.map((column) => places.reduce((sum, row) => sum + p(row, column), 0));
  const observed = places.reduce((sum, k) => sum + p(k, k), 0);
  const chance = places.reduce((sum, k) => sum + rows[k]! * columns[k]!, 0);
  let sum = -((observed * chance - 2 * chance + observed) ** 2);
  for (const row of places) {
    for (const column of places) {
      const share = p(row, column);
      if (share === 0) continue;
      sum +=
        row === column
          ? share * (1 - chance - (rows[row]! + columns[row]!) * (1 - observed)) ** 2
          : share * ((1 - observed) * (columns[row]! + rows[column]!)) ** 2;
    }
  }
  if (sum < NO_SPREAD) return { undefined: 'no-spread' };
  const se = Math.sqrt(sum / n) / (1 - chance) ** 2;
  return { se, low: Math.max(-1, kappa - Z * se), high: Math.min(1, kappa + Z * se) };
}
