/** How much one patient weighs in the sums of squares of the design. */

import { designDeviations } from './centred.ts';
import type { GateInput } from './gate-input.ts';

/**
 * Leverage x'(X'X)^-1 x per patient, summed over the patient's rows: at least the largest share that the
 * patient has in c'X'Xc for any c. X = intercept, numbers, levels less one.
 * @param inverse of the centred products of the design
 */
export function leverageOfPatients(
  input: GateInput,
  rows: readonly number[],
  inverse: readonly (readonly number[])[],
): Map<number, number> {
  const { patients } = input;
  const columns = designDeviations(input, rows);
  const width = columns.length;
  const leverage = new Map<number, number>();
  for (const row of rows) {
    const d = columns.map((column) => column(row));
    let own = 1 / rows.length;
    for (let j = 0; j < width; j++) for (let l = 0; l < width; l++) own += d[j]! * inverse[j]![l]! * d[l]!;
    leverage.set(patients[row]!, (leverage.get(patients[row]!) ?? 0) + own);
  }
  return leverage;
}
