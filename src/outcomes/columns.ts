/** Columns as plain numbers; one that is not in the file reads as blanks. */

import type { CaseTable } from '../model/case-table.ts';
import { dayColumn, numberColumn } from '../table/column-access.ts';
import { BLANK_DAY } from '../table/day.ts';

/** NaN = blank. */
export function numbersOrBlank(table: CaseTable, name: string): Float64Array {
  return numberColumn(table, name)?.values ?? new Float64Array(table.n).fill(Number.NaN);
}

/** Days since 1970, NaN = blank. */
export function daysOrBlank(table: CaseTable, name: string): Float64Array {
  const days = dayColumn(table, name)?.values;
  return Float64Array.from({ length: table.n }, (_, row) => {
    const day = days?.[row] ?? BLANK_DAY;
    return day === BLANK_DAY ? Number.NaN : day;
  });
}
