/**
 * The price that makes the scenario's total reach a target. Without contracts that bend the answer
 * is a division; under contracts the total is followed over a range of prices and every crossing is
 * found, so that there may be none, one, several, or a stretch where each price does.
 */

import { rootBetween } from '../stats/root-between.ts';
import { formRule } from './contracts/forms.ts';
import { insideCutOffs } from './inside-cut-offs.ts';
import { payFrame } from './pay-frame.ts';
import type { PreparedSimulation } from './prepared.ts';
import { frameValues } from './values.ts';

/** From one price to another; equal where a single price does. Cents, not rounded. */
export interface PriceSolution {
  readonly fromCents: number;
  readonly untilCents: number;
}

export interface PriceSolutions {
  readonly solutions: readonly PriceSolution[];
  /** Whether the total is a straight line in the price: then the range does not matter. */
  readonly linear: boolean;
  /** Prices that were searched. */
  readonly lowestCents: number;
  readonly highestCents: number;
  /** Total at both ends of the range. */
  readonly totalAtLowestCents: number;
  readonly totalAtHighestCents: number;
}

/** Fine enough that a contract's kinks fall in different steps. */
const STEPS = 1000;

/** A root meets the target to this; the edge of a jump does not. */
const HALF_CENT = 0.5;

/** The scenario's total after contracts with one price of the list changed. Cents, not rounded. */
export function totalAtPrice(prepared: PreparedSimulation, row: number, amountCents: number): number {
  const { side, sums } = prepared;
  const changes = { amountsCents: new Map([[row, amountCents]]) };
  const values = frameValues(prepared, side.frame, changes, true, 0);
  const blocks = { index: 0, volume: 0, contracts: 0 };
  return payFrame(side.frame, sums.quantities, values, blocks, insideCutOffs(prepared, side, values))
    .netCents;
}

/**
 * @param row position in the price list
 * @param highestCents end of the range searched under contracts
 */
export function solvePrice(
  prepared: PreparedSimulation,
  row: number,
  targetCents: number,
  highestCents: number,
): PriceSolutions {
  const missed = (amount: number): number => totalAtPrice(prepared, row, amount) - targetCents;
  const atZero = missed(0);
  const linear = !prepared.scenario.contracts.some((contract) => formRule(contract).bends(contract));
  const solutions = linear
    ? straight(atZero, missed(1) - atZero)
    : crossings(missed, highestCents, 1e-4 + 1e-12 * Math.abs(targetCents));
  return {
    solutions,
    linear,
    lowestCents: 0,
    highestCents,
    totalAtLowestCents: atZero + targetCents,
    totalAtHighestCents: missed(highestCents) + targetCents,
  };
}

function straight(atZero: number, slope: number): PriceSolution[] {
  if (!(slope > 0)) return [];
  const price = -atZero / slope;
  return price >= 0 ? [point(price)] : [];
}

/** Every price in the range that meets the target within the tolerance; a jump over it is none. */
function crossings(missed: (price: number) => number, highest: number, tolerance: number): PriceSolution[] {
  const found: PriceSolution[] = [];
  const meets = (value: number): boolean => Math.abs(value) <= tolerance;
  const add = (price: number): void => {
    found.push(point(price));
  };
  let price = 0;
  let value = missed(0);
  if (meets(value)) add(0);
  for (let step = 1; step <= STEPS; step++) {
    const next = (highest * step) / STEPS;
    const nextValue = missed(next);
    if (meets(value) && meets(nextValue)) {
      found[found.length - 1] = { fromCents: found.at(-1)!.fromCents, untilCents: next };
    } else if (meets(value)) {
      const edge = borderOf(missed, price, next, tolerance);
      found[found.length - 1] = { fromCents: found.at(-1)!.fromCents, untilCents: edge };
    } else if (meets(nextValue)) {
      const edge = borderOf(missed, next, price, tolerance);
      found.push({ fromCents: edge, untilCents: next });
    } else if (value < 0 !== nextValue < 0) {
      const root = rootBetween(missed, price, next);
      // Across a jump the halves close in on a price that does not meet the target.
      if (Math.abs(missed(root)) <= HALF_CENT) add(root);
    }
    price = next;
    value = nextValue;
  }
  // One price met exactly is a stretch as wide as the noise.
  return found.map(({ fromCents, untilCents }) =>
    untilCents - fromCents < 0.01 ? point((fromCents + untilCents) / 2) : { fromCents, untilCents },
  );
}

function point(price: number): PriceSolution {
  return { fromCents: price, untilCents: price };
}

/** The farthest price from `inside` towards `outside` that still meets the target. */
function borderOf(
  missed: (price: number) => number,
  inside: number,
  outside: number,
  tolerance: number,
): number {
  let [within, beyond] = [inside, outside];
  for (let step = 0; step < 60; step++) {
    const middle = (within + beyond) / 2;
    if (Math.abs(missed(middle)) <= tolerance) within = middle;
    else beyond = middle;
  }
  return within;
}
