/** Selection: part of an array in order, without sorting all of it. */

/**
 * Reorders so that nothing before `place` is larger than anything from it on: what stands at `place`
 * is what a sort would put there. Time in proportion to the number of values (Hoare 1961,
 * "Algorithm 65: Find").
 * @param from the first value that takes part; nothing before it may be larger than what follows
 */
export function partitionAt(values: Float64Array, place: number, from = 0): void {
  let low = from;
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
