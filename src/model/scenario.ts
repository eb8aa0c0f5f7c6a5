/**
 * A scenario: what is supposed about prices, index, volume, typing and contracts.
 * It is data and never holds code. Dates are ISO text in the file, day numbers (days since
 * 1970-01-01) once resolved.
 */

import type { Contract } from './contract.ts';
import type { PriceList, PriceUnit } from './price-list.ts';

export type Typing = 'chosen' | 'advised' | 'expected';

/** First and last day, both included; an absent end does not restrict. */
export interface DayRange {
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** Which prices an override touches: absent keys do not restrict. Exactly one of amountCents and factor. */
export interface PriceOverride extends DayRange {
  readonly cluster?: string | undefined;
  readonly unit?: PriceUnit | undefined;
  readonly setting?: string | undefined;
  /** A payer's code or the name of a payer group. */
  readonly payer?: string | undefined;
  readonly amountCents?: number | undefined;
  readonly factor?: number | undefined;
}

/** From this day on prices are multiplied by the factor, until the next entry. */
export interface IndexEntry {
  readonly from: number;
  readonly factor: number;
}

/** Multiplies quantities; where several entries apply their factors are multiplied. */
export interface VolumeFactor {
  readonly cluster?: string | undefined;
  readonly payer?: string | undefined;
  readonly site?: string | undefined;
  readonly factor: number;
}

export interface Assumption {
  readonly text: string;
  readonly source?: string | undefined;
}

/** Every year this share of the episodes of one cluster is of another instead. */
export interface MixShift {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

/** From year to year; one factor for every year, or one for each later year. */
export type YearlyFactor = number | readonly number[];

/**
 * The same care in later years. The first year is the single-year run; what stands here only works
 * from the second on. Contracts with a `year` hold in that calendar year: a year later they cover
 * what a year earlier fell in the year before.
 */
export interface YearsBlock {
  /** Years in all, the first included: 2 to 10. */
  readonly count: number;
  /** Calendar year of the first, for labels. */
  readonly from?: number | undefined;
  /** Growth of all prices. */
  readonly index?: YearlyFactor | undefined;
  /** Growth of quantities; where several entries apply they are multiplied. */
  readonly volume?: readonly (Omit<VolumeFactor, 'factor'> & { readonly factor: YearlyFactor })[] | undefined;
  /** Share of every contract of form transition in each later year. */
  readonly transition?: readonly number[] | undefined;
  readonly mixShift?: readonly MixShift[] | undefined;
}

/** A share of borderline episodes is typed one cluster heavier. An assumption, not a forecast. */
export interface Retyping {
  readonly share: number;
  /**
   * Borderline: the two most probable clusters are the one paid and the next heavier one, and the
   * heavier one is at most this much less probable.
   */
  readonly margin: number;
}

/** Quantities of a cluster are multiplied by (mean payment per episode / that of the baseline) ^ elasticity. */
export interface VolumeResponse {
  /** Absent: every cluster without an entry of its own. */
  readonly cluster?: string | undefined;
  readonly elasticity: number;
}

/** How people might answer to prices; absent = not at all. */
export interface Behaviour {
  readonly retype?: Retyping | undefined;
  readonly volumeResponse?: readonly VolumeResponse[] | undefined;
}

/** A scenario as its file says it, checked key by key; dates already day numbers. Absent keys say nothing. */
export interface Scenario {
  readonly id: string;
  readonly title?: string | undefined;
  /** 'current', an id, or a path counted from the scenario's own file. Default 'current'. */
  readonly baseline?: string | undefined;
  /** Default 'chosen'. */
  readonly typing?: Typing | undefined;
  readonly valuationDate?: number | undefined;
  readonly period?: DayRange | undefined;
  readonly prices?:
    | { readonly list?: string | undefined; readonly overrides?: readonly PriceOverride[] | undefined }
    | undefined;
  readonly index?: readonly IndexEntry[] | undefined;
  readonly volume?: readonly VolumeFactor[] | undefined;
  readonly payerGroups?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly contracts?: readonly Contract[] | undefined;
  readonly years?: YearsBlock | undefined;
  readonly behaviour?: Behaviour | undefined;
  readonly assumptions?: readonly Assumption[] | undefined;
}

/** A scenario with its price list and its baseline loaded: all that a simulation needs. */
export interface ResolvedScenario {
  readonly id: string;
  readonly title: string;
  readonly baseline: 'current' | ResolvedScenario;
  readonly typing: Typing;
  readonly valuationDate?: number | undefined;
  readonly period?: DayRange | undefined;
  readonly prices: { readonly list: PriceList; readonly overrides: readonly PriceOverride[] };
  readonly index: readonly IndexEntry[];
  readonly volume: readonly VolumeFactor[];
  readonly payerGroups: Readonly<Record<string, readonly string[]>>;
  readonly contracts: readonly Contract[];
  readonly years?: YearsBlock | undefined;
  readonly behaviour?: Behaviour | undefined;
  /** Clusters moved in a later year: made from `years`, never read from a file. */
  readonly moved?: { readonly moves: readonly MixShift[]; readonly times: number } | undefined;
  readonly assumptions: readonly Assumption[];
}
