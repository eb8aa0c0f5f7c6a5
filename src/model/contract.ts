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

/** Repay above the lower of the agreed amount and the agreed mean per patient times patients. */
export interface DynamicCapDown extends ContractBase {
  readonly form: 'dynamic-cap-down';
  readonly agreedCents: number;
  readonly meanPerPatientCents: number;
}

/** Repay above the higher of the two. */
export interface DynamicCapUp extends ContractBase {
  readonly form: 'dynamic-cap-up';
  readonly agreedCents: number;
  readonly meanPerPatientCents: number;
}

/** Repay what the mean per patient exceeds the agreed mean, at most the excess over the agreed revenue. */
export interface MeanPerPatient extends ContractBase {
  readonly form: 'mean-per-patient';
  /** Default 0: the mean alone decides. */
  readonly agreedRevenueCents?: number | undefined;
  readonly meanPerPatientCents: number;
  /**
   * Cut-offs of a patient's revenue, both counted as inside: [highest] or [lowest, highest]. Then only
   * the patients inside them are compared with the agreed mean, and the agreed revenue plays no part.
   */
  readonly trimCents?: readonly number[] | undefined;
}

/** Repay bed days above the agreed number at the mean price of a day. */
export interface StayLimit extends ContractBase {
  readonly form: 'stay-limit';
  readonly agreedDays: number;
  readonly meanDayPriceCents: number;
}

/** One measured quality. Where better is lower, the target lies below the threshold. */
export interface QualityIndicator {
  readonly name: string;
  readonly value: number;
  readonly threshold: number;
  /** Needed for `linear`; for `step` it only says which way is better. */
  readonly target?: number | undefined;
  /** Default 1. */
  readonly weight?: number | undefined;
  /** `linear` (default): 0 at the threshold, 1 at the target; `step`: 1 from the threshold on. */
  readonly shape?: 'step' | 'linear' | undefined;
}

/** A share of pay depends on quality. */
export interface QualityPay extends ContractBase {
  readonly form: 'quality-pay';
  readonly weight: number;
  readonly indicators: readonly QualityIndicator[];
}

/** Savings against a benchmark are shared, and losses where agreed; both from the first euro. */
export interface SharedSavings extends ContractBase {
  readonly form: 'shared-savings';
  readonly benchmarkCents: number;
  readonly sharingRate: number;
  /** Share of the benchmark below which savings are not shared. Default 0. */
  readonly minimumSavingsRate?: number | undefined;
  /** Highest shared savings as a share of the benchmark; absent = no limit. */
  readonly savingsCap?: number | undefined;
  /** 0-1. */
  readonly quality?: number | undefined;
  /** Quality from which savings are shared in full. Default 0. */
  readonly qualityGate?: number | undefined;
  /** Quality from which, below the gate, savings are shared at the rate times the quality; absent = not at all. */
  readonly alternativeGate?: number | undefined;
  /** Share of losses the provider bears; 0 = one-sided. */
  readonly lossRate?: number | undefined;
  readonly minimumLossRate?: number | undefined;
  readonly lossCap?: number | undefined;
}

/** One target amount per episode, reconciled with cost. */
export interface Bundle extends ContractBase {
  readonly form: 'bundle';
  readonly baseCents: number;
  /** Factors; default 1. */
  readonly trend?: number | undefined;
  readonly caseMix?: number | undefined;
  /** Default 0. */
  readonly discount?: number | undefined;
  /** Largest settlement as a share of the targets together; absent = no limit. */
  readonly stopShare?: number | undefined;
}

/** Lower prices for larger production. */
export interface VolumeDiscount extends ContractBase {
  readonly form: 'volume-discount';
  /** `marginal`: each band its factor; `retroactive`: all at the factor of the band reached. */
  readonly mode: 'marginal' | 'retroactive';
  /** Rising; production below the first band has factor 1. */
  readonly bands: readonly { readonly fromCents: number; readonly factor: number }[];
}

/** The payer shares cost far above a target, the provider returns when cost stays far below. */
export interface RiskCorridor extends ContractBase {
  readonly form: 'risk-corridor';
  readonly targetCents: number;
  /**
   * Rising deviations from the target and the share of each band that is settled; the last may be
   * without end. Deviations (0.03) or ratios (1.03), one or the other.
   */
  readonly bands: readonly { readonly upTo?: number | undefined; readonly share: number }[];
}

/** Part of the old budget is kept while a new system grows in. */
export interface Transition extends ContractBase {
  readonly form: 'transition';
  readonly oldBudgetCents: number;
  /** Share of the difference with the old budget that is still paid. */
  readonly share: number;
}

/** Everyone hands back in proportion when the sector exceeds its frame. */
export interface MacroClawback extends ContractBase {
  readonly form: 'macro-clawback';
  readonly frameCents: number;
  readonly sectorRevenueCents: number;
}

export type Contract =
  | PriceTimesVolume
  | VolumeDiscount
  | Bundle
  | StayLimit
  | MeanPerPatient
  | RevenueCap
  | DynamicCapDown
  | DynamicCapUp
  | LumpSum
  | Guarantee
  | Transition
  | QualityPay
  | SharedSavings
  | RiskCorridor
  | MacroClawback;
export type ContractForm = Contract['form'];
