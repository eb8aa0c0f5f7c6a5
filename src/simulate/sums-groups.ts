/** Groups of the breakdowns, from the counts of a file of sums. */

import type { SumsLine, SumsTable } from '../model/sums.ts';
import type { Grouping } from './groups.ts';
import { GROUP_DIMENSIONS } from './groups.ts';

export class SumsGroups {
  readonly groupings: readonly Grouping[];
  readonly #positions: readonly ReadonlyMap<string, number>[];

  constructor({ about, lines }: SumsTable) {
    const rows = lines.filter(({ kind }) => kind === 'rows');
    const patients = lines.filter(({ kind }) => kind === 'patients');
    this.groupings = GROUP_DIMENSIONS.filter((name) => about.dimensions.includes(name)).map(
      (name): Grouping => {
        const values = [...new Set(rows.map((line) => line[name]))].sort((a, b) => (a < b ? -1 : 1));
        const count = (from: readonly SumsLine[], value: string): number =>
          from.reduce((sum, line) => sum + (line[name] === value ? line.value : 0), 0);
        const own = patients.filter(({ item }) => item === name);
        return {
          dimension: name,
          values,
          ofPosition: new Int32Array(0),
          n: Int32Array.from(values, (value) => count(rows, value)),
          patients: Int32Array.from(values, (value) => count(own, value)),
        };
      },
    );
    this.#positions = this.groupings.map(
      ({ values }) => new Map(values.map((value, position) => [value, position])),
    );
  }

  /** Group of a line in a grouping. */
  of(grouping: number, line: SumsLine): number {
    const { dimension } = this.groupings[grouping]!;
    return this.#positions[grouping]!.get(line[dimension])!;
  }
}
