/**
 * Risk corridor around a target T for cost C: per band of the deviation |C - T| / T a share is
 * settled, added when cost is above the target, returned when it is below. Beyond a last band with
 * an end nothing more is settled. Source: 42 USC 18062 (0 within 3 %, 50 % to 8 %, 80 % beyond).
 */

import type { RiskCorridor } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const riskCorridor: FormRule<RiskCorridor> = {
  form: 'risk-corridor',
  order: 90,
  needs: () => ['cost'],
  bends: () => true,
  pay({ targetCents, bands }, { payCents, costCents }) {
    const deviation = costCents - targetCents;
    // Ratios to the target (1.03) say the same as deviations from it (0.03).
    const origin = (bands[0]?.upTo ?? 0) >= 1 ? 1 : 0;
    let settled = 0;
    let from = 0;
    for (const { upTo, share } of bands) {
      const until = upTo === undefined ? Number.POSITIVE_INFINITY : (upTo - origin) * targetCents;
      settled += share * Math.max(0, Math.min(Math.abs(deviation), until) - from);
      from = until;
    }
    return payCents + Math.sign(deviation) * settled;
  },
  limitCents: () => undefined,
};
