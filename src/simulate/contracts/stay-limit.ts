/**
 * Limit on stay: repay = max(0, (bed days - agreed days) x mean price of a day).
 * Source: agreement monitors of Dutch insurers (form 3A).
 */

import type { StayLimit } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const stayLimit: FormRule<StayLimit> = {
  form: 'stay-limit',
  order: 20,
  needs: () => ['bed-days'],
  bends: () => true,
  pay: ({ agreedDays, meanDayPriceCents }, { payCents, bedDays }) =>
    payCents - Math.max(0, (bedDays - agreedDays) * meanDayPriceCents),
  limitCents: () => undefined,
};
