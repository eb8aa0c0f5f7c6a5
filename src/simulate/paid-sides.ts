/** Scenario and baseline paid: the one step that every answer begins with. */

import type { PriceValues } from './cells.ts';
import type { SimulationChanges } from './input.ts';
import { insideCutOffs } from './inside-cut-offs.ts';
import { type Paid, payFrame } from './pay-frame.ts';
import type { PreparedSide, PreparedSimulation } from './prepared.ts';
import { frameValues } from './values.ts';

const FIRST_LAYER = { index: 0, volume: 0, contracts: 0 } as const;

export interface PaidSides {
  readonly values: PriceValues;
  readonly paid: Paid;
  /** Undefined when the baseline is current revenue. */
  readonly baselineValues: PriceValues | undefined;
  readonly baselinePaid: Paid | undefined;
  /** Not rounded. */
  readonly baselineCents: number;
}

export function paidSides(prepared: PreparedSimulation, changes: SimulationChanges): PaidSides {
  const { side, baselineSide, sums } = prepared;
  const values = frameValues(prepared, side.frame, changes, true, 0);
  const paid = pay(prepared, side, values);
  const baselineValues = baselineSide && frameValues(prepared, baselineSide.frame, {}, false, -1);
  const baselinePaid = baselineSide && pay(prepared, baselineSide, baselineValues!);
  const baselineCents = baselinePaid?.netCents ?? sums.quantities[prepared.coordinates - 1]!;
  return { values, paid, baselineValues, baselinePaid, baselineCents };
}

function pay(prepared: PreparedSimulation, side: PreparedSide, values: PriceValues): Paid {
  const quantities = prepared.sums.quantities.subarray(side.offset);
  return payFrame(side.frame, quantities, values, FIRST_LAYER, insideCutOffs(prepared, side, values));
}
