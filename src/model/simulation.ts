/**
 * Result of a simulation. Money is integer cents, shares and levels are 0-1, differences are
 * scenario - baseline, and every breakdown adds up to its total to the cent.
 */

import type { ContractForm } from './contract.ts';
import type { IssueSummary, Severity } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { PriceUnit } from './price-list.ts';
import type { RowCounts } from './score.ts';

/** What an interval speaks of: these patients (typing only), the population they come from, next year's patients. */
export type IntervalTarget = 'these-patients' | 'population' | 'next-year';

export interface MoneyInterval {
  readonly target: IntervalTarget;
  readonly level: number;
  readonly lowCents: number;
  readonly highCents: number;
  /** Present when the interval is indicative only; a sentence. */
  readonly note?: string;
}

export interface SimulationPopulation {
  /** Episodes on both sides. */
  readonly episodes: number;
  readonly patients: number;
  /** Left both sides: blank current revenue while the baseline is current revenue. */
  readonly withoutBaseline: number;
  /** Left both sides: no cluster under the typing and none chosen. */
  readonly withoutCluster: number;
  /** Left both sides: no start date although prices or quantities depend on dates. */
  readonly withoutStart: number;
  /** Counted, paid 0: start on or after the valuation date. */
  readonly notStarted: number;
  /** Counted, paid 0: the list has no price. Weighted by the probabilities under typing `expected`. */
  readonly unpriced: { readonly episodes: number; readonly days: number };
  /** Share of the scenario's gross payment that goes to the costliest 1 % of patients. */
  readonly topPercentShare: Computed<number>;
}

/** Baseline, scenario and difference of one group or total. */
export interface MoneyPair {
  readonly baselineCents: number;
  readonly scenarioCents: number;
  readonly differenceCents: number;
}

export interface SimulationTotal extends MoneyPair {
  readonly differencePct: Computed<number>;
  readonly interval: Computed<MoneyInterval>;
  readonly sd: Computed<{
    readonly typingCents: number;
    readonly samplingCents: number;
    readonly totalCents: number;
  }>;
}

export type GroupDimension = 'site' | 'team' | 'payer' | 'setting' | 'member';

export interface SimulationGroup extends MoneyPair {
  /** A blank group is "". */
  readonly value: string;
  readonly n: number;
  readonly interval: Computed<MoneyInterval>;
}

export interface SimulationCluster extends MoneyPair {
  readonly cluster: string;
  /** Episodes; weighted by the probabilities under typing `expected`. */
  readonly n: number;
  readonly interval: Computed<MoneyInterval>;
}

export type WaterfallStep = 'price' | 'index' | 'volume' | 'typing' | 'contract';

export interface Winners {
  readonly unit: GroupDimension;
  /** Relative change against the baseline, from <= change < to; an absent end is open. */
  readonly bins: readonly {
    readonly from?: number;
    readonly to?: number;
    readonly units: number;
    readonly share: number;
  }[];
}

export interface ContractOutcome {
  readonly payer: string;
  readonly form: ContractForm;
  /** Payment by price and volume of the care under this contract, before any contract. */
  readonly grossCents: number;
  /** The same care after all contracts. */
  readonly netCents: number;
  /** What this contract alone adds (positive) or takes back (negative). */
  readonly adjustmentCents: number;
  /** Name of the step that binds; "" when the contract changes nothing. */
  readonly binding: string;
  /** Pay for one more euro of production, patients unchanged (right derivative). */
  readonly marginalPerEuro: number;
  /** Pay for one more patient with the mean care of those under the contract. */
  readonly marginalPerPatientCents: Computed<number>;
  /** ISO date on which the agreed amount was reached. */
  readonly exhaustedOn: Computed<string>;
  /** Under the duty to continue care: cost of the care above the ceiling less what is paid for it. */
  readonly continuedCareLossCents?: Computed<number>;
  /** Production per calendar month (yyyy-mm), before contracts; adds up to `grossCents`. */
  readonly monthly: Computed<readonly { readonly month: string; readonly grossCents: number }[]>;
}

export interface LintFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Data row of the price list, 1 = first below the header. */
  readonly row?: number;
  readonly cluster?: string;
}

/** How the volume of one cluster answers to its price. */
export interface VolumeAnswer {
  readonly cluster: string;
  readonly elasticity: number;
  /** Mean payment per episode, scenario against baseline. */
  readonly priceRatio: number;
  /** priceRatio ^ elasticity: what quantities are multiplied by. */
  readonly factor: number;
}

