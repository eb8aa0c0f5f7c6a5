/** Funnel plot: units of unequal size against what chance alone would give. */

import type { IssueSummary } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { RowCounts } from './score.ts';

export type FunnelKind = 'proportion' | 'ratio' | 'mean';

export interface FunnelOptions {
  readonly kind: FunnelKind;
  /** additive: limits widened by the spread between units (default); none: chance alone. */
  readonly overdispersion?: 'additive' | 'none';
  /** Share of z-scores pulled in at each end before the spread is judged; default 0.1. */
  readonly winsorise?: number;
  /** Levels of the limits, 0-1; default 0.95 and 0.998. */
  readonly levels?: readonly number[];
}

/** One unit. proportion: events of cases; ratio: observed of expected; mean: mean, sd, n. */
export type FunnelUnitInput =
  | { readonly unit: string; readonly numerator: number; readonly denominator: number }
  | { readonly unit: string; readonly mean: number; readonly sd: number; readonly n: number };

export interface FunnelLimit {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

export interface FunnelUnit {
  readonly unit: string;
  /** Denominator, expected count, or n. */
  readonly size: number;
  /** Proportion, ratio or mean. */
  readonly value: number;
  /** Distance to the target in standard errors on the transformed scale, not winsorised. */
  readonly z: number;
  readonly limits: readonly FunnelLimit[];
  /** The highest level whose limits the value lies outside of; null = inside all. */
  readonly outlier: { readonly level: number; readonly side: 'high' | 'low' } | null;
}

export interface FunnelResult {
  readonly kind: FunnelKind;
  readonly overdispersion: 'additive' | 'none';
  readonly target: number;
  /** Mean squared z, winsorised: 1 = chance alone. */
  readonly phi: Computed<number>;
  /** Spread between units on the transformed scale, from winsorised z. */
  readonly tau2: Computed<number>;
  /** The same without winsorising: winsorised phi is biased low. */
  readonly tau2Unwinsorised: Computed<number>;
  /** Q-profile interval at 0.95, without winsorising. */
  readonly tau2Interval: Computed<{ readonly low: number; readonly high: number }>;
  readonly units: readonly FunnelUnit[];
  /** For drawing: limits over a row of sizes. */
  readonly limits: readonly ({ readonly size: number } & FunnelLimit)[];
  /** Rows without a usable figure. */
  readonly excluded: readonly { readonly reason: 'blank' | 'out-of-range'; readonly n: number }[];
}

/** The JSON document of the command. */
export interface FunnelDocument extends FunnelResult {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
}
