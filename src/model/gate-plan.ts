/** What a query must find in rows that are elsewhere, so that the gate can judge them. */

import type { ModelName } from './benchmark.ts';

/** Rows of which anything is asked: all but those that left before. */
export interface PlanStage {
  readonly key: string;
  /** Cells whose rows left, in the order in which they did; a later one takes what earlier ones left. */
  readonly without: readonly PlanCell[];
}

/** Rows that are in exactly these models and have one of the words in each category named. */
export interface PlanCell {
  readonly inModels: readonly ModelName[];
  readonly notIn: readonly ModelName[];
  readonly levels: readonly { readonly category: number; readonly words: readonly string[] }[];
}

/** Levels of one category that were put together. */
export interface PlanSet {
  readonly key: string;
  readonly category: number;
  readonly words: readonly string[];
}

/** A column about its mean: a number or response by its item, or being in a level. */
export type PlanColumn =
  | { readonly item: string; readonly mean: number }
  | { readonly category: number; readonly words: readonly string[]; readonly mean: number };

/** A question with numbers in it that earlier answers gave. */
export type PlanAsk =
  | {
      readonly kind: 'left';
      readonly key: string;
      readonly model: ModelName;
      readonly stage: string;
      /** The column less its slopes on the others; asked is the share of two patients in its squares. */
      readonly terms: readonly { readonly column: PlanColumn; readonly slope: number }[];
    }
  | {
      readonly kind: 'heavy';
      readonly key: string;
      readonly model: ModelName;
      readonly stage: string;
      readonly n: number;
      readonly columns: readonly PlanColumn[];
      readonly inverse: readonly (readonly number[])[];
      readonly limit: number;
    };

export interface GatePlan {
  readonly stages: readonly PlanStage[];
  readonly sets: readonly PlanSet[];
  readonly asks: readonly PlanAsk[];
}

/** One line of the table that a query gives. */
export interface SumsFact {
  readonly fact: string;
  readonly model: string;
  readonly stage: string;
  /** `c0` … levels of a category, `s0` … levels put together, `b:ITEM` one of two values. */
  readonly category: string;
  readonly level: string;
  readonly item: string;
  readonly other: string;
  readonly amount: number;
}
