/** The contract forms this version knows. Adding one: a file beside this one, a type in the model, a line here. */

import type { Contract, ContractForm } from '../../model/contract.ts';
import { bundle } from './bundle.ts';
import { dynamicCapDown } from './dynamic-cap-down.ts';
import { dynamicCapUp } from './dynamic-cap-up.ts';
import type { FormRule } from './form-rule.ts';
import { guarantee } from './guarantee.ts';
import { lumpSum } from './lump-sum.ts';
import { macroClawback } from './macro-clawback.ts';
import { meanPerPatient } from './mean-per-patient.ts';
import { priceTimesVolume } from './price-times-volume.ts';
import { qualityPay } from './quality-pay.ts';
import { revenueCap } from './revenue-cap.ts';
import { riskCorridor } from './risk-corridor.ts';
import { sharedSavings } from './shared-savings.ts';
import { stayLimit } from './stay-limit.ts';
import { transition } from './transition.ts';
import { volumeDiscount } from './volume-discount.ts';

const RULES: { readonly [F in ContractForm]: FormRule<Extract<Contract, { form: F }>> } = {
  'price-times-volume': priceTimesVolume,
  'volume-discount': volumeDiscount,
  bundle,
  'stay-limit': stayLimit,
  'mean-per-patient': meanPerPatient,
  'revenue-cap': revenueCap,
  'dynamic-cap-down': dynamicCapDown,
  'dynamic-cap-up': dynamicCapUp,
  'lump-sum': lumpSum,
  guarantee,
  transition,
  'quality-pay': qualityPay,
  'shared-savings': sharedSavings,
  'risk-corridor': riskCorridor,
  'macro-clawback': macroClawback,
};

/** The rule of a contract's form. */
export function formRule(contract: Contract): FormRule<Contract> {
  // The table's type pairs each form with its own contract; a look-up by form keeps that pair.
  return RULES[contract.form] as FormRule<Contract>;
}
