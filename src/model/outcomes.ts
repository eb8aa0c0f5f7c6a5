/** Outcomes of care: change between two measurements, its class per patient, and who was measured at all. */

import type { ConversionMeta } from './conversion.ts';
import type { IssueSummary } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { RowCounts } from './score.ts';

/** Which way a score improves. */
export type Direction = 'lower' | 'higher';

/** Jacobson-Truax, Gulliksen-Lord-Novick, Hsu-Linn-Lord, Edwards-Nunnally, Nunnally-Kotsch, Hageman-Arrindell. */
export type ReliableChangeMethod = 'JT' | 'GLN' | 'HLL' | 'EN' | 'NK' | 'HA';

/** Days from the day counted from, both included; before it is negative. */
export interface DayWindow {
  readonly fromDays: number;
  readonly untilDays: number;
}

/** When a measurement may be made: the first about the start, the second about the end. */
export interface MeasurementWindows {
  readonly pre?: DayWindow;
  readonly post?: DayWindow;
}

export type OutcomeClass =
  | 'recovered'
  | 'improved'
  | 'unchanged'
  | 'deteriorated'
  | 'harmed'
  | 'not-measured';

export type ResponseStatus = 'completer' | 'dropout' | 'nonStarter' | 'nonResponder' | 'open';

/** Mean and sample standard deviation of a population's scores. */
export interface ScoreNorm {
  readonly mean: number;
  readonly sd: number;
}

export interface OutcomesOptions {
  /** Default lower. */
  readonly direction?: Direction;
  /** Reliability of the measurement, strictly between 0 and 1; without it there are no classes. */
  readonly reliability?: number;
  /** Reliability of the second measurement (NK); default: `reliability`. */
  readonly reliabilityPost?: number;
  /** Default JT. */
  readonly method?: ReliableChangeMethod;
  readonly functional?: ScoreNorm;
  /** Default: mean and sd of `pre` over the rows with both measurements. */
  readonly clinical?: ScoreNorm;
  /** Default c with `functional`, else a. */
  readonly cutoff?: 'a' | 'b' | 'c' | number;
  /** Only rows with this instrument (or with none written). */
  readonly instrument?: string;
  /** Measurements outside count as not made. */
  readonly windows?: MeasurementWindows;
  /** Columns to break down by; default: those of member, site, team, payer, setting, diagnosis present. */
  readonly by?: readonly string[];
}

/** Per row of the table, in its order. */
export interface OutcomeColumns {
  readonly n: number;
  /** Positive = better; NaN = not measured. */
  readonly change: Float64Array;
  /** Positive = better; NaN = not measured or no reliability given. */
  readonly rci: Float64Array;
  /** Index into OUTCOME_CLASSES; -1 = no classes. */
  readonly classes: Int8Array;
  /** Index into RESPONSE_STATUSES; -1 = row left out (other instrument). */
  readonly response: Int8Array;
}

export type MeasuredClass = Exclude<OutcomeClass, 'not-measured'>;

/** Share of each class (0-1) had everybody been measured: at least, and at most. */
export type ClassBounds = Readonly<Record<MeasuredClass, { readonly low: number; readonly high: number }>>;

export type ClassCounts = Readonly<Record<OutcomeClass, number>>;

/** Counts per status; `rate` = completers among all but the open ones. */
export type ResponseCounts = Readonly<Record<ResponseStatus, number>> & {
  readonly rate: Computed<number>;
};

/** What is said of the whole file and of each group alike. */
export interface OutcomeSummary {
  /** Episodes. */
  readonly n: number;
  /** Episodes with both measurements. */
  readonly measured: number;
  /** Mean and sample sd over the measured; the baseline stands beside the change. */
  readonly pre: Computed<ScoreNorm>;
  readonly post: Computed<ScoreNorm>;
  readonly change: Computed<ScoreNorm>;
  readonly counts: Computed<ClassCounts>;
  /** Worst and best case for the episodes that were not measured. */
  readonly bounds: Computed<ClassBounds>;
  readonly response: ResponseCounts;
}

export interface OutcomeGroup extends OutcomeSummary {
  readonly value: string;
}

export interface OutcomesResult extends OutcomeSummary {
  readonly direction: Direction;
  readonly method: ReliableChangeMethod;
  /** Score that parts clinical from functional; exactly on it is neither. */
  readonly cutoff: Computed<number>;
  /** Standard error of the difference, s_pre * sqrt(2 (1 - r)). */
  readonly sDiff: Computed<number>;
  /** Only with windows: first and second measurements that were made, but outside them. */
  readonly outsideWindows?: { readonly pre: number; readonly post: number };
  readonly by: Readonly<Record<string, readonly OutcomeGroup[]>>;
}

/** The JSON document of the command. */
export interface OutcomesDocument extends OutcomesResult {
  readonly meta: Meta;
  /** Scores and their spread are then T-scores. */
  readonly conversion?: ConversionMeta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
}
