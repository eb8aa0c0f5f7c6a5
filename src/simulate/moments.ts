/**
 * What the sums cannot give: payment patient by patient under a price vector, for skewness and for
 * the costliest patients. One pass over the compact rows; variances never need it.
 */

import type { PreparedSimulation } from './prepared.ts';

/** Expected payment of every compact row under the prices. */
export function payPerRow({ rows }: PreparedSimulation, prices: Float64Array): Float64Array {
  const { rowStart, cell, quantity, probability } = rows;
  const values = new Float64Array(rowStart.length - 1);
  let at = rowStart[0]!;
  for (let row = 0; row < values.length; row++) {
    let sum = 0;
    for (const end = rowStart[row + 1]!; at < end; at++)
      sum += probability[at]! * quantity[at]! * prices[cell[at]!]!;
    values[row] = sum;
  }
  return values;
}

/** The same, added per patient. */
export function payPerPatient({ participants }: PreparedSimulation, perRow: Float64Array): Float64Array {
  const { patientStart } = participants;
  const values = new Float64Array(patientStart.length - 1);
  for (let patient = 0; patient < values.length; patient++) {
    let sum = 0;
    const end = patientStart[patient + 1]!;
    for (let row = patientStart[patient]!; row < end; row++) sum += perRow[row]!;
    values[patient] = sum;
  }
  return values;
}

/** Sum of cubed deviations over patients divided by the squared ones to the power 1.5: skewness of a total. */
export function skewnessOfTotal(perPatient: Float64Array): number {
  let sum = 0;
  for (const value of perPatient) sum += value;
  const mean = sum / perPatient.length;
  let squares = 0;
  let cubes = 0;
  for (const value of perPatient) {
    const d = value - mean;
    squares += d * d;
    cubes += d * d * d;
  }
  return squares > 0 ? cubes / squares ** 1.5 : 0;
}

/** Per grouping and group, the sum over patients of what the group has of a patient, cubed. */
export function groupCubes(
  { groupings, participants }: PreparedSimulation,
  perRow: Float64Array,
): Float64Array[] {
  const { patientStart } = participants;
  // Most patients have one row: its cube serves every grouping.
  const cubePerRow = perRow.map(cube);
  return groupings.map(({ values, ofPosition }) => {
    const cubes = new Float64Array(values.length);
    let last = patientStart[0]!;
    for (let patient = 1; patient < patientStart.length; patient++) {
      const first = last;
      last = patientStart[patient]!;
      if (last - first === 1) cubes[ofPosition[first]!]! += cubePerRow[first]!;
      else addSplit(cubes, ofPosition, perRow, first, last);
    }
    return cubes;
  });
}

/** A patient of several rows, which may fall in several groups. */
function addSplit(
  cubes: Float64Array,
  ofPosition: Int32Array,
  perRow: Float64Array,
  first: number,
  last: number,
): void {
  for (let row = first; row < last; row++) {
    const group = ofPosition[row]!;
    let seen = false;
    for (let before = first; before < row && !seen; before++) seen = ofPosition[before] === group;
    if (seen) continue;
    let sum = 0;
    for (let at = row; at < last; at++) if (ofPosition[at] === group) sum += perRow[at]!;
    cubes[group]! += cube(sum);
  }
}

/** Not ** 3: a power of any exponent takes ten times as long. */
function cube(value: number): number {
  return value * value * value;
}
