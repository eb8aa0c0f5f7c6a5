/**
 * What every contract form answers. A form is a pure function of the care under the contract;
 * it knows nothing of rows, groups or other contracts. One file a form; `forms.ts` lists them.
 */

import type { Contract } from '../../model/contract.ts';
import type { Measure } from '../cells.ts';

/** Care under one contract, besides payment. */
export interface CareMeasures {
  /** Distinct patients paid under the contract. */
  readonly patients: number;
  readonly episodes: number;
  readonly bedDays: number;
  /** Sum of the column `cost`. Cents. */
  readonly costCents: number;
  /** Of patients and production, the shares inside the cut-offs of a trimmed mean; 1 without cut-offs. */
  readonly insideCutOffs: { readonly patients: number; readonly production: number };
}

/** Care under one contract; a measure is 0 unless the form asks for it. */
export interface ContractFacts extends CareMeasures {
  /** Pay so far, after the steps before this one. Cents. */
  readonly payCents: number;
  /** Payment by price and volume before any contract. Cents. */
  readonly grossCents: number;
}

export const NO_CARE: CareMeasures = {
  patients: 0,
  episodes: 0,
  bedDays: 0,
  costCents: 0,
  insideCutOffs: { patients: 1, production: 1 },
};

export interface FormRule<C extends Contract> {
  readonly form: C['form'];
  /** Place in the pipeline: lower acts first; see the steps in `pipeline.ts`. */
  readonly order: number;
  /** Quantities besides payment that decide what is paid. */
  needs(contract: C): readonly Measure[];
  /** Whether pay is anything but production times a factor, so that intervals must be drawn. */
  bends(contract: C): boolean;
  /** Pay after this step, in cents, not rounded. */
  pay(contract: C, facts: ContractFacts): number;
  /** Production at which the agreement is used up, if the form has such a point. */
  limitCents(contract: C, facts: ContractFacts): number | undefined;
}
