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
  readonly assumptions: readonly Assumption[];
}
