/**
 * Prices against maximum tariffs. A price may lie up to 10 % above the maximum where provider and
 * insurer agreed so in writing; higher is not allowed (Dutch rule for maximum tariffs with leeway).
 */

import type { PriceRow } from '../model/price-list.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import type { PriceFinding } from './lint-prices.ts';

const LEEWAY = 1.1;

/** @param maximum list of maximum tariffs; a blank setting or payer holds for all */
export function lintMaximum(rows: readonly PriceRow[], maximum: readonly PriceRow[]): PriceFinding[] {
  const match = clusterMatcher([...new Set(maximum.map(({ cluster }) => cluster))]);
  return rows.flatMap((row, position): PriceFinding[] => {
    const limits = maximum.filter(
      (limit) =>
        match(limit.cluster) === match(row.cluster) &&
        match(row.cluster) >= 0 &&
        limit.unit === row.unit &&
        [row.setting, ''].includes(limit.setting) &&
        [row.payer, ''].includes(limit.payer) &&
        (limit.from ?? Number.NEGATIVE_INFINITY) <= (row.until ?? Number.POSITIVE_INFINITY) &&
        (limit.until ?? Number.POSITIVE_INFINITY) >= (row.from ?? Number.NEGATIVE_INFINITY),
    );
    const lowest = Math.min(...limits.map(({ amountCents }) => amountCents));
    if (!(row.amountCents > lowest)) return [];
    // Cents of the leeway itself must not decide: 110.00 of 100.00 is within.
    const beyond = row.amountCents > lowest * LEEWAY + 1e-6;
    return [
      {
        code: beyond ? 'price-above-leeway' : 'price-above-maximum',
        severity: beyond ? 'error' : 'warning',
        row: position + 1,
        cluster: row.cluster,
        params: { cluster: row.cluster, unit: row.unit, maximum: (lowest / 100).toFixed(2) },
      },
    ];
  });
}
