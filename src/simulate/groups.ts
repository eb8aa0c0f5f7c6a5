/** Groups of the breakdowns: which group each participating row falls in, per dimension. */

import type { CaseTable } from '../model/case-table.ts';
import type { GroupDimension } from '../model/simulation.ts';
import { textColumn } from '../table/column-access.ts';
import type { Participants } from './participants.ts';

export const GROUP_DIMENSIONS: readonly GroupDimension[] = ['site', 'team', 'payer', 'setting', 'member'];

export interface Grouping {
  readonly dimension: GroupDimension;
  /** In code-point order; a blank group is "". */
  readonly values: readonly string[];
  /** Group of each participating row, by its position. */
  readonly ofPosition: Int32Array;
  /** Episodes and patients per group. */
  readonly n: Int32Array;
  readonly patients: Int32Array;
}

/** One grouping per dimension whose column the file has. */
export function groupings(table: CaseTable, { rows, patientStart }: Participants): Grouping[] {
  return GROUP_DIMENSIONS.flatMap((dimension) => {
    const column = textColumn(table, dimension);
    if (column === undefined) return [];
    const { codes } = column;
    const wordOf = (code: number): string => (code < 0 ? '' : column.words[code]!);
    const used = new Set<number>();
    for (const row of rows) used.add(codes[row]!);
    const values = [...new Set(Array.from(used, wordOf))].sort((a, b) => (a < b ? -1 : 1));
    const position = new Map(values.map((value, index) => [value, index]));
    const ofCode = new Map(Array.from(used, (code) => [code, position.get(wordOf(code))!]));
    const ofPosition = rows.map((row) => ofCode.get(codes[row]!)!);
    const n = new Int32Array(values.length);
    for (const group of ofPosition) n[group]! += 1;
    return [
      {
        dimension,
        values,
        ofPosition,
        n,
        patients: patientsPerGroup(values.length, ofPosition, patientStart),
      },
    ];
  });
}

function patientsPerGroup(size: number, ofPosition: Int32Array, patientStart: Int32Array): Int32Array {
  const patients = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    for (let at = patientStart[patient]!; at < patientStart[patient + 1]!; at++) {
      const group = ofPosition[at]!;
      if (last[group] === patient) continue;
      last[group] = patient;
      patients[group]! += 1;
    }
  }
  return patients;
}

/** Whether the rows at positions [first, last) fall in one group. */
export function inOneGroup(ofPosition: Int32Array, first: number, last: number): boolean {
  for (let row = first + 1; row < last; row++) if (ofPosition[row] !== ofPosition[first]) return false;
  return true;
}
