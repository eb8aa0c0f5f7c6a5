/**
 * Comparison of members of a network: options, per-member sums, and the result.
 * The result is a function of the sums alone, so that pooled rows and exchanged sums give one answer.
 */

import type { IssueSummary } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { Direction, MeasurementWindows, ResponseCounts } from './outcomes.ts';
import type { RowCounts } from './score.ts';
import type { MemberUnmeasured, Sensitivity, SensitivityOptions, UnmeasuredShare } from './sensitivity.ts';
import type { Lang } from './text.ts';

export type MeasureName = 'outcome' | 'duration' | 'cost';
/** `joint`: outcome and duration; `jointCost`: outcome and cost. */
export type ModelName = MeasureName | 'joint' | 'jointCost';
export type EstimationMethod = 'reml' | 'ml';

/** A column to adjust for, as written by the user: `auto` decides by content. */
export interface Covariate {
  readonly column: string;
  readonly kind: 'auto' | 'category';
}

/** Variance between members known from elsewhere, per measure, in squared units of the response. */
export type ExternalVariance = Partial<Readonly<Record<MeasureName, number>>>;

/** Days, first and last both included, as yyyy-mm-dd. */
export interface EpisodePeriod {
  readonly from?: string;
  readonly until?: string;
}

/** One of the values, as they stand in the column. */
export interface RowFilter {
  readonly column: string;
  readonly values: readonly string[];
}

export interface BenchmarkOptions {
  /** Column; default: the change between pre and post. */
  readonly outcome?: string;
  /** Column; default: days from start to end of closed episodes, at least 1. */
  readonly duration?: string;
  /** Column; default `cost`, where the file has it. */
  readonly cost?: string;
  readonly adjust?: readonly Covariate[];
  /** Which way the outcome column is better; default higher. */
  readonly better?: Direction;
  /** Which way pre and post are better, for the change and the response; default lower. */
  readonly direction?: Direction;
  /** Column that names the member; default `member`. */
  readonly member?: string;
  /** Default reml. */
  readonly method?: EstimationMethod;
  /** Instead of estimating it: with few members an estimate says little. */
  readonly tau2?: ExternalVariance;
  /** Default 3, never less. */
  readonly minMembers?: number;
  /** Named member; the others become peer-01, … with their numbers in bands. */
  readonly own?: string;
  /** Draws the order of the peers; required with `own`. Without `own` everybody becomes a peer. */
  readonly peerSeed?: number | string;
  /** Default true: members under 10 patients leave the models. */
  readonly suppress?: boolean;
  readonly instrument?: string;
  /** Measurements outside count as not made. */
  readonly windows?: MeasurementWindows;
  /** Episodes that ended in it, and open ones that started in it. */
  readonly period?: EpisodePeriod;
  /** Only episodes that hold one of the values in every column named. */
  readonly where?: readonly RowFilter[];
  /** Of every interval, 0-1; default 0.95. */
  readonly level?: number;
  /** Also say which findings hold when the analysis is done otherwise. */
  readonly sensitivity?: SensitivityOptions;
  /** Language of `notes`; default nl. */
  readonly lang?: Lang;
}

export interface Coefficient {
  /** `(Intercept)`, `COL`, `COL=value`. */
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
}

export interface ExplainedVariance {
  /** Marginal R²: variance of the case mix over the whole, 0-1; 0 without case mix. */
  readonly share: number;
  /** Between and within members, of the model without case mix on the same episodes. */
  readonly tau2Unadjusted: number;
  readonly sigma2Unadjusted: number;
}

export interface MixedModel {
  readonly method: EstimationMethod;
  /** Episodes. */
  readonly n: number;
  readonly members: number;
  readonly coefficients: readonly Coefficient[];
  /** Variance between members, in squared units of the response. */
  readonly tau2: number;
  /** Variance within members. */
  readonly sigma2: number;
  /** Where tau2 lies at the level asked for. */
  readonly tau2Interval: Computed<{ readonly low: number; readonly high: number }>;
  /** Of the case mix. */
  readonly explained: Computed<ExplainedVariance>;
  /** tau2 / (tau2 + sigma2). */
  readonly icc: Computed<number>;
  /** Share of the differences between members that is not chance: tau2 / (tau2 + median sigma2 / n). */
  readonly rankability: Computed<number>;
  /** As R's logLik: of the restricted likelihood under reml. */
  readonly logLik: number;
}

/** A number of episodes, or its band where a peer's exact number stays unsaid ("50-99"). */
export type CountOrBand = number | string;

