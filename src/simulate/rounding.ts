/** Cents: totals rounded half away from zero, breakdowns by largest remainder so that they add up. */

/** Sums of many amounts carry noise far below a cent; half a cent must still round away from zero. */
const NOISE = 1e-6;

export function roundCents(cents: number): number {
  const rounded = Math.sign(cents) * Math.floor(Math.abs(cents) + 0.5 + NOISE);
  return rounded === 0 ? 0 : rounded;
}

/**
 * Whole cents that add up to `total`: each value rounded down, the cents left over to the largest
 * fractions, the earlier of equals first.
 */
export function largestRemainder(values: ArrayLike<number>, total: number): number[] {
  const exact = Array.from(values);
  const result = exact.map((value) => Math.floor(value + NOISE));
  let left = total - result.reduce((sum, value) => sum + value, 0);
  const order = [...exact.keys()].sort((a, b) => exact[b]! - result[b]! - (exact[a]! - result[a]!) || a - b);
  const step = Math.sign(left);
  // Noise can leave a cent to take back; it comes from the smallest fraction.
  if (step < 0) order.reverse();
  for (let i = 0; left !== 0 && order.length > 0; i = (i + 1) % order.length) {
    result[order[i]!]! += step;
    left -= step;
  }
  return result.map((value) => (value === 0 ? 0 : value));
}
