/** Distributions of counts, by their known ties to the chi-squared and F distributions. */

import { lazyLibrary } from '../lazy-library.ts';

const chiSquareCdf = lazyLibrary<typeof import('@stdlib/stats-base-dists-chisquare-cdf')>(
  '@stdlib/stats-base-dists-chisquare-cdf',
);
const fCdf = lazyLibrary<typeof import('@stdlib/stats-base-dists-f-cdf')>('@stdlib/stats-base-dists-f-cdf');

/** P(X <= count) as a function of the count; 0 below 0. */
export type CountCdf = (count: number) => number;

/** X ~ Poisson(expected): P(X <= k) = P(chi² with 2(k + 1) df > 2 expected), as R's ppois. */
export function poissonCdf(expected: number): CountCdf {
  return (count) => (count < 0 ? 0 : 1 - chiSquareCdf()(2 * expected, 2 * (count + 1)));
}

/** X ~ Binomial(n, p), 0 < p < 1: through the incomplete beta function as an F probability, as R's pbinom. */
export function binomialCdf(n: number, p: number): CountCdf {
  return (count) => {
    if (count < 0) return 0;
    if (count >= n) return 1;
    const [a, b] = [count + 1, n - count];
    return 1 - fCdf()((b * p) / (a * (1 - p)), 2 * a, 2 * b);
  };
}

/** Least count with P(X <= count) >= probability, as R's qpois and qbinom. */
export function countQuantile(cdf: CountCdf, probability: number): number {
  let high = 1;
  while (cdf(high) < probability) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cdf(middle) >= probability) high = middle;
    else low = middle;
  }
  return high;
}
