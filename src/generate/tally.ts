/** Counts what a synthetic case file holds while its rows go by. */

import type { Cell } from '../model/figure.ts';
import type { GenerationCounts, GenerationMember } from '../model/generation.ts';
import { GENERATED_HEADER } from './generate-cases.ts';

type Counts = { -readonly [key in keyof GenerationCounts]: number };

const AT = Object.fromEntries(GENERATED_HEADER.map((name, index) => [name, index]));

/** Rows of one patient lie together, so that patients are counted without being remembered. */
export class GenerationTally {
  readonly #members = new Map<string, Counts>();
  #lastPatient: Cell = null;

  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      const member = String(row[AT.member!]);
      let counts = this.#members.get(member);
      if (counts === undefined) {
        counts = { episodes: 0, patients: 0, open: 0, admitted: 0, measured: 0 };
        this.#members.set(member, counts);
      }
      counts.episodes += 1;
      if (row[AT.patient!] !== this.#lastPatient) counts.patients += 1;
      if (row[AT.end!] === null) counts.open += 1;
      if (row[AT.bed_days!] !== 0) counts.admitted += 1;
      if (row[AT.post!] !== null) counts.measured += 1;
      this.#lastPatient = row[AT.patient!]!;
    }
  }

  members(): GenerationMember[] {
    return [...this.#members]
      .map(([member, counts]) => ({ member, ...counts }))
      .sort((a, b) => (a.member < b.member ? -1 : 1));
  }

  total(): GenerationCounts {
    const total: Counts = { episodes: 0, patients: 0, open: 0, admitted: 0, measured: 0 };
    for (const counts of this.#members.values()) {
      for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
    }
    return total;
  }
}
