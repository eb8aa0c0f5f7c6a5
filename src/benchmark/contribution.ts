/**
 * What one member brings to the comparison: counts and sums, no row. Pooled rows are first reduced to this,
 * so that the result can never depend on anything else.
 */

import type {
  EstimationMethod,
  ExternalVariance,
  MemberSums,
  ModelName,
  RowFilter,
} from '../model/benchmark.ts';
import type { Direction, MeasurementWindows, ResponseCounts } from '../model/outcomes.ts';
import type { LevelTotals } from './unite.ts';

export interface Contribution {
  readonly member: string;
  /** Episodes in at least one model. */
  readonly n: number;
  /** Absent where the member has nothing in that model. */
  readonly sums: Partial<Readonly<Record<ModelName, MemberSums>>>;
  /** Rows per level of every category over all the member's rows: the largest in the network is the reference. */
  readonly levels: LevelTotals;
  /** Absent where the file has no measurements. */
  readonly response?: ResponseCounts;
}

/** What the comparison needs to know besides the contributions. */
export interface ComparisonSettings {
  readonly better: Direction;
  readonly method: EstimationMethod;
  readonly minMembers: number;
  readonly level: number;
  readonly tau2?: ExternalVariance;
  /** Columns adjusted for, in the order asked for. */
  readonly adjust: readonly string[];
  /** Models there are responses for. */
  readonly models: readonly ModelName[];
  /** Whether the outcome is the change from pre to post, which the response is about. */
  readonly isChange: boolean;
  /** Of the rows behind the contributions: for the notes. */
  readonly where?: readonly RowFilter[];
  readonly windows?: MeasurementWindows;
}
