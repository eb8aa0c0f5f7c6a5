/** What makes the sums of a whole model unsafe: no merging of levels can mend these. */

import type { GateReason } from '../model/disclosure.ts';
import { rowsByCode } from './cells.ts';
import type { GateInput, GateTable } from './gate-input.ts';
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
export function columnFault(input: GateInput, table: GateTable): TableFault | undefined {
  const { look, numbers } = input;
  const place = { input, table };
  const columns = [...numbers, ...table.responses];
  for (const each of columns) {
    const { column } = each;
    const distinct = look.distinct(place, each, SOLVABLE_VALUES + 1);
    if (distinct < 2) return { reason: 'constant-column', column };
    if (distinct > SOLVABLE_VALUES) {
      if (look.fewOffEnd(place, each)) return { reason: 'dominance', column };
    } else if (look.fewestPerValue(place, each) < FEWEST_IN_CELL) return { reason: 'few-values', column };
  }
  for (const each of table.responses) {
    const dominated = (['size', 'square', 'spread'] as const).some(
      (amount) => look.topTwo(place, each, amount) > LARGEST_TOP_TWO,
    );
    if (dominated) return { reason: 'dominance', column: each.column };
  }
  for (const [at, one] of columns.entries()) {
    if (columns.slice(at + 1).some((other) => look.sparsePair(place, one, other))) {
      return { reason: 'dominance', column: one.column };
    }
  }
  return undefined;
}
