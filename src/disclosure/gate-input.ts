/** What the gate looks at: the rows behind the sums, before a sum is made. */

import type { ModelName } from '../model/benchmark.ts';

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
  /** One number per patient, by row. */
  readonly patients: Int32Array;
  readonly categories: readonly GateCategory[];
  readonly numbers: readonly GateNumbers[];
  readonly tables: readonly GateTable[];
}
