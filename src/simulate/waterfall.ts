/**
 * From baseline to scenario in five steps: price, index, volume, typing, contract. Each step swaps
 * one block of the baseline for the scenario's; the baseline's contracts stay until the last.
 */

import type { WaterfallStep } from '../model/simulation.ts';
import type { SimulationChanges } from './input.ts';
import { type Paid, type PayBlocks, payFrame } from './pay-frame.ts';
import type { FrameTotals, PreparedSimulation } from './prepared.ts';
import { largestRemainder } from './rounding.ts';
import { frameValues } from './values.ts';

export const WATERFALL_STEPS: readonly WaterfallStep[] = ['price', 'index', 'volume', 'typing', 'contract'];

const BASELINE = 0;
const SCENARIO = 1;
const NONE = -1;

/**
 * Cents per step that add up to `differenceCents`.
 * @param baseline the baseline's payment, or its cents when it is current revenue
 */
export function waterfall(
  prepared: PreparedSimulation,
  changes: SimulationChanges,
  paid: Paid,
  baseline: Paid | number,
  differenceCents: number,
): { readonly step: WaterfallStep; readonly cents: number }[] {
  const before = typeof baseline === 'number' ? baseline : baseline.netCents;
  const totals = [before, ...between(prepared, changes, paid, baseline), paid.netCents];
  const steps = WATERFALL_STEPS.map((_, i) => totals[i + 1]! - totals[i]!);
  const cents = largestRemainder(steps, differenceCents);
  return WATERFALL_STEPS.map((step, i) => ({ step, cents: cents[i]! }));
}

/** Totals after price, index, volume and typing. */
function between(
  prepared: PreparedSimulation,
  changes: SimulationChanges,
  paid: Paid,
  baseline: Paid | number,
): number[] {
  const { price, volume, typing } = prepared.steps;
  if (typeof baseline === 'number') {
    const scenarioOnly = (of: FrameTotals | undefined, blocks: PayBlocks): number => {
      const frame = of ?? prepared.side.frame;
      const quantities = of?.quantities ?? prepared.sums.quantities;
      return payFrame(frame, quantities, frameValues(prepared, frame, changes, true, 0), blocks).netCents;
    };
    return [
      scenarioOnly(price, { index: NONE, volume: NONE, contracts: NONE }),
      scenarioOnly(price, { index: 0, volume: NONE, contracts: NONE }),
      scenarioOnly(price, { index: 0, volume: 0, contracts: NONE }),
      paid.grossCents,
    ];
  }
  // A trimmed mean keeps its share inside until the contracts themselves change.
  const inside = baseline.measures.map(({ insideCutOffs }) => insideCutOffs);
  const pay = (frame: FrameTotals, index: number, volumes: number): number =>
    payFrame(
      frame,
      frame.quantities,
      frameValues(prepared, frame, changes, true, SCENARIO),
      { index, volume: volumes, contracts: BASELINE },
      inside,
    ).netCents;
  return [
    pay(price!, BASELINE, BASELINE),
    pay(price!, SCENARIO, BASELINE),
    pay(volume!, SCENARIO, SCENARIO),
    pay(typing!, SCENARIO, SCENARIO),
  ];
}