export interface MemberMeasure {
  /** Episodes in this model. */
  readonly n: CountOrBand;
  /** Plain mean. */
  readonly observed: number;
  /** Mean the network's coefficients give for this member's case mix. */
  readonly expected: number;
  /** Unshrunken: network mean + the member's deviation at equal case mix. */
  readonly adjusted: Computed<number>;
  /** Predicted random effect (BLUP): shrunken towards the network. */
  readonly effect: number;
  /** Conditional standard deviation of `effect`. */
  readonly se: number;
  /** t interval of `adjusted`. */
  readonly low: Computed<number>;
  readonly high: Computed<number>;
  /** `adjusted` less the mean over members: this member against the network, with its t interval. */
  readonly contrast: Computed<{ readonly value: number; readonly low: number; readonly high: number }>;
  /** 1 = best outcome, shortest duration, lowest cost. */
  readonly expectedRank: number;
  readonly percentileExpectedRank: number;
}

export interface RatioInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Adjusted outcome and duration of one member over the episodes with both. */
export interface MemberEllipse {
  readonly n: CountOrBand;
  readonly outcome: number;
  readonly duration: number;
  /** [[var outcome, cov], [cov, var duration]] of the centre. */
  readonly covariance: readonly (readonly [number, number])[];
  /** Chi-squared quantile with 2 df at the level: the ellipse is where d' covariance^-1 d equals it. */
  readonly chiSquare: number;
}

export interface BenchmarkMember {
  readonly member: string;
  /** Episodes in at least one model. */
  readonly n: CountOrBand;
  readonly outcome: Computed<MemberMeasure>;
  readonly duration: Computed<MemberMeasure>;
  /** Only where the file has a cost column. */
  readonly cost?: Computed<MemberMeasure>;
  /** Days per point of improvement: ratio of means with Fieller interval. */
  readonly durationPerOutcome: Computed<RatioInterval>;
  /** The same of the adjusted values: at equal case mix. */
  readonly adjustedDurationPerOutcome: Computed<RatioInterval>;
  /** Cost per point of improvement, likewise; only where there are costs. */
  readonly costPerOutcome?: Computed<RatioInterval>;
  readonly adjustedCostPerOutcome?: Computed<RatioInterval>;
  readonly ellipse: Computed<MemberEllipse>;
  /** What its own unmeasured episodes could do to its outcome. */
  readonly unmeasured: Computed<MemberUnmeasured>;
  readonly response: Computed<ResponseCounts>;
  /**
   * Of a peer, whose counts stay unsaid: shares (0-1) in steps of 0.05, where there are enough episodes;
   * of the closed episodes (adding up to 1), `open` of all.
   */
  readonly responseShares?: Computed<ResponseCounts>;
}

export interface JointModel {
  readonly n: number;
  readonly members: number;
  /** Covariance between members of (outcome, duration), REML. */
  readonly tau: readonly (readonly [number, number])[];
  readonly correlation: Computed<number>;
}

/** Episodes left out of a model, each counted once under the first reason that holds. */
export interface Exclusion {
  readonly model: ModelName;
  readonly reason:
    | 'other-instrument'
    | 'no-member'
    /** Not among the values of `where`. */
    | 'not-chosen'
    | 'outside-period'
    /** Measured, but outside the windows. */
    | 'outside-window'
    | 'no-response'
    | 'no-covariate'
    | 'member-under-10-patients'
    /** With `where`: the member has 1-9 patients that were not chosen, and a difference would show them. */
    | 'rest-under-10-patients'
    /** `no-response` and the one above together, where a small peer's own number stays unsaid. */
    | 'no-response-or-small-member';
  readonly n: number;
}

export interface BenchmarkResult {
  readonly models: {
    readonly outcome: Computed<MixedModel>;
    readonly duration: Computed<MixedModel>;
    readonly cost?: Computed<MixedModel>;
  };
  readonly members: readonly BenchmarkMember[];
  readonly joint: Computed<JointModel>;
  /** How much of the variance between members' outcomes the unmeasured episodes could explain. */
  readonly unmeasured: Computed<UnmeasuredShare>;
  /** Of the whole network. */
  readonly response: Computed<ResponseCounts>;
  readonly excluded: readonly Exclusion[];
  /** Only where asked for. */
  readonly sensitivity?: Sensitivity;
  readonly notes: readonly string[];
}

/** The JSON document of the command. */
export interface BenchmarkDocument extends BenchmarkResult {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
}

/** One column of the design: a number, or one level of a category. Levels are all there, no reference dropped. */
export interface DesignColumn {
  readonly column: string;
  readonly level?: string;
}

/**
 * Sums of one member for one model over z = (design columns, responses): all that leaves its rows.
 * Kept as means and centred cross-products, from which X'1, X'X, X'y and y'y follow exactly:
 * sums of squares of raw values lose the digits that the variance needs.
 */
export interface MemberSums {
  readonly member: string;
  readonly n: number;
  readonly columns: readonly DesignColumn[];
  /** Length columns + responses. */
  readonly means: Float64Array;
  /** (columns + responses)², row-major: sum of (z - mean)(z - mean)'. */
  readonly cross: Float64Array;
}
