/** Production under one contract in time: on which day the agreed amount is reached, and per month. */

import { type Cell, cellPrice, type PriceValues } from './cells.ts';
import { formRule } from './contracts/forms.ts';
import type { Paid } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { largestRemainder } from './rounding.ts';

/** A day number; undefined where the form has no limit or production stays below it. */
export function exhaustedOn(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  contract: number,
): number | undefined {
  const terms = values.layers[0]!.contracts[contract]!;
  const grossCents = prepared.side.frame.atoms[0]!.reduce(
    (sum, contracts, atom) => sum + (contracts.includes(contract) ? paid.gross[atom]! : 0),
    0,
  );
  const facts = { payCents: grossCents, grossCents, ...paid.measures[contract]! };
  const limit = formRule(terms).limitCents(terms, facts);
  if (limit === undefined || prepared.timeline === undefined) return undefined;
  const price = priceUnder(prepared, values, contract);
  return prepared.timeline.dayReached(prepared.side.frame.cells, price, limit);
}

/** Whole cents that add up to `grossCents`; undefined where the file has no dates. */
export function productionPerMonth(
  prepared: PreparedSimulation,
  values: PriceValues,
  contract: number,
  grossCents: number,
): { readonly month: string; readonly grossCents: number }[] | undefined {
  if (prepared.timeline === undefined) return undefined;
  const price = priceUnder(prepared, values, contract);
  const months = [...prepared.timeline.perMonth(prepared.side.frame.cells, price)];
  const cents = largestRemainder(
    months.map(([, amount]) => amount),
    grossCents,
  );
  return months.map(([month], i) => ({ month, grossCents: cents[i]! }));
}

/** Price of a cell where the contract covers it, 0 elsewhere. */
function priceUnder({ side }: PreparedSimulation, values: PriceValues, contract: number) {
  const covers = side.frame.atoms[0]!.map((contracts) => contracts.includes(contract));
  return (cell: Cell): number =>
    cell.measure === undefined && covers[cell.atom[0]!]
      ? cellPrice(cell, values, { index: 0, volume: 0 })
      : 0;
}
