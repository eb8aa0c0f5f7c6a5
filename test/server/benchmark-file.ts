/** Small made-up networks as CSV, for the benchmark page: every number follows from the row, no chance. */

export interface FileShape {
  /** Episodes per member; each its own patient. */
  readonly members: Readonly<Record<string, number>>;
  /** Left out of the file. */
  readonly without?: readonly string[];
  /** Members of whom every episode is clinical; the others are outpatients. */
  readonly clinical?: readonly string[];
  /** Diagnosis of the rows of a member, where it is not the usual alternation. */
  readonly diagnosis?: (row: number) => string;
}

const HEADER = [
  ...['patient', 'member', 'setting', 'diagnosis', 'age', 'sex', 'chosen_cluster'],
  ...['start', 'end', 'instrument', 'pre', 'post'],
];

export function networkCsv(shape: FileShape): string {
  const left = HEADER.filter((name) => !(shape.without ?? []).includes(name));
  let row = 0;
  const lines = Object.entries(shape.members).flatMap(([member, n], at) =>
    Array.from({ length: n }, () => {
      row += 1;
      // Two steps that share no divisor with their range: spread out, and the same on every run.
      const wave = (row * 37) % 101;
      const other = (row * 53) % 89;
      const pre = 50 + (wave % 30);
      const days = 60 + other + 7 * at;
      const cells: Readonly<Record<string, string | number>> = {
        patient: `p${row}`,
        member,
        setting: (shape.clinical ?? []).includes(member) ? 'klinisch' : 'ambulant',
        diagnosis: shape.diagnosis?.(row) ?? (row % 3 === 0 ? 'angst' : 'stemming'),
        age: 20 + (other % 50),
        sex: row % 2 === 0 ? 'v' : 'm',
        chosen_cluster: row % 4 === 0 ? '5' : '3',
        start: `2024-0${1 + (row % 6)}-01`,
        end: new Date(Date.UTC(2024, row % 6, 1 + days)).toISOString().slice(0, 10),
        instrument: 'T',
        pre,
        post: row % 5 === 0 ? '' : pre - 4 - at - (wave % 7),
      };
      return left.map((name) => cells[name]).join(';');
    }),
  );
  return [left.join(';'), ...lines].join('\n');
}
