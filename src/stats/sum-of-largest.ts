/** The sum of the largest few of many numbers, without sorting them all. */

import { partitionAt } from './partition.ts';

/**
 * Sum of the `count` largest values, added from small to large. Selection by partition (Hoare 1961,
 * "Algorithm 65: Find") takes time in proportion to the number of values; only the largest are sorted.
 * `values` stays as it is. A count above their number takes all.
 *
 * @example sumOfLargest(Float64Array.of(3, 9, 1, 7), 2) // 16
 */
export function sumOfLargest(values: Float64Array, count: number): number {
  const from = Math.max(0, values.length - count);
  const work = values.slice();
  if (from > 0) partitionAt(work, from);
  let sum = 0;
  for (const value of work.subarray(from).sort()) sum += value;
  return sum;
}
