/** Selection: part of an array in order, without sorting all of it. */

/** From so many values on, a sample says where to cut. */
const SAMPLED_FROM = 600;

/**
 * Reorders so that nothing before `place` is larger than anything from it on: what stands at `place`
 * is what a sort would put there. Time in proportion to the number of values (Hoare 1961, "Algorithm
 * 65: Find"); a sample around the place is put in order first, so that the cut falls close to it and
 * the second look is at few values (Floyd and Rivest 1975, "Algorithm 489: SELECT").
 * @param from the first value that takes part; nothing before it may be larger than what follows
 * @param to the last one
 */
export function partitionAt(values: Float64Array, place: number, from = 0, to = values.length - 1): void {
  let low = from;
  let high = to;
  while (low < high) {
    const pivot = pivotFor(values, place, low, high);
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

function pivotFor(values: Float64Array, place: number, low: number, high: number): number {
  const n = high - low + 1;
  if (n < SAMPLED_FROM) return middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
  const logarithm = Math.log(n);
  const sample = 0.5 * Math.exp((2 * logarithm) / 3);
  const share = (place - low + 1) / n;
  const slack = 0.5 * Math.sqrt((logarithm * sample * (n - sample)) / n) * Math.sign(share - 0.5);
  const first = Math.max(low, Math.floor(place - share * sample + slack));
  const last = Math.min(high, Math.floor(place + (1 - share) * sample + slack));
  partitionAt(values, place, first, last);
  return values[place]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
