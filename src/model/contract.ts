/**
 * Contracts between a provider and a payer, as data: one object per agreement, told apart by `form`.
 * Amounts are cents, shares 0-1. Formulas and their order stand in src/simulate/contracts.
 */

/** Part of a payer's care that a contract covers; absent keys do not restrict. */
export interface ContractScope {
  readonly setting?: string | undefined;
  readonly cluster?: string | undefined;
  readonly site?: string | undefined;
}

export interface ContractBase {
  /** A payer's code, the name of a payer group, or "*": all payers without a contract of their own, together. */
  readonly payer: string;
  readonly scope?: ContractScope | undefined;
  /** Only production of this calendar year falls under the contract. */
  readonly year?: number | undefined;
}

/** Pay what the prices say, times an optional factor on the tariff. */
export interface PriceTimesVolume extends ContractBase {
  readonly form: 'price-times-volume';
  readonly factor?: number | undefined;
}

/** Repay what was produced above the ceiling, less a bridging part; the duty to continue care stays. */
export interface RevenueCap extends ContractBase {
  readonly form: 'revenue-cap';
  readonly agreedCents: number;
  readonly bridgingShare?: number | undefined;
  readonly bridgingMaxCents?: number | undefined;
  readonly dutyToContinue?: boolean | undefined;
}

/** One amount whatever the production, inside an optional corridor around it. */
export interface LumpSum extends ContractBase {
  readonly form: 'lump-sum';
  readonly agreedCents: number;
  /** Production beyond agreed x (1 ± share) is settled. */
  readonly corridorShare?: number | undefined;
}

/** At least a share of the agreed amount, or an amount per patient. */
export interface Guarantee extends ContractBase {
  readonly form: 'guarantee';
  readonly agreedCents?: number | undefined;
  readonly guaranteeShare?: number | undefined;
  readonly meanPerPatientCents?: number | undefined;
}

export type Contract = PriceTimesVolume | RevenueCap | LumpSum | Guarantee;
export type ContractForm = Contract['form'];
