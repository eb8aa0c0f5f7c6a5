/** What `prices intensity` answers: how much a unit of each cluster takes, and a list made from it. */

import type { IssueSummary } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { PriceRow, PriceUnit } from './price-list.ts';
import type { RowCounts } from './score.ts';

/** What intensity is measured in: the column `cost` (euros) or `minutes`. */
export type IntensityMeasure = 'cost' | 'minutes';

export interface ClusterIntensity {
  readonly cluster: string;
  /** With a measure; weighted by the probabilities under typing `expected`. */
  readonly episodes: number;
  /** With a chance above 0 to be of this cluster. */
  readonly patients: number;
  /** Units with a measure. */
  readonly quantity: number;
  /** Euros or minutes per unit. */
  readonly mean: Computed<number>;
  /** `mean` divided by that of all clusters together: 1 = average. */
  readonly intensity: Computed<number>;
  readonly interval: Computed<{ readonly level: number; readonly low: number; readonly high: number }>;
}

export interface IntensityList {
  readonly budgetCents: number;
  /** Cents for a unit of intensity 1, not rounded. */
  readonly scaleCents: number;
  readonly exactTotalCents: number;
  readonly wholeTotalCents: number;
  /** Budget less what the whole-cent list pays: at most half a cent times the total quantity. */
  readonly remainderCents: number;
  readonly newList: readonly PriceRow[];
}

export interface Intensity {
  readonly from: IntensityMeasure;
  readonly unit: PriceUnit;
  /** Episodes that take part, and those among them without a measure. */
  readonly episodes: number;
  readonly withoutMeasure: number;
  readonly overall: { readonly quantity: number; readonly mean: Computed<number> };
  readonly clusters: readonly ClusterIntensity[];
  /** Present where a budget was given. */
  readonly list?: IntensityList;
}

export interface IntensityDocument extends Intensity {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
}
