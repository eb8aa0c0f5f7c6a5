/** What `prices balance` and `prices solve` answer. Money is cents. */

import type { IssueSummary } from './issue.ts';
import type { Computed, Meta } from './meta.ts';
import type { PriceRow } from './price-list.ts';
import type { RowCounts } from './score.ts';
import type { LintFinding } from './simulation.ts';

export interface BalancedPrice {
  /** Data row of the list, 1 = first below the header. */
  readonly row: number;
  readonly cluster: string;
  readonly unit: PriceRow['unit'];
  readonly fixed: boolean;
  /** Units in the case file. */
  readonly quantity: number;
  readonly listedCents: number;
  /** Not rounded: with these the budget is met. */
  readonly exactCents: number;
  /** Whole cents: what the new list says. */
  readonly amountCents: number;
  readonly changePct: Computed<number>;
}

export interface BalanceDocument {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
  readonly list: { readonly id: string; readonly rows: number };
  readonly budgetCents: number;
  /** Production at the listed, the exact and the whole-cent amounts, before contracts. */
  readonly listedTotalCents: number;
  readonly exactTotalCents: number;
  readonly wholeTotalCents: number;
  /** Budget less what the whole-cent list pays. */
  readonly remainderCents: number;
  /** One factor on every price that is not fixed, where that is what was done. */
  readonly factor: Computed<number>;
  readonly prices: readonly BalancedPrice[];
  /** Findings in the new list that the old one did not have. */
  readonly lint: readonly LintFinding[];
  /** The new list as rows of a price-list file. */
  readonly newList: readonly PriceRow[];
}

export interface SolveDocument {
  readonly meta: Meta;
  readonly rows: RowCounts;
  readonly issues: readonly IssueSummary[];
  readonly list: { readonly id: string; readonly rows: number };
  readonly price: {
    readonly row: number;
    readonly cluster: string;
    readonly unit: PriceRow['unit'];
    readonly listedCents: number;
    readonly quantity: number;
  };
  readonly targetCents: number;
  readonly listedTotalCents: number;
  /** `closed-form` where the total is a straight line in the price, else `search`. */
  readonly method: 'closed-form' | 'search';
  readonly range: {
    readonly lowestCents: number;
    readonly highestCents: number;
    readonly totalAtLowestCents: number;
    readonly totalAtHighestCents: number;
  };
  /** The answer where there is one price; otherwise why not. */
  readonly amountCents: Computed<number>;
  readonly solutions: readonly {
    /** Prices from here to there all do; equal where one price does. */
    readonly fromCents: number;
    readonly untilCents: number;
    /** The first of them in whole cents, and the total it gives. */
    readonly amountCents: number;
    readonly totalCents: number;
  }[];
}
