/**
 * The funnel of plain outcomes: members against their number of episodes. A peer stands at the lowest number of
 * its band: its place says no more than the band does, and its limits are never too narrow.
 */

import {
  type BenchmarkResult,
  type CountOrBand,
  type FunnelResult,
  funnelOf,
  isComputed,
} from '../../src/index.ts';

/** Under this many members the limits rest on nothing. */
const FEWEST_UNITS = 3;

/** undefined where there is too little to draw. */
export function memberFunnel({
  members,
  models,
}: Pick<BenchmarkResult, 'members' | 'models'>): FunnelResult | undefined {
  const { outcome: model } = models;
  if (!isComputed(model)) return undefined;
  const units = members.flatMap(({ member, outcome }) =>
    isComputed(outcome)
      ? [{ unit: member, mean: outcome.observed, sd: Math.sqrt(model.sigma2), n: lowest(outcome.n) }]
      : [],
  );
  const sizes = units.every(({ n, sd }) => n > 0 && sd > 0);
  return units.length < FEWEST_UNITS || !sizes ? undefined : funnelOf(units, { kind: 'mean' });
}

function lowest(n: CountOrBand): number {
  return typeof n === 'number' ? n : Number.parseInt(n, 10);
}
