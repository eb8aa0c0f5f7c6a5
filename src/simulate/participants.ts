/**
 * Who takes part: rows that stay on both sides, in order of patient and of shared rating.
 * Counts of those who leave are kept, so that every row is accounted for.
 */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import { dayColumn, numberColumn, textColumn } from '../table/column-access.ts';
import { BLANK_DAY } from '../table/day.ts';
import { datesMatter, type FrameSpec } from './frame.ts';
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
  const kept: number[] = [];
  const leave = (row: number, why: keyof typeof counts): void => {
    counts[why] += 1;
    left[row] = LEFT[why];
  };
  for (let row = 0; row < table.n; row++) {
    if (fromCurrent && Number.isNaN(revenue!.values[row]!)) leave(row, 'withoutBaseline');
    else if (readers.some((reader) => reader.read(row) === 0)) leave(row, 'withoutCluster');
    else if (needsStart && start!.values[row] === BLANK_DAY) leave(row, 'withoutStart');
    else kept.push(row);
  }
  return { ...order(table, typing, kept), left, ...counts };
}

/** Sorts rows by patient (a blank patient is its own), then groups rows that share one rating. */
function order(table: CaseTable, typing: TypingColumns, kept: readonly number[]) {
  const patients = textColumn(table, 'patient');
  const dates = dayColumn(table, 'date')?.values;
  const keys = new Map<number, number[]>();
  let blank = -1;
  for (const row of kept) {
    const code = patients?.codes[row] ?? -1;
    const key = code < 0 ? blank-- : code;
    const list = keys.get(key);
    if (list === undefined) keys.set(key, [row]);
    else list.push(row);
  }
  const rows = new Int32Array(kept.length);
  const patientStart: number[] = [];
  const unitStart: number[] = [];
  let at = 0;
  for (const own of keys.values()) {
    patientStart.push(at);
    for (const unit of ratingUnits(own, dates, typing)) {
      unitStart.push(at);
      for (const row of unit) rows[at++] = row;
    }
  }
  return {
    rows,
    patientStart: Int32Array.from([...patientStart, at]),
    unitStart: Int32Array.from([...unitStart, at]),
  };
}

/**
 * Rows of one patient with the same rating date and the same probabilities share one draw of the cluster.
 * Rows without advice keep their chosen cluster, so they share one only where that is the same.
 */
function ratingUnits(
  rows: readonly number[],
  dates: Int32Array | undefined,
  typing: TypingColumns,
): number[][] {
  if (rows.length === 1 || dates === undefined || typing.probabilities === undefined) {
    return rows.map((row) => [row]);
  }
  const units: number[][] = [];
  for (const row of rows) {
    const day = dates[row]!;
    const shared =
      day === BLANK_DAY || !isDrawn(row, typing)
        ? undefined
        : units.find((unit) => dates[unit[0]!] === day && sameProbabilities(unit[0]!, row, typing));
    if (shared === undefined) units.push([row]);
    else shared.push(row);
  }
  return units;
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
