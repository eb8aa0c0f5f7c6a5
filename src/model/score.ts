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
  /** 95 % interval (Wilson) of that share; `{undefined: 'too-few-episodes'}` under the minimum. */
  readonly low: Computed<number>;
  readonly high: Computed<number>;
  /** Of low certainty, or no cluster fits: what `lowCertainty` leaves out added. */
  readonly misfit: number;
  readonly misfitShare: number;
  readonly misfitLow: Computed<number>;
  readonly misfitHigh: Computed<number>;
}

/** Advice against choice over some episodes that have both. */
export interface AgreementShare {
  readonly n: number;
  readonly agree: number;
  readonly share: number;
  readonly kappa: Computed<number>;
  /** Of both intervals. */
  readonly level: number;
  /** Wilson's score interval of the share. */
  readonly shareInterval: Computed<{ readonly low: number; readonly high: number }>;
  /** Large-sample interval of kappa (Fleiss, Cohen & Everitt 1969). */
  readonly kappaInterval: Computed<{ readonly se: number; readonly low: number; readonly high: number }>;
}

/** A month of the rating's date; under the minimum only its counts. */
export interface AgreementMonth {
  /** `2026-01`. */
  readonly month: string;
  readonly n: number;
  readonly agree: number;
  readonly share: Computed<number>;
  readonly kappa: Computed<number>;
  readonly shareInterval: AgreementShare['shareInterval'];
  readonly kappaInterval: AgreementShare['kappaInterval'];
}

/** Agreement over a file; the first four fields are those of `AgreementShare`. */
export interface Agreement extends AgreementShare {
  /** Fewer episodes than this give no interval, and no figure of a month. */
  readonly minimum: number;
  /** Pairs that occur; `share` is of the episodes with that advice. */
  readonly confusion: readonly {
    readonly advised: string;
    readonly chosen: string;
    readonly n: number;
    readonly share: number;
  }[];
  /** By the month of the rating, where its date was read. */
  readonly months?: readonly AgreementMonth[];
}

/** How often advices flip when ratings move by 1, over cases with advice. */
export interface RobustnessRow {
  readonly n: number;
  /** Every single rating one up and one down, within the scale: all tried. */
  readonly oneMove: { readonly moves: number; readonly flips: number; readonly share: Computed<number> };
  /** Cases whose advice at least one such move flips. */
  readonly fragile: {
    readonly n: number;
    readonly share: Computed<number>;
    readonly interval: Computed<{ readonly low: number; readonly high: number }>;
  };
  /** All ratings of a case move at once, each with the stated probabilities: drawn. */
  readonly allMove: {
    readonly share: Computed<number>;
    readonly interval: Computed<{ readonly low: number; readonly high: number }>;
  };
}

export interface RobustnessItem {
  readonly item: string;
  readonly moves: number;
  readonly flips: number;
  readonly share: number;
}

export interface RobustnessResult {
  /** Probability of a move down by 1, and of one up by 1, of every rating on its own. */
  readonly move: number;
  /** Per case. */
  readonly draws: number;
  readonly level: number;
  /** Fewer cases give no interval. */
  readonly minimum: number;
  readonly overall: RobustnessRow;
  readonly superclusters: readonly (RobustnessRow & { readonly supercluster: string })[];
  /** Of the single moves; the item that flips most first. */
  readonly items: readonly RobustnessItem[];
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
  readonly agreement: Computed<Agreement>;
  /** Only where it was asked for. */
  readonly robustness?: RobustnessResult;
  /** With several ratings per patient: their periods, and reviews that came too late or not at all. */
  readonly assessments?: AssessmentResult;
  /** Only where rows were scored with more than one rule set, by their dates; `meta.rules` is that of most rows. */
  readonly ruleSets?: readonly (RulesMeta & { readonly rows: number })[];
}
