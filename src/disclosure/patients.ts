/** Who is one patient: the unit of every rule of the gate. */

import type { TextColumn } from '../model/case-table.ts';

export interface Patients {
  /** One number per patient, by row. */
  readonly numbers: Int32Array;
  /** By number: the same patient has the same name in every file. */
  readonly names: readonly string[];
  /** Which of the patient's rows each row is, in the order of the file. */
  readonly turns: Int32Array;
}

/**
 * Where the pseudonym is blank or the column absent, rows with the same values count as one patient: otherwise
 * a row copied ten times would pass for ten.
 */
export function patientsOf(
  n: number,
  column: TextColumn | undefined,
  valuesAt: (row: number) => readonly (string | number)[],
): Patients {
  const known = new Map<string, number>();
  const names: string[] = [];
  const counts: number[] = [];
  const turns = new Int32Array(n);
  const numbers = Int32Array.from({ length: n }, (_, row) => {
    const code = column?.codes[row] ?? -1;
    const name = code < 0 ? `values ${JSON.stringify(valuesAt(row))}` : `patient ${column!.words[code]!}`;
    const number = known.get(name) ?? names.length;
    if (number === names.length) {
      known.set(name, number);
      names.push(name);
      counts.push(0);
    }
    turns[row] = counts[number]!;
    counts[number]! += 1;
    return number;
  });
  return { numbers, names, turns };
}

/** Distinct patients in some rows. */
export function patientsIn(patients: Int32Array, rows: Iterable<number>): number {
  const seen = new Set<number>();
  for (const row of rows) seen.add(patients[row]!);
  return seen.size;
}
