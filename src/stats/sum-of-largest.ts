/** The sum of the largest few of many numbers, without sorting them all. */

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

/** Reorders so that nothing before `place` is larger than anything from it on. */
function partitionAt(values: Float64Array, place: number): void {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const kept = values[left]!;
      values[left] = values[right]!;
      values[right] = kept;
      left++;
      right--;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
