/**
 * A simulation written out so that it can be reckoned again elsewhere: prices, quantities and
 * contracts. Money in cents; total = what the lines produce, then each contract in its order.
 */

import type { Contract } from './contract.ts';
import type { PriceRow } from './price-list.ts';

/** Quantity paid by one row of the list under one override, index entry, set of volume factors and part. */
export interface LedgerLine {
  /** Position in the list. */
  readonly row: number;
  readonly cluster: string;
  /** Expected units, before the volume factor. */
  readonly quantity: number;
  readonly volumeFactor: number;
  readonly indexFactor: number;
  /** From an override: this amount instead of the listed one, or a factor on it. */
  readonly overrideCents?: number;
  readonly overrideFactor?: number;
  /** Position in `parts`. */
  readonly part: number;
}

/** Care that falls under the same contracts. */
export interface LedgerPart {
  /** Positions in `contracts`. */
  readonly contracts: readonly number[];
  readonly episodes: number;
}

export interface LedgerContract {
  readonly contract: Contract;
  readonly patients: number;
  readonly episodes: number;
  readonly bedDays: number;
  readonly costCents: number;
  /** Shares inside the cut-offs of a trimmed mean, as they are at the listed prices. */
  readonly insidePatients: number;
  readonly insideProduction: number;
}

export interface SimulationLedger {
  readonly prices: readonly PriceRow[];
  readonly lines: readonly LedgerLine[];
  readonly parts: readonly LedgerPart[];
  /** In the order in which they act. */
  readonly contracts: readonly LedgerContract[];
  readonly baselineCents: number;
  readonly scenarioCents: number;
}
