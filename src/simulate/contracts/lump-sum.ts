/**
 * Lump sum (aanneemsom): the agreed amount A whatever the production R. With a corridor c only
 * production outside A (1 - c) … A (1 + c) is settled, from the edge on, so that pay has no jump.
 */

import type { LumpSum } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const lumpSum: FormRule<LumpSum> = {
  form: 'lump-sum',
  order: 40,
  needs: () => [],
  bends: () => true,
  pay({ agreedCents, corridorShare }, { payCents }) {
    if (corridorShare === undefined) return agreedCents;
    const high = agreedCents * (1 + corridorShare);
    const low = agreedCents * (1 - corridorShare);
    return agreedCents + Math.max(0, payCents - high) - Math.max(0, low - payCents);
  },
  limitCents: ({ agreedCents }) => agreedCents,
};
