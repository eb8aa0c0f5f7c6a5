/**
 * Bundled payment: a target per episode T = base x trend x case-mix x (1 - discount); what the
 * targets together exceed cost is added to pay, what they fall short is taken back, at most a stop.
 * Source: Bundled Payments for Care Improvement Advanced; Dutch bundles.
 */

import type { Bundle } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const bundle: FormRule<Bundle> = {
  form: 'bundle',
  order: 14,
  needs: () => ['episodes', 'cost'],
  bends: () => true,
  pay(contract, { payCents, episodes, costCents }) {
    const { baseCents, trend = 1, caseMix = 1, discount = 0, stopShare } = contract;
    const target = baseCents * trend * caseMix * (1 - discount) * episodes;
    const stop = stopShare === undefined ? Number.POSITIVE_INFINITY : stopShare * target;
    return payCents + Math.min(stop, Math.max(-stop, target - costCents));
  },
  limitCents: () => undefined,
};
