/** Which clusters are heavier than which, for price lists: clusters that differ in weight only. */

import type { PriceRow } from '../model/price-list.ts';
import { clusterNumber } from './cluster-matcher.ts';

/** Lighter first (numbers of the scheme with 21 types). */
export const WEIGHT_ORDERS: readonly (readonly number[])[] = [
  [1, 2, 3, 4, 5],
  [11, 12, 13],
  [18, 19, 20, 21],
];

/** Positions of rows that may not fall in amount from lighter to heavier: one unit, setting, payer and validity each. */
export function weightChains(rows: readonly PriceRow[]): number[][] {
  const chains = new Map<string, { position: number; place: number }[]>();
  for (const [position, { cluster, unit, setting, payer, from, until }] of rows.entries()) {
    const number = clusterNumber(cluster) ?? -1;
    const order = WEIGHT_ORDERS.findIndex((numbers) => numbers.includes(number));
    if (order < 0) continue;
    const key = JSON.stringify([order, unit, setting, payer, from, until]);
    const chain = chains.get(key) ?? [];
    chain.push({ position, place: WEIGHT_ORDERS[order]!.indexOf(number) });
    chains.set(key, chain);
  }
  return [...chains.values()].map((chain) =>
    chain.sort((a, b) => a.place - b.place).map(({ position }) => position),
  );
}
