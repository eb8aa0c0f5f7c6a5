/**
 * Transition from an old budget: pay = R + f (budget - R), with f falling over the years
 * (0.95, 0.70, 0). Source: transition of Dutch hospital funding, BWBR0030318.
 */

import type { Transition } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const transition: FormRule<Transition> = {
  form: 'transition',
  order: 60,
  needs: () => [],
  bends: ({ share }) => share !== 0,
  pay: ({ oldBudgetCents, share }, { payCents }) => payCents + share * (oldBudgetCents - payCents),
  limitCents: () => undefined,
};
