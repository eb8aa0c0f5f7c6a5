/**
 * A budget-neutral price list. Without constraints every price is scaled by one factor; with fixed
 * prices, bounds or 'heavier is never cheaper' the list changes least in weighted squares: each
 * price's relative change counts by the money it moves. Scaling is that same rule without constraints.
 */

import { refuse } from '../issue/refusal.ts';
import type { PriceRow } from '../model/price-list.ts';
import { boundedIsotonic, type IsotonicPoint } from '../stats/bounded-isotonic.ts';
import type { PriceCoefficients } from './price-coefficients.ts';
import { roundCents } from './rounding.ts';
import { weightChains } from './weight-order.ts';

export interface BalanceTerms {
  readonly budgetCents: number;
  /** Positions of rows that keep their amount. */
  readonly fixed: ReadonlySet<number>;
  /** Lowest and highest amount as factors on the list's. Default 0 and no limit. */
  readonly lowFactor?: number;
  readonly highFactor?: number;
  /** Heavier is never cheaper. */
  readonly monotone: boolean;
}

export interface BalancedPrices {
  /** Cents per row, not rounded: these meet the budget. */
  readonly exactCents: readonly number[];
  /** The same in whole cents; a fixed price stays as it is. */
  readonly wholeCents: readonly number[];
  /** Budget less what the whole-cent list pays: at most half a cent times the quantity. */
  readonly remainderCents: number;
}

/** Weight of a price that nothing was paid by: it follows the others without moving them. */
const NO_VOLUME = 1e-9;

/**
 * @throws Refusal `balance-order` when fixed prices or bounds contradict the order of weight,
 *   `balance-out-of-reach` when no list within the constraints meets the budget
 */
export function balancePrices(
  rows: readonly PriceRow[],
  coefficients: PriceCoefficients,
  terms: BalanceTerms,
): BalancedPrices {
  const { budgetCents, fixed } = terms;
  const paid = (amounts: readonly number[]): number =>
    amounts.reduce((sum, amount, row) => sum + amount * coefficients.ofRow[row]!, coefficients.constantCents);
  const listAt = solver(rows, coefficients, terms);
  const low = listAt(-1);
  let bound = 1;
  while (paid(listAt(bound)) < budgetCents && bound < 1e12) bound *= 4;
  const high = listAt(bound);
  // A hundredth of a cent of noise: the sums of many quantities are not exact.
  const tolerance = 0.01 + 1e-12 * Math.abs(budgetCents);
  if (paid(low) > budgetCents + tolerance || paid(high) < budgetCents - tolerance) {
    throw refuse('balance-out-of-reach', {
      budget: euros(budgetCents),
      lowest: euros(paid(low)),
      highest: bound >= 1e12 && paid(high) > paid(listAt(1e9)) ? '∞' : euros(paid(high)),
    });
  }
  let [from, to] = [-1, bound];
  for (let step = 0; step < 200; step++) {
    const middle = (from + to) / 2;
    if (paid(listAt(middle)) < budgetCents) from = middle;
    else to = middle;
  }
  const exactCents = listAt(to);
  const wholeCents = exactCents.map((amount, row) => (fixed.has(row) ? amount : roundCents(amount)));
  return { exactCents, wholeCents, remainderCents: budgetCents - paid(wholeCents) };
}

/** Amounts of least change for a multiplier: each price aims at its amount x (1 + multiplier). */
function solver(
  rows: readonly PriceRow[],
  { ofRow }: PriceCoefficients,
  { fixed, lowFactor = 0, highFactor = Number.POSITIVE_INFINITY, monotone }: BalanceTerms,
): (multiplier: number) => number[] {
  const largest = ofRow.reduce((most, value) => Math.max(most, value), 0);
  const chained = monotone ? weightChains(rows) : [];
  const inChain = new Set(chained.flat());
  const chains = [...chained, ...[...rows.keys()].filter((row) => !inChain.has(row)).map((row) => [row])];
  return (multiplier) => {
    const amounts = rows.map(({ amountCents }) => amountCents);
    for (const chain of chains) {
      const values = boundedIsotonic(
        chain.map((row): IsotonicPoint => {
          const listed = amounts[row]!;
          return {
            target: listed * (1 + multiplier),
            // A price of 0 has no relative change: a cent stands for it.
            weight: Math.max(ofRow[row]!, NO_VOLUME * (largest || 1)) / Math.max(listed, 1),
            low: fixed.has(row) ? listed : listed * lowFactor,
            high: fixed.has(row) ? listed : listed === 0 ? Number.POSITIVE_INFINITY : listed * highFactor,
          };
        }),
      );
      if (values === undefined) {
        throw refuse('balance-order', { clusters: chain.map((row) => rows[row]!.cluster).join(', ') });
      }
      for (const [i, row] of chain.entries()) amounts[row] = values[i]!;
    }
    return amounts;
  };
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}
