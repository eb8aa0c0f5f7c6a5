/** Current revenue of the episodes that take part: the budget a list is balanced against. */

import type { PreparedSimulation } from './prepared.ts';

/** Cents, not rounded; 0 when the baseline is not current revenue. */
export function currentRevenueCents({ sums, coordinates, baselineSide }: PreparedSimulation): number {
  return baselineSide === undefined ? sums.quantities[coordinates - 1]! : 0;
}
