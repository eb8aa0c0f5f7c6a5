/** What the gate looks at: the rows behind the sums, before a sum is made. */

import type { ModelName } from '../model/benchmark.ts';
import type { CellPart } from './cells.ts';
import type { NumbersLook } from './look.ts';

export interface GateCategory {
  readonly column: string;
  /** -1 = blank; never in a row of a table. */
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

export interface GateNumbers {
  readonly column: string;
  readonly values: Float64Array;
}

/** One model: the rows its sums run over. */
export interface GateTable {
  readonly model: ModelName;
  readonly rows: readonly number[];
  readonly responses: readonly GateNumbers[];
}

export interface GateInput {
  /** Answers what hangs on values of numbers. */
  readonly look: NumbersLook;
  /** Steps that took rows away so far. */
  readonly left: readonly RowsLeft[];
  /** One number per patient, by row. */
  readonly patients: Int32Array;
  readonly categories: readonly GateCategory[];
  readonly numbers: readonly GateNumbers[];
  readonly tables: readonly GateTable[];
}

/** Rows in exactly these tables and within this cell. */
export interface OverlapCell {
  /** Bit per table of the state. */
  readonly pattern: number;
  readonly parts: readonly CellPart[];
}

/** A step that took rows away: the state before it, and which of its rows. */
export interface RowsLeft {
  readonly before: GateInput;
  readonly cells: readonly OverlapCell[];
}
