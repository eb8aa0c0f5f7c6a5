/** What one column of numbers gives away by itself. */

import { patientsIn } from './patients.ts';
import { FEWEST_IN_CELL } from './rules.ts';

/** Distinct values in some rows, in order of appearance; no more than `most` are looked for. */
export function distinctValues(values: Float64Array, rows: readonly number[], most: number): number[] {
  const seen = new Set<number>();
  for (const row of rows) {
    seen.add(values[row]!);
    if (seen.size >= most) break;
  }
  return [...seen];
}

/**
 * Whether most rows are at one end of a column and only 1-9 patients are not: what the sum is above or below
 * that end is theirs, and the sum of squares tells how many they are.
 */
export function fewOffEnd(patients: Int32Array, rows: readonly number[], values: Float64Array): boolean {
  return endsOf(values, rows).some((end) => {
    const off = rows.filter((row) => values[row] !== end);
    return off.length > 0 && off.length <= rows.length / 2 && patientsIn(patients, off) < FEWEST_IN_CELL;
  });
}

/** Lowest and highest value in some rows. */
export function endsOf(values: Float64Array, rows: readonly number[]): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    low = Math.min(low, values[row]!);
    high = Math.max(high, values[row]!);
  }
  return [low, high];
}

/** Share of the sum of `amount` (0 or more) that the two patients with most of it have; 0 where the sum is 0. */
export function topTwoShare(
  patients: Int32Array,
  rows: readonly number[],
  amount: (row: number) => number,
): number {
  const totals = new Map<number, number>();
  let sum = 0;
  for (const row of rows) {
    const value = amount(row);
    totals.set(patients[row]!, (totals.get(patients[row]!) ?? 0) + value);
    sum += value;
  }
  let [first, second] = [0, 0];
  for (const total of totals.values()) {
    if (total > first) [first, second] = [total, first];
    else if (total > second) second = total;
  }
  return sum > 0 ? (first + second) / sum : 0;
}
