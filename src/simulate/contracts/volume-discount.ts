/**
 * Volume discount in bands of production. Marginal: every band has its own factor. Retroactive: all
 * production has the factor of the band reached, so that pay jumps at its border.
 */

import type { VolumeDiscount } from '../../model/contract.ts';
import type { FormRule } from './form-rule.ts';

export const volumeDiscount: FormRule<VolumeDiscount> = {
  form: 'volume-discount',
  order: 12,
  needs: () => [],
  bends: () => true,
  pay({ mode, bands }, { payCents }) {
    if (mode === 'retroactive') {
      return payCents * (bands.findLast(({ fromCents }) => payCents >= fromCents)?.factor ?? 1);
    }
    return bands.reduce((pay, { fromCents, factor }, i) => {
      const upTo = bands[i + 1]?.fromCents ?? Number.POSITIVE_INFINITY;
      const inside = Math.max(0, Math.min(payCents, upTo) - fromCents);
      return pay + (factor - 1) * inside;
    }, payCents);
  },
  limitCents: () => undefined,
};
