/** Winners and losers: units in bins by relative change, fixed on the baseline; five bins unless asked otherwise. */

import type { Computed } from '../model/meta.ts';
import type { GroupDimension, SimulationGroup, SimulationOutcome, Winners } from '../model/simulation.ts';

export const WINNER_EDGES: readonly number[] = [-0.05, -0.001, 0.001, 0.05];
/** The finest unit that people recognise comes first. */
const UNITS: readonly GroupDimension[] = ['site', 'team', 'member', 'payer', 'setting'];

export function winners(by: SimulationOutcome['by'], reason: string): Computed<Winners> {
  const unit = UNITS.find((dimension) => (by[dimension]?.length ?? 0) > 0);
  return unit === undefined ? { undefined: reason } : winnersBy(unit, by[unit]!);
}

/** @param edges rising limits between bins, as shares of the baseline */
export function winnersBy(
  unit: GroupDimension,
  groups: readonly SimulationGroup[],
  edges: readonly number[] = WINNER_EDGES,
): Winners {
  const units = new Array<number>(edges.length + 1).fill(0);
  for (const group of groups) units[binOf(relativeChange(group), edges)]! += 1;
  return {
    unit,
    bins: units.map((count, bin) => ({
      ...(bin > 0 ? { from: edges[bin - 1]! } : {}),
      ...(bin < edges.length ? { to: edges[bin]! } : {}),
      units: count,
      share: count / groups.length,
    })),
  };
}

/** From nothing to something is an unbounded gain; from nothing to nothing no change. */
function relativeChange({ baselineCents, differenceCents }: SimulationGroup): number {
  return differenceCents === 0 ? 0 : differenceCents / Math.abs(baselineCents);
}

/** from <= change < to. */
function binOf(change: number, edges: readonly number[]): number {
  return edges.filter((edge) => change >= edge).length;
}
