/** The contract forms this version knows. Adding one: a file beside this one, a type in the model, a line here. */

import type { Contract, ContractForm } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';
import { guarantee } from './guarantee.ts';
import { lumpSum } from './lump-sum.ts';
import { priceTimesVolume } from './price-times-volume.ts';
import { revenueCap } from './revenue-cap.ts';

const RULES: { readonly [F in ContractForm]: FormRule<Extract<Contract, { form: F }>> } = {
  'price-times-volume': priceTimesVolume,
  'revenue-cap': revenueCap,
  'lump-sum': lumpSum,
  guarantee,
};

/** The rule of a contract's form. */
export function formRule(contract: Contract): FormRule<Contract> {
  // The table's type pairs each form with its own contract; a look-up by form keeps that pair.
  return RULES[contract.form] as FormRule<Contract>;
}
