/** Agreement of two raters beyond chance. */

import type { Computed } from '../model/meta.ts';

/**
 * Cohen's kappa without weights, (po - pe) / (1 - pe), as R's psych::cohen.kappa (unweighted).
 *
 * @example
 * cohenKappa([20, 5, 10, 15], 2).toFixed(6) // => '0.400000'
 *
 * @param counts square table, row-major: counts[a * size + b] = cases rated a by one and b by the other
 */
export function cohenKappa(counts: ArrayLike<number>, size: number): Computed<number> {
  let n = 0;
  let agree = 0;
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const count = counts[a * size + b]!;
      n += count;
      rows[a]! += count;
      columns[b]! += count;
      if (a === b) agree += count;
    }
  }
  if (n === 0) return { undefined: 'no-cases' };
  let chance = 0;
  for (let k = 0; k < size; k++) chance += (rows[k]! / n) * (columns[k]! / n);
  // Both raters used one and the same category: agreement by chance is complete.
  if (chance >= 1) return { undefined: 'one-category' };
  return (agree / n - chance) / (1 - chance);
}
