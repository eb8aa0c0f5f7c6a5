/** Which findings of a comparison hold when the analysis is done otherwise, and what was not measured could do. */

import type { MeasureName } from './benchmark.ts';
import type { Computed } from './meta.ts';
import type { OutcomesOptions, ReliableChangeMethod } from './outcomes.ts';

/** A member against the network: its whole interval above it, below it, or neither. */
export type Verdict = 'above' | 'below' | 'not-distinct';

/** `recovered`: share of the episodes measured twice that recovered; needs the reliability of the instrument. */
export type FindingMeasure = MeasureName | 'recovered';

/**
 * no-case-mix, without-column: on the same episodes. other-estimation: ML for REML or the other way. window:
 * measurements at most so many days from start and end; no-window: all. unmeasured-worse, -better: episodes that
 * were not measured half a standard deviation worse (better) than those that were, everywhere alike;
 * unmeasured-against: of this member alone, against its finding. reliable-change: by another method.
 */
export type VariantKind =
  | 'no-case-mix'
  | 'without-column'
  | 'other-estimation'
  | 'window'
  | 'no-window'
  | 'unmeasured-worse'
  | 'unmeasured-better'
  | 'unmeasured-against'
  | 'reliable-change';

export interface SensitivityVariant {
  /** Unique: `without-column:age`, `window:30`. */
  readonly id: string;
  readonly kind: VariantKind;
  /** The column left out, the days of the window, the method. */
  readonly detail?: string;
}

export interface VariantVerdict {
  readonly variant: string;
  readonly verdict: Computed<Verdict>;
  readonly holds: Computed<boolean>;
}

export interface SensitivityFinding {
  readonly member: string;
  readonly measure: FindingMeasure;
  readonly verdict: Verdict;
  /** Only variants that touch this measure. */
  readonly variants: readonly VariantVerdict[];
  /** Holds in every variant that could be computed. */
  readonly robust: boolean;
}

/** Whether members may be put in an order at all (ten of them, rankability of a half). */
export interface OrderFinding {
  readonly measure: MeasureName;
  readonly order: boolean;
  readonly variants: readonly { readonly variant: string; readonly holds: Computed<boolean> }[];
  readonly robust: boolean;
}

export interface Sensitivity {
  readonly variants: readonly SensitivityVariant[];
  readonly findings: readonly SensitivityFinding[];
  readonly orders: readonly OrderFinding[];
  /** Of the findings above or below: how many there are, and how many hold in every variant. */
  readonly distinct: number;
  readonly robust: number;
}

/** What the panel needs besides the comparison itself. */
export interface SensitivityOptions
  extends Pick<OutcomesOptions, 'reliability' | 'reliabilityPost' | 'functional' | 'clinical' | 'cutoff'> {
  /** The method that the others are held against; default JT. */
  readonly reliableChange?: ReliableChangeMethod;
}

/** What episodes without an outcome could do to the differences between members. */
export interface UnmeasuredShare {
  /** Members counted. */
  readonly members: number;
  /** Share of the network's due episodes without an outcome. */
  readonly share: number;
  /** Per size of the departure, in standard deviations within members. */
  readonly shifts: readonly {
    readonly shift: number;
    /** Share of tau² that differences in response alone make when all unmeasured depart alike; at most 1. */
    readonly same: number;
    /** The most that departures of any sign per member can make; at most 1. */
    readonly atMost: number;
  }[];
  /** Departure, alike everywhere, at which it would be all of tau². */
  readonly tipping: Computed<number>;
}

/** A member's value had its unmeasured episodes gone half a standard deviation worse, or better. */
export interface MemberUnmeasured {
  /** Share of its due episodes without an outcome. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
