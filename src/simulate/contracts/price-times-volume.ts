/** Pay what was produced at the agreed prices, times an optional factor on the tariff. */

import type { PriceTimesVolume } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const priceTimesVolume: FormRule<PriceTimesVolume> = {
  form: 'price-times-volume',
  order: 10,
  needs: () => [],
  bends: () => false,
  pay: ({ factor = 1 }, { payCents }) => payCents * factor,
  limitCents: () => undefined,
};
