/** One institution over time: a figure per month or quarter, with the limits of its own variation. */

import type { IssueSummary } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { Direction } from './outcomes.ts';
import type { RowCounts } from './score.ts';
import type { Lang } from './text.ts';

export type OverTimeValue = 'outcome' | 'duration' | 'response';
export type OverTimeStep = 'month' | 'quarter';

/**
 * Why a point is no ordinary variation: outside a limit; in a row of seven on one side of the centre; in a row of
 * seven rising or falling; one of two in three that lie beyond two thirds of the way to the same limit.
 */
export type XmrSignal = 'beyond-limit' | 'seven-on-one-side' | 'seven-in-a-row' | 'two-of-three-near-limit';

export interface XmrLimits {
  /** Mean of the points. */
  readonly centre: number;
  readonly meanMovingRange: number;
  /** centre ± 2.66 mean moving ranges. */
  readonly low: number;
  readonly high: number;
  /** Moving ranges that were left out of their mean: 0 unless asked for. */
  readonly rangesLeftOut: number;
}

export interface OverTimePoint {
  /** `2024-03` or `2024-Q1` */
  readonly period: string;
  /** Episodes that count in it. */
  readonly n: number;
  /** Mean, or share for the response. */
  readonly value: Computed<number>;
  /** Distance to the point before it that has a value. */
  readonly movingRange: Computed<number>;
  readonly signals: readonly XmrSignal[];
}

export interface OverTimeOptions {
  /** Default outcome. */
  readonly value?: OverTimeValue;
  /** Default month. */
  readonly by?: OverTimeStep;
  /** Which way a score is better; default lower. */
  readonly direction?: Direction;
  readonly instrument?: string;
  /** Only rows of this member; needed where the file holds several. */
  readonly own?: string;
  /** Column that names the member; default `member`. */
  readonly member?: string;
  /** Leave moving ranges above 3.27 times their mean out of that mean, once; default false. */
  readonly screen?: boolean;
  /** Language of `notes`; default nl. */
  readonly lang?: Lang;
}

export interface OverTimeResult {
  readonly value: OverTimeValue;
  readonly by: OverTimeStep;
  readonly screened: boolean;
  readonly limits: Computed<XmrLimits>;
  /** Every period from the first to the last, also those without a value. */
  readonly points: readonly OverTimePoint[];
  readonly excluded: readonly {
    readonly reason: 'other-member' | 'other-instrument' | 'no-end' | 'no-value' | 'still-open';
    readonly n: number;
  }[];
  readonly notes: readonly string[];
}

/** The JSON document of the command. */
export interface OverTimeDocument extends OverTimeResult {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
}
