/**
 * Who takes part: rows that stay on both sides, in order of patient and of shared rating.
 * Counts of those who leave are kept, so that every row is accounted for.
 */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import { dayColumn, numberColumn, textColumn } from '../table/column-access.ts';
import { BLANK_DAY } from '../table/day.ts';
import { datesMatter, type FrameSpec } from './frame.ts';
import { GrowingInts } from './grow.ts';
import type { TypingColumns } from './input.ts';
import { rowClusters } from './row-clusters.ts';

export interface Participants {
  /** Table rows that take part, a patient's rows together, rows of one rating together. */
  readonly rows: Int32Array;
  /** Position in `rows` where each patient starts; one more entry at the end. */
  readonly patientStart: Int32Array;
  /** Position in `rows` where each rating unit starts; one more entry at the end. */
  readonly unitStart: Int32Array;
  /** Per row of the table: why it leaves both sides, 0 = it takes part. */
  readonly left: Uint8Array;
  readonly withoutBaseline: number;
  readonly withoutCluster: number;
  readonly withoutStart: number;
}

/** Values of `left`, in the order in which a row is judged. */
export const LEFT = { no: 0, withoutBaseline: 1, withoutCluster: 2, withoutStart: 3 } as const;

/**
 * @param frames every frame that pays these rows: a row takes part only when each has a cluster for it
 * @param fromCurrent the baseline is current revenue
 * @throws Refusal `missing-column` for a column that the frames need
 */
export function participants(
  table: CaseTable,
  typing: TypingColumns,
  frames: readonly FrameSpec[],
  fromCurrent: boolean,
): Participants {
  const revenue = numberColumn(table, 'current_revenue');
  if (fromCurrent && revenue === undefined) throw refuse('simulate-no-current-revenue', {});
  const start = dayColumn(table, 'start');
  const needsStart = frames.some(datesMatter);
  if (needsStart && start === undefined) throw refuse('simulate-no-start-column', {});
  const needsBedDays = frames.some((frame) => frame.list.rows.some((row) => row.unit === 'bed-day'));
  if (needsBedDays && numberColumn(table, 'bed_days') === undefined) {
    throw refuse('simulate-no-bed-days-column', {});
  }

  const readers = frames.map((frame) => rowClusters(typing, frame.typing, frame.shift));
  const counts = { withoutBaseline: 0, withoutCluster: 0, withoutStart: 0 };
  const left = new Uint8Array(table.n);
  const kept = new Int32Array(table.n);
  let n = 0;
  const leave = (row: number, why: keyof typeof counts): void => {
    counts[why] += 1;
    left[row] = LEFT[why];
  };
  for (let row = 0; row < table.n; row++) {
    if (fromCurrent && Number.isNaN(revenue!.values[row]!)) leave(row, 'withoutBaseline');
    else if (readers.some((reader) => reader.read(row) === 0)) leave(row, 'withoutCluster');
    else if (needsStart && start!.values[row] === BLANK_DAY) leave(row, 'withoutStart');
    else kept[n++] = row;
  }
  return { ...order(table, typing, kept.subarray(0, n)), left, ...counts };
}

/** Sorts rows by patient (a blank patient is its own), then groups rows that share one rating. */
function order(table: CaseTable, typing: TypingColumns, kept: Int32Array) {
  const patients = textColumn(table, 'patient');
  const dates = dayColumn(table, 'date')?.values;
  const { rows, patientStart } = byPatient(kept, patients?.codes, patients?.words.length ?? 0);
  const unitStart = new GrowingInts();
  const units = new RatingUnits(dates, typing);
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    const first = patientStart[patient]!;
    units.sort(rows.subarray(first, patientStart[patient + 1]!), (at) => unitStart.push(first + at));
  }
  unitStart.push(rows.length);
  return { rows, patientStart, unitStart: unitStart.done() };
}

/** Patients in the order in which they are met, their rows in the order of the file. */
function byPatient(kept: Int32Array, codes: Int32Array | undefined, words: number) {
  const numbers = new Int32Array(words).fill(-1);
  const ofKept = new Int32Array(kept.length);
  let count = 0;
  for (let at = 0; at < kept.length; at++) {
    const code = codes?.[kept[at]!] ?? -1;
    if (code < 0) ofKept[at] = count++;
    else {
      if (numbers[code]! < 0) numbers[code] = count++;
      ofKept[at] = numbers[code]!;
    }
  }
  const patientStart = new Int32Array(count + 1);
  for (const patient of ofKept) patientStart[patient + 1]! += 1;
  for (let patient = 0; patient < count; patient++) patientStart[patient + 1]! += patientStart[patient]!;
  const next = patientStart.slice();
  const rows = new Int32Array(kept.length);
  for (let at = 0; at < kept.length; at++) rows[next[ofKept[at]!]!++] = kept[at]!;
  return { rows, patientStart };
}

/**
 * Rows of one patient with the same rating date and the same probabilities share one draw of the cluster.
 * Rows without advice keep their chosen cluster, so they share one only where that is the same.
 */
class RatingUnits {
  readonly #dates: Int32Array | undefined;
  readonly #typing: TypingColumns;
  /** First row of each unit, and the unit of each row. */
  readonly #first: number[] = [];
  readonly #ofRow: number[] = [];

  constructor(dates: Int32Array | undefined, typing: TypingColumns) {
    this.#dates = dates;
    this.#typing = typing;
  }

  /**
   * Puts rows of one unit together, units in the order in which they are met.
   * @param start told of the place of each unit's first row
   */
  sort(rows: Int32Array, start: (at: number) => void): void {
    const dates = this.#dates;
    if (rows.length === 1 || dates === undefined || this.#typing.probabilities === undefined) {
      for (let at = 0; at < rows.length; at++) start(at);
      return;
    }
    this.#first.length = 0;
    this.#ofRow.length = 0;
    for (const row of rows) this.#ofRow.push(this.#unitOf(row, dates));
    if (this.#first.length === rows.length) {
      for (let at = 0; at < rows.length; at++) start(at);
      return;
    }
    const before = rows.slice();
    let to = 0;
    for (let unit = 0; unit < this.#first.length; unit++) {
      start(to);
      for (let at = 0; at < before.length; at++) if (this.#ofRow[at] === unit) rows[to++] = before[at]!;
    }
  }

  #unitOf(row: number, dates: Int32Array): number {
    const day = dates[row]!;
    if (day !== BLANK_DAY && isDrawn(row, this.#typing)) {
      for (let unit = 0; unit < this.#first.length; unit++) {
        const other = this.#first[unit]!;
        if (dates[other] === day && sameProbabilities(other, row, this.#typing)) return unit;
      }
    }
    this.#first.push(row);
    return this.#first.length - 1;
  }
}

/** A row without advice is of the chosen cluster: nothing is drawn, and so nothing shared. */
function isDrawn(row: number, { probabilities, clusters }: TypingColumns): boolean {
  const size = clusters.length;
  for (let k = 0; k < size; k++) if (probabilities![row * size + k]! > 0) return true;
  return false;
}

function sameProbabilities(
  a: number,
  b: number,
  { probabilities, chosen, clusters }: TypingColumns,
): boolean {
  const size = clusters.length;
  let advised = false;
  for (let k = 0; k < size; k++) {
    const p = probabilities![a * size + k]!;
    if (p !== probabilities![b * size + k]) return false;
    if (p > 0) advised = true;
  }
  return advised || chosen[a] === chosen[b];
}
