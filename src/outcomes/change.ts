/** Change between two measurements. */

import type { Direction } from '../model/outcomes.ts';

/** Improvement: pre - post where lower is better, post - pre where higher is; NaN where either is blank. */
export function change(pre: number, post: number, direction: Direction): number {
  return direction === 'lower' ? pre - post : post - pre;
}
