/**
 * Moments of price vectors over patients and ratings, per group: one pass over the compact rows.
 * Totals have their moments from the sums; what a group shares with the total, and skewness, need
 * the patients one by one.
 */

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

/** Moments of every grouping's groups: the rows are passed once for all of them. */
export function groupMoments(
  prepared: PreparedSimulation,
  figures: RowFigures,
  columns: readonly Float64Array[],
): GroupMoments[][] {
  const { groupings } = prepared;
  const { size } = figures;
  const square = size * size;
  const moments = groupings.map(({ values }) =>
    values.map(
      (): GroupMoments => ({
        sum: new Float64Array(size),
        own: new Float64Array(square),
        withTotal: new Float64Array(square),
        cubes: 0,
        typingOwn: new Float64Array(square),
        typingWithTotal: new Float64Array(square),
      }),
    ),
  );
  const total = new Float64Array(size);
  const own = new Float64Array(size);
  eachSpan(prepared.participants.patientStart, (first, last) => {
    total.fill(0);
    addRows(total, figures, first, last);
    for (const [g, { ofPosition }] of groupings.entries()) {
      eachGroup(ofPosition, first, last, (group) => {
        own.fill(0);
        for (let row = first; row < last; row++) {
          if (ofPosition[row] === group) addRows(own, figures, row, row + 1);
        }
        addPatient(moments[g]![group]!, own, total);
      });
    }
  });
  addTyping(prepared, columns, moments);
  return moments;
}

function addRows(to: Float64Array, { size, values }: RowFigures, first: number, last: number): void {
  for (let at = first * size; at < last * size; at += size) {
    for (let m = 0; m < size; m++) to[m]! += values[at + m]!;
  }
}

function addPatient(to: GroupMoments, own: Float64Array, total: Float64Array): void {
  const size = own.length;
  to.cubes += own[0]! ** 3;
  for (let a = 0; a < size; a++) {
    const value = own[a]!;
    if (value === 0) continue;
    to.sum[a]! += value;
    for (let b = 0; b < size; b++) {
      to.own[a * size + b]! += value * own[b]!;
      to.withTotal[a * size + b]! += value * total[b]!;
    }
  }
}

/** Covariance within each rating: E[v v'] - E[v] E[v]' over its clusters. */
function addTyping(
  prepared: PreparedSimulation,
  columns: readonly Float64Array[],
  moments: readonly (readonly GroupMoments[])[],
): void {
  const drawn = [prepared.side, prepared.baselineSide].filter((side) => side?.drawn === true);
  if (drawn.length === 0) return;
  const clusterOf = new Int16Array(prepared.coordinates).fill(-1);
  for (const side of drawn) {
    for (const [id, cell] of side!.frame.cells.entries()) clusterOf[side!.offset + id] = cell.cluster;
  }
  const { groupings, clusters, rows } = prepared;
  const total = new DrawnFigures(clusters.length, columns.length);
  const own = new DrawnFigures(clusters.length, columns.length);
  eachSpan(prepared.participants.unitStart, (first, last) => {
    total.read(rows, clusterOf, columns, first, last);
    // Nearly every rating is one row: its group has all of it.
    const whole = last - first === 1 ? total.covariance(total) : undefined;
    for (const [g, { ofPosition }] of groupings.entries()) {
      eachGroup(ofPosition, first, last, (group) => {
        const to = moments[g]![group]!;
        if (whole !== undefined) {
          add(to.typingOwn, whole);
          add(to.typingWithTotal, whole);
          return;
        }
        own.read(rows, clusterOf, columns, first, last, (row) => ofPosition[row] === group);
        add(to.typingOwn, own.covariance(own));
        add(to.typingWithTotal, own.covariance(total));
      });
    }
  });
}

function add(to: Float64Array, values: Float64Array): void {
  for (let at = 0; at < to.length; at++) to[at]! += values[at]!;
}

/** Figures per cluster of one rating, were it of that cluster, and each cluster's probability. */
class DrawnFigures {
  readonly #size: number;
  readonly #figures: Float64Array;
  readonly #chance: Float64Array;
  readonly #result: Float64Array;
  #touched: number[] = [];

  constructor(clusters: number, size: number) {
    this.#size = size;
    this.#figures = new Float64Array(clusters * size);
    this.#chance = new Float64Array(clusters);
    this.#result = new Float64Array(size * size);
  }

  read(
    rows: PreparedSimulation['rows'],
    clusterOf: Int16Array,
    columns: readonly Float64Array[],
    first: number,
    last: number,
    wanted?: (row: number) => boolean,
  ): void {
    const size = this.#size;
    for (const cluster of this.#touched) {
      this.#chance[cluster] = 0;
      this.#figures.fill(0, cluster * size, (cluster + 1) * size);
    }
    this.#touched = [];
    for (let row = first; row < last; row++) {
      if (wanted?.(row) === false) continue;
      for (let at = rows.rowStart[row]!; at < rows.rowStart[row + 1]!; at++) {
        const id = rows.cell[at]!;
        const cluster = clusterOf[id]!;
        if (cluster < 0) continue;
        if (this.#chance[cluster] === 0) {
          this.#touched.push(cluster);
          this.#chance[cluster] = rows.probability[at]!;
        }
        for (let m = 0; m < size; m++) {
          this.#figures[cluster * size + m]! += rows.quantity[at]! * columns[m]![id]!;
        }
      }
    }
  }

  /** Covariance of these figures (rows) with another reading's of the same rating (columns). */
  covariance(other: DrawnFigures): Float64Array {
    const size = this.#size;
    const result = this.#result.fill(0);
    for (let a = 0; a < size; a++) {
      const meanA = this.#mean(a);
      for (let b = 0; b < size; b++) {
        let sum = 0;
        for (const cluster of this.#touched) {
          sum +=
            this.#chance[cluster]! * this.#figures[cluster * size + a]! * other.#figures[cluster * size + b]!;
        }
        result[a * size + b] = sum - meanA * other.#mean(b);
      }
    }
    return result;
  }

  #mean(m: number): number {
    let mean = 0;
    for (const cluster of this.#touched)
      mean += this.#chance[cluster]! * this.#figures[cluster * this.#size + m]!;
    return mean;
  }
}

function eachSpan(starts: Int32Array, visit: (first: number, last: number) => void): void {
  for (let span = 0; span + 1 < starts.length; span++) visit(starts[span]!, starts[span + 1]!);
}

/** Each group among these rows once. */
function eachGroup(groupOf: Int32Array, first: number, last: number, visit: (group: number) => void): void {
  for (let row = first; row < last; row++) {
    let seen = false;
    for (let before = first; before < row && !seen; before++) seen = groupOf[before] === groupOf[row];
    if (!seen) visit(groupOf[row]!);
  }
}
