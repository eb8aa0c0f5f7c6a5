/** What one column of numbers gives away by itself. */

/** Distinct values in some rows, in order of appearance; no more than `most` are looked for. */
export function distinctValues(values: Float64Array, rows: readonly number[], most: number): number[] {
  const seen = new Set<number>();
  for (const row of rows) {
    seen.add(values[row]!);
    if (seen.size >= most) break;
  }
  return [...seen];
}

/** Whether all values are alike, so that their mean is everybody's value. */
export function uniform(values: Float64Array, rows: readonly number[]): boolean {
  return distinctValues(values, rows, 2).length < 2;
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
