/** Day on which the production under a contract reaches its agreed amount. */

import type { PriceValues } from './cells.ts';
import { cellPrice } from './cells.ts';
import { formRule } from './contracts/forms.ts';
import type { Paid } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';

/** A day number; undefined where the form has no limit or production stays below it. */
export function exhaustedOn(
  prepared: PreparedSimulation,
  values: PriceValues,
  paid: Paid,
  contract: number,
): number | undefined {
  const terms = values.layers[0]!.contracts[contract]!;
  const { cells, atoms } = prepared.side.frame;
  const under = atoms[0]!.map((contracts) => contracts.includes(contract));
  const grossCents = under.reduce((sum, inside, atom) => sum + (inside ? paid.gross[atom]! : 0), 0);
  const facts = { payCents: grossCents, grossCents, ...paid.measures[contract]! };
  const limit = formRule(terms).limitCents(terms, facts);
  if (limit === undefined || prepared.timeline === undefined) return undefined;
  return prepared.timeline.dayReached(
    cells,
    (cell) =>
      cell.measure === undefined && under[cell.atom[0]!]
        ? cellPrice(cell, values, { index: 0, volume: 0 })
        : 0,
    limit,
  );
}
