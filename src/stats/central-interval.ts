/** The middle of many draws: the limits between which a given share of them lies. */

import { partitionAt } from './partition.ts';

/**
 * Equal-tailed limits: quantiles (1 - level)/2 and (1 + level)/2, linear between order statistics
 * (type 7 of R's quantile). Selects instead of sorting, and so reorders `values`. NaN for no values.
 *
 * @param level 0-1
 * @example centralInterval(Float64Array.of(4, 1, 3, 2, 5), 0.5) // { low: 2, high: 4 }
 */
export function centralInterval(
  values: Float64Array,
  level: number,
): { readonly low: number; readonly high: number } {
  const low = quantile(values, (1 - level) / 2, 0);
  return {
    low,
    high: quantile(values, (1 + level) / 2, Math.floor(((1 - level) / 2) * (values.length - 1))),
  };
}

/** @param settled values before this place are in front already, and none of them is asked for */
function quantile(values: Float64Array, share: number, settled: number): number {
  if (values.length === 0) return Number.NaN;
  const position = share * (values.length - 1);
  const below = Math.floor(position);
  partitionAt(values, below, Math.max(0, settled));
  const first = values[below]!;
  let second = Number.POSITIVE_INFINITY;
  for (let at = below + 1; at < values.length; at++) if (values[at]! < second) second = values[at]!;
  return below + 1 < values.length ? first + (position - below) * (second - first) : first;
}
