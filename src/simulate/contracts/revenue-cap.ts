/**
 * Revenue ceiling (omzetplafond): production R above the agreed amount A is repaid, less a bridging
 * part: repay = max(0, R - A - min(b (R - A)+, Bmax)). Source: agreement monitors of Dutch insurers;
 * bridging is a proposal of this project. Under the duty to continue care the production above the
 * ceiling goes on and its cost stays with the provider: pay is the same, so the key only informs.
 */

import type { RevenueCap } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const revenueCap: FormRule<RevenueCap> = {
  form: 'revenue-cap',
  order: 40,
  needs: () => [],
  bends: () => true,
  pay({ agreedCents, bridgingShare = 0, bridgingMaxCents }, { payCents }) {
    const above = Math.max(0, payCents - agreedCents);
    const bridged = Math.min(bridgingShare * above, bridgingMaxCents ?? Number.POSITIVE_INFINITY);
    return payCents - Math.max(0, above - bridged);
  },
  limitCents: ({ agreedCents }) => agreedCents,
};
