/** The score that parts a clinical from a functional population (Jacobson and Truax 1991). */

import type { Direction, ScoreNorm } from '../model/outcomes.ts';

/**
 * a: two standard deviations from the clinical mean towards functional; b: two from the functional mean
 * towards clinical, with the *functional* spread; c: where both populations are equally many spreads away,
 * (s_c M_f + s_f M_c) / (s_c + s_f).
 * @example
 * cutoff('c', 'higher', { mean: 40, sd: 7.5 }, { mean: 60, sd: 7.5 }) // => 50
 */
export function cutoff(
  kind: 'a' | 'b' | 'c',
  direction: Direction,
  clinical: ScoreNorm,
  functional: ScoreNorm | undefined,
): number {
  const towardsFunctional = direction === 'higher' ? 1 : -1;
  if (kind === 'a') return clinical.mean + towardsFunctional * 2 * clinical.sd;
  if (functional === undefined) return Number.NaN;
  if (kind === 'b') return functional.mean - towardsFunctional * 2 * functional.sd;
  return (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd);
}

/**
 * 1 = functional side, -1 = clinical side, 0 = on the cut-off, which is neither.
 * A cut-off is computed, so a score a rounding error away from it counts as on it.
 */
export function sideOfCutoff(score: number, cut: number, direction: Direction): -1 | 0 | 1 {
  const distance = direction === 'higher' ? score - cut : cut - score;
  if (Math.abs(distance) <= 1e-9 * Math.max(1, Math.abs(cut))) return 0;
  return distance > 0 ? 1 : -1;
}
