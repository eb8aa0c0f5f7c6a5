/**
 * Moments of price vectors over patients and ratings, per group: one pass over the compact rows.
 * Totals have their moments from the sums; what a group shares with the total, and skewness, need
 * the patients one by one.
 */

import type { Grouping } from './groups.ts';
import type { PreparedSimulation } from './prepared.ts';

/** Raw sums over patients of a group's figures y and the total's t (size x size, row-major). */
export interface GroupMoments {
  readonly sum: Float64Array;
  /** Sum of y y'. */
  readonly own: Float64Array;
  /** Sum of y t'. */
  readonly withTotal: Float64Array;
  /** Sum of the first figure cubed. */
  cubes: number;
  /** Covariance from drawing clusters: of y, and of y with t. */
  readonly typingOwn: Float64Array;
  readonly typingWithTotal: Float64Array;
}

export interface RowFigures {
  readonly size: number;
  /** Expected figures per row: rows x size. */
  readonly values: Float64Array;
}

/** Expected figures of every compact row under the price vectors. */
export function rowFigures(prepared: PreparedSimulation, columns: readonly Float64Array[]): RowFigures {
  const size = columns.length;
  const { rowStart, cell, quantity, probability } = prepared.rows;
  const values = new Float64Array((rowStart.length - 1) * size);
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const expected = probability[at]! * quantity[at]!;
      for (let m = 0; m < size; m++) values[row * size + m]! += expected * columns[m]![cell[at]!]!;
    }
  }
  return { size, values };
}

/** Sum of cubed deviations over patients divided by the squared ones to the power 1.5: skewness of a total. */
export function skewnessOfTotal(figures: RowFigures, patientStart: Int32Array): number {
  const { size, values } = figures;
  const patients = patientStart.length - 1;
  const perPatient = new Float64Array(patients);
  let sum = 0;
  for (let patient = 0; patient < patients; patient++) {
    for (let row = patientStart[patient]!; row < patientStart[patient + 1]!; row++) {
      perPatient[patient]! += values[row * size]!;
    }
    sum += perPatient[patient]!;
  }
  const mean = sum / patients;
  let squares = 0;
  let cubes = 0;
  for (const value of perPatient) {
    const d = value - mean;
    squares += d * d;
    cubes += d * d * d;
  }
  return squares > 0 ? cubes / squares ** 1.5 : 0;
}

export function groupMoments(
  prepared: PreparedSimulation,
  grouping: Grouping,
  figures: RowFigures,
  columns: readonly Float64Array[],
): GroupMoments[] {
  const { size } = figures;
  const square = size * size;
  const moments = grouping.values.map(
    (): GroupMoments => ({
      sum: new Float64Array(size),
      own: new Float64Array(square),
      withTotal: new Float64Array(square),
      cubes: 0,
      typingOwn: new Float64Array(square),
      typingWithTotal: new Float64Array(square),
    }),
  );
  eachSpan(prepared.participants.patientStart, grouping.ofPosition, (rows, groups) => {
    const total = new Float64Array(size);
    for (const row of rows) for (let m = 0; m < size; m++) total[m]! += figures.values[row * size + m]!;
    for (const group of groups) {
      const own = new Float64Array(size);
      for (const row of rows) {
        if (grouping.ofPosition[row] !== group) continue;
        for (let m = 0; m < size; m++) own[m]! += figures.values[row * size + m]!;
      }
      const to = moments[group]!;
      to.cubes += own[0]! ** 3;
      for (let a = 0; a < size; a++) {
        to.sum[a]! += own[a]!;
        for (let b = 0; b < size; b++) {
          to.own[a * size + b]! += own[a]! * own[b]!;
          to.withTotal[a * size + b]! += own[a]! * total[b]!;
        }
      }
    }
  });
  addTyping(prepared, grouping, columns, moments);
  return moments;
}

/** Covariance within each rating: E[v v'] - E[v] E[v]' over its clusters. */
function addTyping(
  prepared: PreparedSimulation,
  grouping: Grouping,
  columns: readonly Float64Array[],
  moments: readonly GroupMoments[],
): void {
  const drawn = [prepared.side, prepared.baselineSide].filter((side) => side?.drawn === true);
  if (drawn.length === 0) return;
  const clusterOf = new Int16Array(prepared.coordinates).fill(-1);
  for (const side of drawn) {
    for (const [id, cell] of side!.frame.cells.entries()) clusterOf[side!.offset + id] = cell.cluster;
  }
  const size = columns.length;
  const { rowStart, cell, quantity, probability } = prepared.rows;
  eachSpan(prepared.participants.unitStart, grouping.ofPosition, (rows, groups) => {
    const chance = new Map<number, number>();
    const byCluster = new Map<number, Map<number, Float64Array>>(groups.map((group) => [group, new Map()]));
    for (const row of rows) {
      const own = byCluster.get(grouping.ofPosition[row]!)!;
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const cluster = clusterOf[cell[at]!]!;
        if (cluster < 0) continue;
        chance.set(cluster, probability[at]!);
        let figures = own.get(cluster);
        if (figures === undefined) {
          figures = new Float64Array(size);
          own.set(cluster, figures);
        }
        for (let m = 0; m < size; m++) figures[m]! += quantity[at]! * columns[m]![cell[at]!]!;
      }
    }
    const total = new Map<number, Float64Array>();
    for (const own of byCluster.values()) {
      for (const [cluster, figures] of own) {
        const sum = total.get(cluster) ?? new Float64Array(size);
        for (let m = 0; m < size; m++) sum[m]! += figures[m]!;
        total.set(cluster, sum);
      }
    }
    for (const [group, own] of byCluster) {
      addCovariance(moments[group]!.typingOwn, own, own, chance, size);
      addCovariance(moments[group]!.typingWithTotal, own, total, chance, size);
    }
  });
}

function addCovariance(
  to: Float64Array,
  left: ReadonlyMap<number, Float64Array>,
  right: ReadonlyMap<number, Float64Array>,
  chance: ReadonlyMap<number, number>,
  size: number,
): void {
  const meanLeft = new Float64Array(size);
  const meanRight = new Float64Array(size);
  for (const [cluster, p] of chance) {
    const a = left.get(cluster);
    const b = right.get(cluster);
    for (let m = 0; m < size; m++) {
      if (a !== undefined) meanLeft[m]! += p * a[m]!;
      if (b !== undefined) meanRight[m]! += p * b[m]!;
      if (a === undefined || b === undefined) continue;
      for (let n = 0; n < size; n++) to[m * size + n]! += p * a[m]! * b[n]!;
    }
  }
  for (let m = 0; m < size; m++) {
    for (let n = 0; n < size; n++) to[m * size + n]! -= meanLeft[m]! * meanRight[n]!;
  }
}

function eachSpan(
  starts: Int32Array,
  groupOf: Int32Array,
  visit: (rows: readonly number[], groups: readonly number[]) => void,
): void {
  for (let span = 0; span + 1 < starts.length; span++) {
    const rows: number[] = [];
    for (let row = starts[span]!; row < starts[span + 1]!; row++) rows.push(row);
    visit(rows, [...new Set(rows.map((row) => groupOf[row]!))]);
  }
}
