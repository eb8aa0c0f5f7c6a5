/** Results of scoring: per case in columns, and the summary of a file. */

import type { AssessmentResult } from './assessments.ts';
import type { IssueSummary } from './issue.ts';
import type { Computed, Meta, RulesMeta } from './meta.ts';

export type ScoreStatus = 'advised' | 'incomplete' | 'too-many-missing' | 'no-supercluster' | 'none-fits';

/**
 * Scores of a batch. Indexes point into the rule set's cluster list, -1 = none.
 * `probabilities` is n x clusters, row-major; clusters outside the case's supercluster hold 0,
 * and a row without advice holds zeros.
 */
export interface ScoreColumns {
  readonly n: number;
  readonly advised: Int16Array;
  readonly second: Int16Array;
  readonly probabilities: Float64Array;
  /** Shannon entropy of the probabilities in nats (natural logarithm); NaN without advice. */
  readonly entropy: Float64Array;
  readonly itemsMissing: Uint8Array;
  /** Index into SCORE_STATUSES. */
  readonly status: Uint8Array;
  /** 1 where the highest two scores are equal: the lowest cluster is named first. */
  readonly tie: Uint8Array;
}

export interface RowCounts {
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
}

export interface FitRow {
  readonly by: 'team' | 'diagnosis' | 'site';
  readonly value: string;
  readonly n: number;
  readonly noneFits: number;
  readonly lowCertainty: number;
  readonly lowCertaintyShare: number;
}

export interface ScoreResult {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
  readonly clusters: readonly {
    readonly cluster: string;
    readonly supercluster: string;
    readonly advised: number;
    readonly share: number;
    readonly expected: number;
  }[];
  readonly statuses: Readonly<Record<ScoreStatus, number>>;
  readonly certainty: Computed<{
    readonly q05: number;
    readonly q25: number;
    readonly median: number;
    readonly q75: number;
    readonly q95: number;
    readonly meanEntropy: number;
  }>;
  readonly fit: readonly FitRow[];
  readonly agreement: Computed<{
    readonly n: number;
    readonly agree: number;
    readonly share: number;
    readonly kappa: Computed<number>;
  }>;
  /** With several ratings per patient: their periods, and reviews that came too late or not at all. */
  readonly assessments?: AssessmentResult;
  /** Only where rows were scored with more than one rule set, by their dates; `meta.rules` is that of most rows. */
  readonly ruleSets?: readonly (RulesMeta & { readonly rows: number })[];
}
