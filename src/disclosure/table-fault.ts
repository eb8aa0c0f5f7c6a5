/** What makes the sums of a whole model unsafe: no merging of levels can mend these. */

import type { GateReason } from '../model/disclosure.ts';
import { rowsByCode } from './cells.ts';
import { distinctValues, fewOffEnd, topTwoShare, uniform } from './columns.ts';
import type { GateInput, GateNumbers, GateTable } from './gate-input.ts';
import { patientsIn } from './patients.ts';
import {
  FEWEST_IN_CELL,
  FEWEST_PATIENTS,
  LARGEST_TOP_TWO,
  PATIENTS_PER_COLUMN,
  SOLVABLE_VALUES,
} from './rules.ts';

export interface TableFault {
  readonly reason: GateReason;
  readonly column?: string;
}

/** Fewer patients than any model may have, whatever its columns. */
export function tooSmall({ patients }: GateInput, { rows }: GateTable): boolean {
  return patientsIn(patients, rows) < FEWEST_PATIENTS;
}

/** Whether there are too few patients for the columns of the model, its intercept counted. */
export function tooWide({ patients, categories, numbers }: GateInput, { rows }: GateTable): boolean {
  const width = categories.reduce(
    (sum, { codes }) => sum + rowsByCode(codes, rows).size - 1,
    1 + numbers.length,
  );
  return patientsIn(patients, rows) < PATIENTS_PER_COLUMN * width;
}

/** The first column of numbers whose sums by themselves give somebody away. */
export function columnFault(
  { patients, numbers }: GateInput,
  { rows, responses }: GateTable,
): TableFault | undefined {
  for (const { column, values } of [...numbers, ...responses]) {
    if (uniform(values, rows)) return { reason: 'constant-column', column };
    const distinct = distinctValues(values, rows, SOLVABLE_VALUES + 1);
    if (distinct.length > SOLVABLE_VALUES) {
      if (fewOffEnd(patients, rows, values)) return { reason: 'dominance', column };
      continue;
    }
    for (const value of distinct) {
      const own = rows.filter((row) => values[row] === value);
      if (patientsIn(patients, own) < FEWEST_IN_CELL) return { reason: 'few-values', column };
    }
  }
  for (const { column, values } of responses) {
    const mean = rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
    const amounts: ((row: number) => number)[] = [
      (row) => Math.abs(values[row]!),
      (row) => values[row]! ** 2,
      (row) => (values[row]! - mean) ** 2,
    ];
    if (amounts.some((amount) => topTwoShare(patients, rows, amount) > LARGEST_TOP_TWO)) {
      return { reason: 'dominance', column };
    }
  }
  return sparsePair(patients, rows, [...numbers, ...responses]);
}

/**
 * Two columns that are mostly 0: their sum of products runs over the few who have both, and one of them
 * alone would be stated exactly.
 */
function sparsePair(
  patients: Int32Array,
  rows: readonly number[],
  columns: readonly GateNumbers[],
): TableFault | undefined {
  const filled = columns.flatMap(({ column, values }) => {
    const own = rows.filter((row) => values[row] !== 0);
    return own.length <= rows.length / 2 ? [{ column, values, own }] : [];
  });
  for (const [at, { column, values, own }] of filled.entries()) {
    for (const other of filled.slice(at + 1)) {
      const both = own.filter((row) => other.values[row] !== 0);
      if (both.length === 0) continue;
      const few = patientsIn(patients, both) < FEWEST_IN_CELL;
      const product = (row: number): number => Math.abs(values[row]! * other.values[row]!);
      if (few || topTwoShare(patients, both, product) > LARGEST_TOP_TWO)
        return { reason: 'dominance', column };
    }
  }
  return undefined;
}
