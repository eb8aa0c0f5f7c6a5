/** One member's rows to its sums for one model. */

import type { DesignColumn, MemberSums } from '../model/benchmark.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import type { DesignCovariate } from './design.ts';

/**
 * Means and centred cross-products over the given rows of (design columns, responses). Two passes: the means
 * first, then products of deviations, so that a column of year numbers keeps the digits its spread needs.
 * Categories bring every level that occurs, with no reference dropped.
 * @param rows all values filled
 */
export function memberSums(
  member: string,
  rows: readonly number[],
  design: readonly DesignCovariate[],
  responses: readonly Float64Array[],
): MemberSums {
  const values: Float64Array[] = [];
  const columns: DesignColumn[] = [];
  for (const covariate of design) {
    if (covariate.kind === 'number') {
      columns.push({ column: covariate.column });
      values.push(picked(covariate.values, rows));
      continue;
    }
    const { codes, words } = covariate;
    const used = [...new Set(rows.map((row) => codes[row]!))].sort((a, b) =>
      compareCodePoints(words[a]!, words[b]!),
    );
    for (const code of used) {
      columns.push({ column: covariate.column, level: words[code]! });
      values.push(indicators(codes, code, rows));
    }
  }
  for (const response of responses) values.push(picked(response, rows));

  const means = Float64Array.from(values, meanOf);
  for (const [j, column] of values.entries()) centre(column, means[j]!);
  return { member, n: rows.length, columns, means, cross: crossProducts(values) };
}

function picked(values: ArrayLike<number>, rows: readonly number[]): Float64Array {
  const own = new Float64Array(rows.length);
  for (let at = 0; at < own.length; at++) own[at] = values[rows[at]!]!;
  return own;
}

function indicators(codes: Int32Array, code: number, rows: readonly number[]): Float64Array {
  const own = new Float64Array(rows.length);
  for (let at = 0; at < own.length; at++) if (codes[rows[at]!] === code) own[at] = 1;
  return own;
}

function centre(values: Float64Array, mean: number): void {
  for (let row = 0; row < values.length; row++) values[row]! -= mean;
}

/** A second round over the residuals takes the rounding of a long sum out of the mean. */
function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += values[row]!;
  const mean = sum / values.length;
  let left = 0;
  for (let row = 0; row < values.length; row++) left += values[row]! - mean;
  return mean + left / values.length;
}

/** Rows at a time: what two columns have of them fits in the fastest memory. */
const TILE = 512;

/**
 * Every product adds its rows in their order, so the sums do not depend on the tiles. Four products a turn:
 * one waits for its own last sum only.
 */
function crossProducts(columns: readonly Float64Array[]): Float64Array {
  const width = columns.length;
  const rows = columns[0]?.length ?? 0;
  const cross = new Float64Array(width * width);
  for (let from = 0; from < rows; from += TILE) {
    const until = Math.min(rows, from + TILE);
    for (let j = 0; j < width; j++) {
      const own = columns[j]!;
      let l = 0;
      for (; l + 4 <= j + 1; l += 4) addFour(cross, j * width + l, own, columns, l, from, until);
      for (; l <= j; l++) {
        const other = columns[l]!;
        let sum = cross[j * width + l]!;
        for (let row = from; row < until; row++) sum += own[row]! * other[row]!;
        cross[j * width + l] = sum;
      }
    }
  }
  for (let j = 0; j < width; j++) for (let l = 0; l < j; l++) cross[l * width + j] = cross[j * width + l]!;
  return cross;
}

function addFour(
  cross: Float64Array,
  at: number,
  own: Float64Array,
  columns: readonly Float64Array[],
  first: number,
  from: number,
  until: number,
): void {
  const [a, b, c, d] = [columns[first]!, columns[first + 1]!, columns[first + 2]!, columns[first + 3]!];
  let sumA = cross[at]!;
  let sumB = cross[at + 1]!;
  let sumC = cross[at + 2]!;
  let sumD = cross[at + 3]!;
  for (let row = from; row < until; row++) {
    const value = own[row]!;
    sumA += value * a[row]!;
    sumB += value * b[row]!;
    sumC += value * c[row]!;
    sumD += value * d[row]!;
  }
  cross[at] = sumA;
  cross[at + 1] = sumB;
  cross[at + 2] = sumC;
  cross[at + 3] = sumD;
}
