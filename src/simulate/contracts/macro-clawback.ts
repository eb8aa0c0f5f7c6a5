/**
 * Macro clawback (macrobeheersinstrument): when the revenue of the sector exceeds its frame, everyone
 * hands back the same share: levy = R - frame x R / sector revenue. Both are given, so pay stays in
 * proportion to production. Source: BWBR0034296, article 4.
 */

import type { MacroClawback } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const macroClawback: FormRule<MacroClawback> = {
  form: 'macro-clawback',
  order: 100,
  needs: () => [],
  bends: () => false,
  pay: ({ frameCents, sectorRevenueCents }, { payCents }) =>
    sectorRevenueCents > frameCents ? (payCents * frameCents) / sectorRevenueCents : payCents,
  limitCents: () => undefined,
};
