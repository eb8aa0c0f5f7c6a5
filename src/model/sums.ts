/** Sums of a case table that was reduced elsewhere: what a simulation works from, without a row. */

import type { PriceUnit } from './price-list.ts';
import type { ReviewTerm } from './rule-set.ts';
import type { DayRange, Typing } from './scenario.ts';
import type { GroupDimension } from './simulation.ts';

/** Under which typing and dates quantities are counted. */
export interface SumsFrame {
  readonly typing: Typing | { readonly chosenElse: Typing };
  readonly valuationDate: number | undefined;
  readonly period: DayRange | undefined;
}

/** The scenario's own part (`s`) or that of a baseline that is a scenario (`b`). */
export type SumsSide = 's' | 'b';

/** Where a price list holds: its rows without their amounts. */
export interface SumsCoverage {
  readonly cluster: string;
  readonly unit: PriceUnit;
  readonly setting: string;
  readonly payer: string;
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/** What a contract looks at besides payment, in one frame. */
export interface SumsMeasured {
  /** Names the list, the contract's side and its position: `ss0`. */
  readonly id: string;
  readonly frame: number;
  /** Whose list decides what is paid under the contract. */
  readonly list: SumsSide;
  readonly measures: readonly ('patients' | 'episodes' | 'bed-days' | 'cost')[];
  /** Payers covered; with `except`, all but these. */
  readonly payers: readonly string[];
  readonly except: boolean;
  readonly setting: string | undefined;
  readonly site: string | undefined;
  readonly cluster: string | undefined;
  readonly year: number | undefined;
}

/** What a query of sums counts: all that a scenario and its baseline need, but for amounts and factors. */
export interface SumsPlan {
  readonly frames: readonly SumsFrame[];
  /** Positions in `frames`; -1 = the baseline is current revenue. */
  readonly own: number;
  readonly other: number;
  /** Frames between baseline and scenario, -1 = none is needed. */
  readonly steps: { readonly price: number; readonly volume: number; readonly typing: number };
  readonly units: readonly PriceUnit[];
  /** Days on which some price, index or contract begins or is over, rising. */
  readonly cuts: readonly number[];
  readonly lists: { readonly s: readonly SumsCoverage[]; readonly b: readonly SumsCoverage[] };
  readonly measured: readonly SumsMeasured[];
  /** Per cluster number. */
  readonly terms: readonly (readonly [number: number, term: ReviewTerm])[];
  /** Columns that tell coordinates apart, and by which results are broken down. */
  readonly dimensions: readonly GroupDimension[];
  readonly current: boolean;
  readonly cost: boolean;
  readonly needsStart: boolean;
  readonly scores: boolean;
}

/** What a file of sums says of itself. */
export interface SumsAbout {
  readonly schema: string;
  readonly rules: { readonly id: string; readonly status: string; readonly sha256: string } | null;
  /** Fingerprints of what the sums were made for. */
  readonly made: Readonly<Record<string, string>>;
  readonly cuts: readonly number[];
  readonly dimensions: readonly GroupDimension[];
  /** 3: products of three as well, from which skewness comes. */
  readonly order: 2 | 3;
  /** Fewest patients behind a number. */
  readonly minimum: number;
  /** The table has a column of patients. */
  readonly patientColumn: boolean;
}

/** One line of such a file. Blank keys are '' and absent positions -1. */
export interface SumsLine {
  readonly kind: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly frame: number;
  /** A unit, a measure, a dimension, or what is counted. */
  readonly item: string;
  /** Id of a measured contract. */
  readonly contract: string;
  readonly segment: number;
  readonly cluster: string;
  readonly setting: string;
  readonly payer: string;
  readonly site: string;
  readonly team: string;
  readonly member: string;
  readonly value: number;
}

export interface SumsTable {
  readonly about: SumsAbout;
  readonly lines: readonly SumsLine[];
}
