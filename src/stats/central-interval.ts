/** The middle of many draws: the limits between which a given share of them lies. */

import { normalQuantile } from './normal-quantile.ts';
import { partitionAt } from './partition.ts';

/**
 * Equal-tailed limits: quantiles (1 - level)/2 and (1 + level)/2, linear between order statistics
 * (type 7 of R's quantile). Selects instead of sorting, and may reorder `values`. NaN for no values.
 *
 * @param level 0-1
 * @example centralInterval(Float64Array.of(4, 1, 3, 2, 5), 0.5) // { low: 2, high: 4 }
 */
export function centralInterval(
  values: Float64Array,
  level: number,
): { readonly low: number; readonly high: number } {
  const positions = [(1 - level) / 2, (1 + level) / 2].map((share) => share * (values.length - 1));
  const [low, high] = positions as [number, number];
  const tails = tailsOf(values, low, high);
  if (tails) {
    const before = values.length - tails.high.length;
    return { low: quantile(tails.low, low), high: quantile(tails.high, high - before) };
  }
  return { low: quantile(values, low), high: quantile(values, high, Math.floor(low)) };
}

/** From so many values on, few of them are worth ordering. */
const TAILS_FROM = 500;
/** How much further in than a normal quantile, in standard deviations, a tail begins. */
const SLACK = 0.5;

/**
 * The values outside two cuts that lie inside the limits wanted: about a tenth of draws that are near
 * normal. undefined where too few lie there to hold the limits.
 */
function tailsOf(
  values: Float64Array,
  low: number,
  high: number,
): { low: Float64Array; high: Float64Array } | undefined {
  const count = values.length;
  if (count < TAILS_FROM) return undefined;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < count; at++) {
    const value = values[at]! - values[0]!;
    sum += value;
    squares += value * value;
  }
  const reach = normalQuantile(high / (count - 1)) - SLACK;
  if (reach < 0) return undefined;
  const mean = sum / count;
  const sd = Math.sqrt(Math.max(0, squares / count - mean * mean));
  const lowCut = values[0]! + mean - reach * sd;
  const highCut = values[0]! + mean + reach * sd;
  // The low ones from the front, the high ones from the back: no value is both.
  const tails = new Float64Array(count);
  let lows = 0;
  let highs = count;
  for (let at = 0; at < count; at++) {
    const value = values[at]!;
    if (value < lowCut) tails[lows++] = value;
    else if (value > highCut) tails[--highs] = value;
  }
  if (lows < low + 2 || highs > high - 1) return undefined;
  return { low: tails.subarray(0, lows), high: tails.subarray(highs) };
}

/** @param settled values before this place are in front already, and none of them is asked for */
function quantile(values: Float64Array, position: number, settled = 0): number {
  if (values.length === 0) return Number.NaN;
  const below = Math.floor(position);
  partitionAt(values, below, settled);
  const first = values[below]!;
  let second = Number.POSITIVE_INFINITY;
  for (let at = below + 1; at < values.length; at++) if (values[at]! < second) second = values[at]!;
  return below + 1 < values.length ? first + (position - below) * (second - first) : first;
}
