/** What both ways to an interval share: the shape of the answer, and moments from the sums. */

import type { IntervalTarget } from '../model/simulation.ts';
import type { PreparedSimulation } from './prepared.ts';

export interface Limits {
  readonly low: number;
  readonly high: number;
}

export interface Uncertainty {
  readonly total: Limits;
  readonly sd: { readonly typing: number; readonly sampling: number; readonly total: number };
  /** Limits of a group, by positions of grouping and group. */
  readonly ofGroup: (grouping: number, group: number) => Limits;
  /** Limits of a cluster, by its position in the typing columns. */
  readonly ofCluster: (cluster: number) => Limits;
  /** Code of the sentence why limits cannot be given; absent = they can. */
  readonly missing?: 'sums-withheld' | 'sums-no-third-order';
}

/** What each target counts: variance = typing + weight x sampling. */
export const SAMPLING_WEIGHT: Readonly<Record<IntervalTarget, number>> = {
  'these-patients': 0,
  population: 1,
  'next-year': 2,
};

/** Sampling covariance of totals over n patients from raw sums: n/(n-1) (sum yy' - (sum y)(sum y)'/n). */
export function centred(products: number, sumA: number, sumB: number, patients: number): number {
  return (patients / (patients - 1)) * (products - (sumA * sumB) / patients);
}

/** Expected payment of a group under the prices. */
export function groupSum(
  { sums, coordinates }: PreparedSimulation,
  grouping: number,
  group: number,
  prices: Float64Array,
): number {
  const quantities = sums.byGroup[grouping]!;
  let sum = 0;
  for (let j = 0; j < coordinates; j++) sum += quantities[group * coordinates + j]! * prices[j]!;
  return sum;
}
