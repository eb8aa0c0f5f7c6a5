/** Winners and losers: units in five bins by relative change, fixed on the baseline. */

import type { Computed } from '../model/meta.ts';
import type { GroupDimension, SimulationGroup, SimulationOutcome, Winners } from '../model/simulation.ts';

const EDGES: readonly number[] = [-0.05, -0.001, 0.001, 0.05];
/** The finest unit that people recognise comes first. */
const UNITS: readonly GroupDimension[] = ['site', 'team', 'member', 'payer', 'setting'];

export function winners(by: SimulationOutcome['by'], reason: string): Computed<Winners> {
  const unit = UNITS.find((dimension) => (by[dimension]?.length ?? 0) > 0);
  return unit === undefined ? { undefined: reason } : winnersBy(unit, by[unit]!);
}

export function winnersBy(unit: GroupDimension, groups: readonly SimulationGroup[]): Winners {
  const units = new Array<number>(EDGES.length + 1).fill(0);
  for (const group of groups) units[binOf(relativeChange(group))]! += 1;
  return {
    unit,
    bins: units.map((count, bin) => ({
      ...(bin > 0 ? { from: EDGES[bin - 1]! } : {}),
      ...(bin < EDGES.length ? { to: EDGES[bin]! } : {}),
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
function binOf(change: number): number {
  return EDGES.filter((edge) => change >= edge).length;
}
