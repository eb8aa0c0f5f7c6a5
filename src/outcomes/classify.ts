/** One patient's class from side of the cut-off before and after, and the reliable change. */

import type { Direction, OutcomeClass } from '../model/outcomes.ts';
import { sideOfCutoff } from './cutoff.ts';

export interface ClassRule {
  readonly cut: number;
  readonly direction: Direction;
  readonly limit: number;
  /**
   * Hageman and Arrindell judge the score after treatment by its estimated true value:
   * standard distances beyond the cut-off, positive = functional. Elsewhere undefined.
   */
  readonly trueDistance?: (post: number) => number;
}

/**
 * recovered = clinical before, functional after, reliably improved; improved = reliably, but not recovered;
 * harmed = functional before, clinical after, reliably worse (never with Hageman and Arrindell);
 * deteriorated = reliably worse otherwise. `rci` positive = better; NaN = not measured.
 */
export function classify(pre: number, post: number, rci: number, rule: ClassRule): OutcomeClass {
  if (Number.isNaN(rci)) return 'not-measured';
  const { cut, direction, limit, trueDistance } = rule;
  const before = sideOfCutoff(pre, cut, direction);
  if (rci > limit) {
    const after =
      trueDistance === undefined ? sideOfCutoff(post, cut, direction) > 0 : trueDistance(post) > limit;
    return before < 0 && after ? 'recovered' : 'improved';
  }
  if (rci < -limit) {
    const harmed = before > 0 && sideOfCutoff(post, cut, direction) < 0 && trueDistance === undefined;
    return harmed ? 'harmed' : 'deteriorated';
  }
  return 'unchanged';
}
