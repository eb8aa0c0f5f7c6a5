/** Minimum of a unimodal function on an interval. */

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Golden-section search (Kiefer 1953); gives the place of the minimum to about `tolerance`,
 * never better than the square root of the machine's precision.
 */
export function minimumBetween(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number {
  let [a, b] = [low, high];
  let [c, d] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  while (b - a > tolerance) {
    if (fc <= fd) {
      [b, d, fd] = [d, c, fc];
      c = b - GOLDEN * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + GOLDEN * (b - a);
      fd = f(d);
    }
  }
  return (a + b) / 2;
}
