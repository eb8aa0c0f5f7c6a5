/**
 * One patient to euros: every quantity, price and contract behind what a run pays for that patient.
 * Cents are integers that add up: lines and contracts to the episode, episodes to the patient,
 * patients to the total of the run. Prices are not rounded.
 */

import type { ContractForm } from './contract.ts';
import type { Computed, Status } from './meta.ts';
import type { PriceUnit } from './price-list.ts';
import type { MoneyPair } from './simulation.ts';

/** One price over one stretch of days, for one of the clusters the episode may be of. */
export interface PaymentLine {
  readonly cluster: string;
  /** Of the cluster under the typing; 1 where it is given. */
  readonly probability: number;
  readonly unit: PriceUnit;
  /** ISO dates, both included. */
  readonly from: string;
  readonly until: string;
  /** Units, if the episode is of this cluster. */
  readonly quantity: number;
  /** Data row of the price list, 1 = first below the header. */
  readonly listRow: number;
  readonly listedCents: number;
  readonly status: Status | '';
  readonly source: string;
  /** ISO date on which the price was made known, where the list says it. */
  readonly published?: string;
  /** What the scenario puts in place of the listed amount. */
  readonly override?: { readonly amountCents?: number; readonly factor?: number };
  /** Factors; 1 where none applies. */
  readonly index: number;
  readonly volume: number;
  /** Cents per unit: listed or overridden amount times index and volume. */
  readonly priceCents: number;
  /** probability x quantity x price. */
  readonly cents: number;
}

/** What a contract adds to (or takes from) the episode: its part of the adjustment, by gross payment. */
export interface PaymentAdjustment {
  readonly payer: string;
  readonly form: ContractForm;
  /** Step that binds, "" where the contract changes nothing. */
  readonly binding: string;
  readonly cents: number;
}

/** Days for which the list has no price, if the episode is of the cluster. */
export interface PaymentGap {
  readonly cluster: string;
  readonly probability: number;
  /** Absent: the cluster has no price at all. */
  readonly unit?: PriceUnit;
  readonly days: number;
}

export interface EpisodeSide {
  /** `current`: revenue as the file has it; there are no lines then. */
  readonly paidBy: 'current' | 'prices';
  /** Clusters under the typing, with their probabilities. */
  readonly clusters: readonly { readonly cluster: string; readonly probability: number }[];
  readonly lines: readonly PaymentLine[];
  readonly gaps: readonly PaymentGap[];
  readonly contracts: readonly PaymentAdjustment[];
  /** Lines together, before contracts. */
  readonly grossCents: number;
  readonly cents: number;
}

export interface EpisodePayment extends MoneyPair {
  /** Data row in the case file. */
  readonly row: number;
  readonly baseline: EpisodeSide;
  readonly scenario: EpisodeSide;
}

export interface PatientPayment {
  /** The patient's episodes together; or why none of them takes part. */
  readonly total: Computed<MoneyPair>;
  /** What the run pays for all patients. */
  readonly run: MoneyPair;
  readonly episodes: readonly EpisodePayment[];
  /** Episodes that leave both sides, with the reason. */
  readonly left: readonly { readonly row: number; readonly reason: string }[];
}
