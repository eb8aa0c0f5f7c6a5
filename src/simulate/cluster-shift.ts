/**
 * Episodes that are supposed to be of another cluster: borderline ones typed one cluster heavier, and
 * a yearly shift of the mix. Both move probability from cluster to cluster; nothing is lost.
 */

import type { MixShift, ResolvedScenario, Retyping } from '../model/scenario.ts';
import { clusterMatcher, clusterNumber } from './cluster-matcher.ts';
import type { TypingColumns } from './input.ts';
import { WEIGHT_ORDERS } from './weight-order.ts';

export interface ClusterShift {
  readonly retype: Retyping | undefined;
  readonly moves: readonly MixShift[];
  readonly times: number;
}

/** What a scenario shifts; undefined = nothing. */
export function shiftOf({ behaviour, moved }: ResolvedScenario): ClusterShift | undefined {
  const retype = behaviour?.retype;
  if (retype === undefined && moved === undefined) return undefined;
  return { retype, moves: moved?.moves ?? [], times: moved?.times ?? 0 };
}

export function sameShift(a: ClusterShift | undefined, b: ClusterShift | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The next heavier cluster of each cluster within its weight order, -1 = none.
 * @param clusters codes; matched by their number
 */
export function heavierClusters(clusters: readonly string[]): Int16Array {
  const at = new Map(clusters.map((code, index) => [clusterNumber(code) ?? -1, index]));
  return Int16Array.from(clusters, (code) => {
    const number = clusterNumber(code) ?? -1;
    const order = WEIGHT_ORDERS.find((numbers) => numbers.includes(number));
    const next = order?.[order.indexOf(number) + 1];
    return next === undefined ? -1 : (at.get(next) ?? -1);
  });
}

/**
 * The paid cluster's heavier neighbour where the episode is borderline, else -1.
 * @param paid the cluster given, or the most probable one
 */
export function borderlineTo(
  { probabilities, clusters }: TypingColumns,
  row: number,
  paid: number,
  heavier: Int16Array,
  { margin }: Retyping,
): number {
  const up = heavier[paid]!;
  if (up < 0 || probabilities === undefined) return -1;
  const of = (k: number): number => probabilities[row * clusters.length + k]!;
  if (!(of(up) > 0) || of(up) < of(paid) - margin) return -1;
  const least = Math.min(of(paid), of(up));
  for (let k = 0; k < clusters.length; k++) {
    if (k !== paid && k !== up && of(k) > least) return -1;
  }
  return up;
}

/** Where the episodes of each cluster are after `times` shifts: row-stochastic, row-major. */
export function shiftMatrix(clusters: readonly string[], { moves, times }: ClusterShift): Float64Array {
  const size = clusters.length;
  const match = clusterMatcher(clusters);
  const once = identity(size);
  for (const { from, to, share } of moves) {
    const [a, b] = [match(from), match(to)];
    if (a < 0 || b < 0) continue;
    once[a * size + a]! -= share;
    once[a * size + b]! += share;
  }
  let matrix = identity(size);
  for (let time = 0; time < times; time++) matrix = product(matrix, once, size);
  return matrix;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) matrix[k * size + k] = 1;
  return matrix;
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      for (let j = 0; j < size; j++) result[i * size + j]! += a[i * size + k]! * b[k * size + j]!;
    }
  }
  return result;
}
