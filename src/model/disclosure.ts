/** What leaves a member: the agreed design, the contribution, and what the gate did to it. */

import type { BenchmarkDocument, EpisodePeriod, ModelName, RowFilter } from './benchmark.ts';
import type { Computed } from './meta.ts';
import type { Direction, MeasurementWindows, ResponseCounts } from './outcomes.ts';
import type { RowCounts } from './score.ts';

/** A column to adjust for as the network agreed on it. */
export interface DesignCovariateSpec {
  readonly column: string;
  readonly kind: 'number' | 'category';
  /** Values that keep a name of their own; every other one counts as `other`. Absent: all that occur. */
  readonly levels?: readonly string[];
}

/** What all members must share for their sums to be added. Absent keys have the defaults of `run`. */
export interface BenchmarkDesign {
  readonly outcome?: string;
  readonly duration?: string;
  readonly cost?: string;
  readonly adjust: readonly DesignCovariateSpec[];
  /** Which way the outcome column is better; default higher. */
  readonly better?: Direction;
  /** Which way pre and post are better; default lower. */
  readonly direction?: Direction;
  readonly instrument?: string;
  /** Conversion table that all must use: `instrument@version`, with or without its hash. */
  readonly conversion?: string;
  readonly windows?: MeasurementWindows;
  /** Only episodes that hold one of the values in every column named. */
  readonly where?: readonly RowFilter[];
  /** Episodes that ended in it, and open ones that started in it. */
  readonly period?: EpisodePeriod;
}

export type GateReason =
  | 'too-few-patients'
  | 'small-cell'
  | 'dominated-level'
  | 'uniform-level'
  | 'overlap'
  | 'one-level'
  | 'constant-column'
  | 'determined-column'
  | 'few-values'
  | 'leverage'
  | 'dominance'
  | 'small-count';

/** Left out, and why; never how many. */
export interface Suppression {
  readonly what: 'model' | 'episodes' | 'level-counts' | 'row-counts' | 'response-counts' | 'issues';
  readonly model?: ModelName;
  readonly column?: string;
  readonly reason: GateReason;
}

/** Levels of a column that became `other`. Their names stay at home: a name says that somebody has it. */
export interface MergedLevels {
  readonly column: string;
  readonly into: string;
  readonly reason: GateReason;
}

export interface GateReport {
  /** Version of the rules, so that a reader knows what a contribution has passed. */
  readonly rules: string;
  readonly suppressed: readonly Suppression[];
  readonly merged: readonly MergedLevels[];
}

/**
 * Sums of one model over z = (columns, responses). The number of episodes n and the means give X'1 and 1'y;
 * `cross` are products of deviations from the means, so X'X = cross + n mean mean', and X'y, y'y alike.
 */
export interface ContributedSums {
  readonly n: number;
  /** Every level has its column: no reference is dropped before the network is known. */
  readonly columns: readonly { readonly column: string; readonly level?: string }[];
  readonly responses: readonly string[];
  readonly means: readonly number[];
  readonly cross: readonly (readonly number[])[];
}

/** Sign-off of a member: Ed25519 over the canonical JSON of all other fields but `sha256`; base64. */
export interface ContributionSignature {
  /** The 32 bytes of the key. */
  readonly publicKey: string;
  readonly value: string;
}

export interface ContributionDocument {
  readonly schema: 'zorgcluster/contribution@1';
  readonly member: string;
  readonly period: EpisodePeriod;
  /** '' where the file has no such column. */
  readonly instrument: string;
  /** Conversion table of the scores; '' = raw scores. */
  readonly conversion: string;
  readonly design: BenchmarkDesign;
  /** Episodes in at least one model. */
  readonly n: number;
  /** Models there are responses for, also where the gate kept the sums back. */
  readonly models: readonly ModelName[];
  readonly sums: Partial<Readonly<Record<ModelName, ContributedSums>>>;
  /** Rows per level over all rows that take part: decides the reference. */
  readonly levels: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly response: Computed<ResponseCounts>;
  readonly rows: Computed<RowCounts>;
  readonly excluded: Computed<
    readonly { readonly model: ModelName; readonly reason: string; readonly n: number }[]
  >;
  readonly synthetic: boolean;
  readonly disclosure: GateReport;
  /** Over the canonical JSON (RFC 8785) of all other fields but `signature`. */
  readonly sha256: string;
  readonly signature?: ContributionSignature;
}

/** What the gates of the members did to the contributions that were put together. */
export interface CombinedDisclosure {
  readonly rules: readonly string[];
  /** Empty where peers are hidden. */
  readonly members: readonly {
    readonly member: string;
    readonly suppressed: readonly Suppression[];
    readonly merged: readonly MergedLevels[];
  }[];
  /** Members whose contribution was changed by the gate. */
  readonly touched: number;
}

/** The JSON document of `combine`. */
export interface CombinedDocument extends BenchmarkDocument {
  readonly disclosure: CombinedDisclosure;
}