/** Assumptions about how people answer to prices, and what they amount to here. */
export interface AssumedBehaviour {
  readonly retype?: {
    readonly share: number;
    readonly margin: number;
    readonly borderlineEpisodes: number;
    /** share x borderline: counted in the waterfall's step typing. */
    readonly retypedEpisodes: number;
  };
  /** Counted in the waterfall's step volume. */
  readonly volumeResponse?: readonly VolumeAnswer[];
}

/** Everything that follows from prepared quantities and prices. */
export interface SimulationOutcome {
  readonly population: SimulationPopulation;
  readonly total: SimulationTotal;
  readonly byCluster: readonly SimulationCluster[];
  readonly by: Readonly<Partial<Record<GroupDimension, readonly SimulationGroup[]>>>;
  readonly waterfall: readonly { readonly step: WaterfallStep; readonly cents: number }[];
  readonly winners: Computed<Winners>;
  readonly contracts: readonly ContractOutcome[];
  readonly lint: readonly LintFinding[];
  /** Present only where the scenario assumes any. */
  readonly behaviour?: AssumedBehaviour;
}

/** Winners and losers of one dimension; no bins where the file does not have it. */
export interface WinnersOf {
  readonly unit: GroupDimension;
  readonly bins: Computed<Winners['bins']>;
}

/** Money of the costliest patients: integer cents, and the share of all money. */
export interface TailMoney {
  readonly cents: number;
  readonly share: Computed<number>;
}

/** The costliest share of patients: at least one patient. */
export interface TailLevel {
  readonly share: number;
  readonly patients: number;
  /** Each by its own order of patients; the difference by its size, sign left out. */
  readonly baseline: TailMoney;
  readonly scenario: TailMoney;
  readonly difference: TailMoney;
}

/** How much of the money few patients bring, and whom it comes from. */
export interface TailReport {
  readonly levels: readonly TailLevel[];
  /** Of the costliest 1 % under the scenario, before contracts; adds up to what they bring before contracts. */
  readonly byUnit: readonly {
    readonly unit: PriceUnit;
    readonly topCents: number;
    readonly allCents: number;
    /** Of all money of this unit. */
    readonly share: Computed<number>;
  }[];
  /** Who bears it: after contracts, adds up to the level's cents. A blank payer is "". */
  readonly byPayer: readonly {
    readonly payer: string;
    readonly topCents: number;
    readonly allCents: number;
    /** Of all money of this payer. */
    readonly share: Computed<number>;
  }[];
}

/** One year of a scenario that says how prices, volume, transition and mix go on. */
export interface SimulationYear extends SimulationTotal {
  /** 0 = the single-year run. */
  readonly year: number;
  /** Where the scenario says which the first is. */
  readonly calendarYear?: number;
  readonly contracts: readonly Pick<
    ContractOutcome,
    'payer' | 'form' | 'grossCents' | 'netCents' | 'adjustmentCents' | 'binding'
  >[];
}

/** The difference with one input lower and higher, the rest unchanged. */
export interface TornadoBar {
  /** A cluster's prices, an entry of the index, or a volume factor. */
  readonly kind: 'price' | 'index' | 'volume';
  readonly name: string;
  readonly lowCents: number;
  readonly highCents: number;
}

/** A scenario, or `current` for the revenue that the file has. */
export interface ScenarioName {
  readonly id: string;
  readonly title: string;
}

/** Another scenario over the same file, against its own baseline. */
export interface SimulationBeside {
  readonly scenario: ScenarioName;
  readonly baseline: ScenarioName;
  readonly episodes: number;
  readonly total: SimulationTotal;
  readonly byCluster: readonly SimulationCluster[];
}

export interface SimulationResult extends SimulationOutcome {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
  readonly scenario: ScenarioName;
  readonly baseline: ScenarioName;
  /** Scenarios set beside this one, in the order asked for; absent when none was. */
  readonly beside?: readonly SimulationBeside[];
  /** Present where the scenario has `years`. */
  readonly years?: readonly SimulationYear[];
  /** Dimensions asked for; absent when none was. */
  readonly winnersBy?: readonly WinnersOf[];
  /** Absent when not asked for. */
  readonly tail?: TailReport;
  /** One-way sensitivity, largest swing first; absent when not asked for. */
  readonly tornado?: { readonly share: number; readonly bars: readonly TornadoBar[] };
}

/** Whether a recorded run gives the same again. */
export interface VerifyDocument {
  readonly meta: Meta;
  readonly verified: boolean;
  /** Version of the program that made the record; only this may differ. */
  readonly recordedVersion: string;
  readonly differences: readonly {
    readonly where: string;
    readonly recorded: string;
    readonly found: string;
  }[];
}

/** What `prices lint` gives: the list and what is odd in it. */
export interface PriceLintDocument {
  readonly meta: Meta;
  readonly list: { readonly id: string; readonly rows: number };
  readonly lint: readonly LintFinding[];
}
