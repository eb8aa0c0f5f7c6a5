/** A price list: amounts per cluster and unit, with validity, payer, setting, status and source. */

import type { Status } from './meta.ts';

export type PriceUnit = 'episode' | 'day' | 'bed-day' | 'review-period' | 'year' | 'assessment';

export interface PriceRow {
  readonly cluster: string;
  readonly unit: PriceUnit;
  /** Blank = every setting. */
  readonly setting: string;
  /** Blank = every payer. */
  readonly payer: string;
  /** First and last day (days since 1970-01-01, both included); absent = no limit. */
  readonly from?: number;
  readonly until?: number;
  /** Day on which the price was made known (days since 1970-01-01); absent = not said. */
  readonly published?: number;
  /** Amounts may have fractions of a cent; only published totals are rounded. */
  readonly amountCents: number;
  readonly status: Status | '';
  readonly source: string;
}

export interface PriceList {
  readonly id: string;
  readonly rows: readonly PriceRow[];
  /** Rows published after this day are left aside; absent = none. */
  readonly asOf?: number;
  readonly sha256: string;
}
