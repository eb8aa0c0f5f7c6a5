/** Whether members may be put in an order: one rule for notes, tables, figures and findings. */

import type { MixedModel } from '../model/benchmark.ts';

/** Below this many members, or below this rankability, an order would be chance. */
const FEWEST_FOR_ORDER = 10;
const LEAST_RANKABILITY = 0.5;

export function mayBeOrdered({ members, rankability }: Pick<MixedModel, 'members' | 'rankability'>): boolean {
  return members >= FEWEST_FOR_ORDER && typeof rankability === 'number' && rankability >= LEAST_RANKABILITY;
}
