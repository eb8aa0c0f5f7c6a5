/**
 * What every contract form answers. A form is a pure function of the care under the contract;
 * it knows nothing of rows, groups or other contracts. One file a form; `forms.ts` lists them.
 */

import type { Contract } from '../../model/contract.ts';
import type { Measure } from '../cells.ts';

/** Care under one contract. */
export interface ContractFacts {
  /** Pay so far, after the steps before this one. Cents. */
  readonly payCents: number;
  /** Payment by price and volume before any contract. Cents. */
  readonly grossCents: number;
  /** Distinct patients paid under the contract; 0 unless the form asks for it. */
  readonly patients: number;
  /** 0 unless the form asks for it. */
  readonly bedDays: number;
  /** Sum of the column `cost`; 0 unless the form asks for it. Cents. */
  readonly costCents: number;
}

export interface FormRule<C extends Contract> {
  readonly form: C['form'];
  /** Place in the pipeline: lower acts first; see simulation steps in `pipeline.ts`. */
  readonly order: number;
  /** Quantities besides payment that the form looks at. */
  needs(contract: C): readonly Measure[];
  /** Whether pay is anything but production times a factor, so that intervals must be drawn. */
  bends(contract: C): boolean;
  /** Pay after this step, in cents, not rounded. */
  pay(contract: C, facts: ContractFacts): number;
  /** Production at which the agreement is used up, if the form has such a point. */
  limitCents(contract: C, facts: ContractFacts): number | undefined;
}
