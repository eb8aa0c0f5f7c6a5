/** Wilson's score interval of a proportion. */

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * 95 % score interval of a proportion (Wilson 1927), which stays within 0-1 and is defined for counts
 * of 0 and n. Agrees with R's `prop.test(correct = FALSE)`.
 * @param count successes, 0 … n
 * @param n trials, at least 1
 */
export function wilsonInterval(count: number, n: number): readonly [low: number, high: number] {
  const p = count / n;
  const spread = 1 + Z ** 2 / n;
  const middle = (p + Z ** 2 / (2 * n)) / spread;
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  // Exact at the ends, where rounding would leave 1e-17 beside the count of 0.
  return [count === 0 ? 0 : Math.max(0, middle - half), count === n ? 1 : Math.min(1, middle + half)];
}
