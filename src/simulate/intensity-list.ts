/** A price list from relative intensities: intensity x scale, the scale such that the list pays the budget. */

import { refuse } from '../issue/refusal.ts';
import type { ClusterIntensity, IntensityList, IntensityMeasure } from '../model/intensity.ts';
import type { PriceRow, PriceUnit } from '../model/price-list.ts';
import type { Lang } from '../model/text.ts';
import { say } from '../text/say.ts';
import { INTENSITY_WORDS as I } from '../text/words/intensity.ts';
import { currentRevenueCents } from './current-revenue.ts';
import type { PreparedSimulation } from './prepared.ts';
import { roundCents } from './rounding.ts';

/**
 * A row for every cluster with an intensity; whole cents, so that a remainder is left and stated.
 * @param prepared with one row per cluster, in order of `intensities`
 * @throws Refusal `intensity-nothing-to-scale`
 */
export function intensityList(
  prepared: PreparedSimulation,
  intensities: readonly ClusterIntensity[],
  terms: {
    readonly budget?: number | 'current';
    readonly from: IntensityMeasure;
    readonly unit: PriceUnit;
  },
  lang: Lang,
): IntensityList {
  const { side, sums } = prepared;
  const budget = terms.budget === 'current' ? currentRevenueCents(prepared) : (terms.budget ?? 0);
  // All episodes are paid, also those whose cost is not known.
  const quantities = new Float64Array(intensities.length);
  for (const [id, cell] of side.frame.cells.entries()) {
    if (cell.measure === undefined) quantities[cell.cluster]! += sums.quantities[side.offset + id]!;
  }
  const known = [...intensities.keys()].flatMap((k) => {
    const { intensity } = intensities[k]!;
    return typeof intensity === 'number' ? [{ k, intensity }] : [];
  });
  const weight = known.reduce((sum, { k, intensity }) => sum + intensity * quantities[k]!, 0);
  if (!(weight > 0)) throw refuse('intensity-nothing-to-scale', {});
  const scaleCents = budget / weight;
  const source = say(terms.from === 'cost' ? I.sourceCost : I.sourceMinutes, lang);
  const newList = known.map(
    ({ k, intensity }): PriceRow => ({
      cluster: intensities[k]!.cluster,
      unit: terms.unit,
      setting: '',
      payer: '',
      amountCents: roundCents(intensity * scaleCents),
      status: 'derived',
      source,
    }),
  );
  const whole = known.reduce((sum, { k }, at) => sum + newList[at]!.amountCents * quantities[k]!, 0);
  return {
    budgetCents: roundCents(budget),
    scaleCents,
    exactTotalCents: roundCents(weight * scaleCents),
    wholeTotalCents: roundCents(whole),
    remainderCents: roundCents(budget) - roundCents(whole),
    newList,
  };
}
