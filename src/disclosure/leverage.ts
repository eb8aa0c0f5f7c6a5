/** How much one patient weighs in the sums of squares of the design. */

import { covariancePseudoInverse } from '../stats/pseudo-inverse.ts';
import { rowsByCode } from './cells.ts';
import type { GateInput } from './gate-input.ts';

/**
 * Leverage x'(X'X)^-1 x per patient, summed over the patient's rows: at least the largest share that the
 * patient has in c'X'Xc for any c. X = intercept, numbers, levels less one.
 */
export function leverageOfPatients(
  { patients, categories, numbers }: GateInput,
  rows: readonly number[],
): Map<number, number> {
  const readers: ((row: number) => number)[] = numbers.map(
    ({ values }) =>
      (row) =>
        values[row]!,
  );
  for (const { codes } of categories) {
    for (const code of [...rowsByCode(codes, rows).keys()].slice(1)) {
      readers.push((row) => (codes[row] === code ? 1 : 0));
    }
  }
  const width = readers.length;
  const means = readers.map((read) => rows.reduce((sum, row) => sum + read(row), 0) / rows.length);
  const deviation = (row: number) => readers.map((read, j) => read(row) - means[j]!);
  const cross = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  for (const row of rows) {
    const d = deviation(row);
    for (let j = 0; j < width; j++) for (let l = 0; l < width; l++) cross[j]![l]! += d[j]! * d[l]!;
  }
  const inverse = covariancePseudoInverse(cross);
  const leverage = new Map<number, number>();
  for (const row of rows) {
    const d = deviation(row);
    let own = 1 / rows.length;
    for (let j = 0; j < width; j++) for (let l = 0; l < width; l++) own += d[j]! * inverse[j]![l]! * d[l]!;
    leverage.set(patients[row]!, (leverage.get(patients[row]!) ?? 0) + own);
  }
  return leverage;
}
