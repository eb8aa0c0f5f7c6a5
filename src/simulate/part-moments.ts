/**
 * Moments of the figures of one part of the care, a group or a cluster: their sums, their products
 * over patients and within ratings, and both with the figures of the whole. Matrices are row-major.
 */

import type { PricedColumns } from './pair-products.ts';
import type { PreparedSimulation } from './prepared.ts';
import type { Statistics } from './statistics.ts';
import { groupSum } from './uncertainty-parts.ts';

export interface PartMoments {
  readonly sums: Float64Array;
  /** Over patients: the part's figures with each other, and with those of the whole. */
  readonly squares: Float64Array;
  readonly squaresWithWhole: Float64Array;
  /** The same when clusters are drawn within ratings. */
  readonly typing: Float64Array;
  readonly typingWithWhole: Float64Array;
}

export function groupMoments(
  prepared: PreparedSimulation,
  { columns, priced }: Statistics,
  grouping: number,
  group: number,
): PartMoments {
  const products = prepared.sums.groups[grouping]![group]!;
  const squares = products.patients.forms(priced);
  const typing = products.typing.forms(priced);
  return {
    sums: Float64Array.from(columns, (column) => groupSum(prepared, grouping, group, column)),
    squares,
    squaresWithWhole: added(squares, products.patientsWithRest.forms(priced)),
    typing,
    typingWithWhole: added(typing, products.typingWithRest.forms(priced)),
  };
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value + b[at]!);
}

/** Of every cluster, in the order of the typing columns. */
export function clusterMoments(prepared: PreparedSimulation, priced: PricedColumns): PartMoments[] {
  const { clusters, coordinates, sums, clusterCurrent, currentByCluster } = prepared;
  const { size, price, columnOf } = priced;
  const cluster = clusterOfCoordinate(prepared);
  const over = sums.overPatients.partForms(priced, cluster, clusters.length);
  const within = sums.typing.partForms(priced, cluster, clusters.length);
  const moments = clusters.map(
    (_, k): PartMoments => ({
      sums: new Float64Array(size),
      squares: over.own[k]!,
      squaresWithWhole: over.withWhole[k]!,
      typing: within.own[k]!,
      typingWithWhole: within.withWhole[k]!,
    }),
  );
  for (let j = 0; j < coordinates; j++) {
    const k = cluster[j]!;
    if (k >= 0 && columnOf[j]! >= 0) moments[k]!.sums[columnOf[j]!]! += price[j]! * sums.quantities[j]!;
  }
  const column = columnOf[coordinates - 1]!;
  if (clusterCurrent === undefined || column < 0) return moments;
  const cents = price[coordinates - 1]!;
  for (const [k, part] of moments.entries()) {
    part.sums[column]! += cents * currentByCluster[k]!;
    for (const [products, own, withWhole] of [
      [clusterCurrent.overPatients, part.squares, part.squaresWithWhole],
      [clusterCurrent.typing, part.typing, part.typingWithWhole],
    ] as const) {
      own[column * size + column]! += cents * cents * products.squares[k]!;
      for (let j = 0; j < coordinates; j++) {
        const b = columnOf[j]!;
        if (b < 0) continue;
        const product = cents * price[j]! * products.withCoordinates[k * coordinates + j]!;
        withWhole[column * size + b]! += product;
        if (cluster[j] !== k) continue;
        own[column * size + b]! += product;
        own[b * size + column]! += product;
      }
    }
  }
  return moments;
}

/** -1 = of no cluster: measures of contracts, and current revenue. */
export function clusterOfCoordinate({
  side,
  baselineSide,
  coordinates,
}: Pick<PreparedSimulation, 'side' | 'baselineSide' | 'coordinates'>): Int16Array {
  const cluster = new Int16Array(coordinates).fill(-1);
  for (const each of [side, baselineSide]) {
    for (const [id, cell] of each?.frame.cells.entries() ?? []) cluster[each!.offset + id] = cell.cluster;
  }
  return cluster;
}
