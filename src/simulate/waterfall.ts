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

/** Cents per step that add up to `differenceCents`. */
export function waterfall(
  prepared: PreparedSimulation,
  changes: SimulationChanges,
  paid: Paid,
  baselineCents: number,
  differenceCents: number,
): { readonly step: WaterfallStep; readonly cents: number }[] {
  const totals = [baselineCents, ...between(prepared, changes, paid), paid.netCents];
  const steps = WATERFALL_STEPS.map((_, i) => totals[i + 1]! - totals[i]!);
  const cents = largestRemainder(steps, differenceCents);
  return WATERFALL_STEPS.map((step, i) => ({ step, cents: cents[i]! }));
}

/** Totals after price, index, volume and typing. */
function between(prepared: PreparedSimulation, changes: SimulationChanges, paid: Paid): number[] {
  const { price, volume, typing } = prepared.steps;
  if (prepared.baselineSide === undefined) {
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
  const pay = (frame: FrameTotals, index: number, volumes: number): number =>
    payFrame(frame, frame.quantities, frameValues(prepared, frame, changes, true, SCENARIO), {
      index,
      volume: volumes,
      contracts: BASELINE,
    }).netCents;
  return [
    pay(price!, BASELINE, BASELINE),
    pay(price!, SCENARIO, BASELINE),
    pay(volume!, SCENARIO, SCENARIO),
    pay(typing!, SCENARIO, SCENARIO),
  ];
}
