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
  const readers: ((row: number) => number)[] = [];
  const columns: DesignColumn[] = [];
  for (const covariate of design) {
    if (covariate.kind === 'number') {
      columns.push({ column: covariate.column });
      readers.push((row) => covariate.values[row]!);
      continue;
    }
    const { codes, words } = covariate;
    const used = [...new Set(rows.map((row) => codes[row]!))].sort((a, b) =>
      compareCodePoints(words[a]!, words[b]!),
    );
    for (const code of used) {
      columns.push({ column: covariate.column, level: words[code]! });
      readers.push((row) => (codes[row] === code ? 1 : 0));
    }
  }
  for (const values of responses) readers.push((row) => values[row]!);

  const width = readers.length;
  const means = new Float64Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) means[j]! += readers[j]!(row);
  for (let j = 0; j < width; j++) means[j]! /= rows.length;
  correctMeans(means, rows, readers);

  const cross = new Float64Array(width * width);
  const deviation = new Float64Array(width);
  for (const row of rows) {
    for (let j = 0; j < width; j++) deviation[j] = readers[j]!(row) - means[j]!;
    for (let j = 0; j < width; j++) {
      for (let l = 0; l <= j; l++) cross[j * width + l]! += deviation[j]! * deviation[l]!;
    }
  }
  for (let j = 0; j < width; j++) for (let l = 0; l < j; l++) cross[l * width + j] = cross[j * width + l]!;
  return { member, n: rows.length, columns, means, cross };
}

/** A second round over the residuals takes the rounding of a long sum out of the mean. */
function correctMeans(
  means: Float64Array,
  rows: readonly number[],
  readers: readonly ((row: number) => number)[],
): void {
  const left = new Float64Array(means.length);
  for (const row of rows) for (let j = 0; j < means.length; j++) left[j]! += readers[j]!(row) - means[j]!;
  for (let j = 0; j < means.length; j++) means[j]! += left[j]! / rows.length;
}
