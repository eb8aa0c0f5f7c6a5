/**
 * What a price list pays as a linear function of its amounts: production before contracts =
 * constant + sum of coefficient x amount. The coefficient of a row is its quantity times the index,
 * volume factors and overrides that stand on it.
 */

import { cellPrice } from './cells.ts';
import type { PreparedSimulation } from './prepared.ts';
import { frameValues } from './values.ts';

export interface PriceCoefficients {
  /** Per row of the list. */
  readonly ofRow: Float64Array;
  /** Units of each row, before index and volume factors. */
  readonly quantities: Float64Array;
  /** Cents from prices that an override fixes whatever the list says. */
  readonly constantCents: number;
}

export function priceCoefficients(prepared: PreparedSimulation): PriceCoefficients {
  const { side, sums } = prepared;
  const values = frameValues(prepared, side.frame, {}, true, 0);
  const unit = { ...values, rows: values.rows.map((row) => ({ ...row, amountCents: 1 })) };
  const blocks = { index: 0, volume: 0 };
  const ofRow = new Float64Array(values.rows.length);
  const quantities = new Float64Array(values.rows.length);
  let constantCents = 0;
  for (const [id, cell] of side.frame.cells.entries()) {
    if (cell.measure !== undefined) continue;
    const quantity = sums.quantities[side.offset + id]!;
    quantities[cell.row]! += quantity;
    const fixed = cell.override >= 0 && values.overrides[cell.override]!.amountCents !== undefined;
    if (fixed) constantCents += quantity * cellPrice(cell, values, blocks);
    else ofRow[cell.row]! += quantity * cellPrice(cell, unit, blocks);
  }
  return { ofRow, quantities, constantCents };
}
