/** One advice step by step: every number that led to it, and what would have changed it. */

import type { Computed, Status } from './meta.ts';
import type { ScoreStatus } from './score.ts';
import type { Bilingual } from './text.ts';

/** What one answer adds to the score of one cluster. */
export interface ItemContribution {
  readonly item: string;
  readonly label: string;
  readonly name: Bilingual;
  /** The rating, or `{undefined: 'missing'}`: then nothing is added. */
  readonly rating: Computed<number>;
  readonly coefficient: number;
}

/** A red rule that applies: every part has exactly this severity. */
export interface FiredRedRule {
  readonly parts: readonly { readonly item: string; readonly severity: number }[];
  /** The rule set it stands in, by id and source. */
  readonly source: string;
}

export interface ClusterExplanation {
  readonly cluster: string;
  readonly name: Bilingual;
  /** 1 = advised; the order of probability, ties lowest cluster first. */
  readonly rank: number;
  readonly probability: number;
  /** constant + sum of contributions, or `{undefined: 'red-rule'}`. */
  readonly score: Computed<number>;
  /** The same sum with red rules left out. */
  readonly sum: number;
  readonly constant: number;
  readonly contributions: readonly ItemContribution[];
  readonly redRules: readonly FiredRedRule[];
}

/** One other rating of one item that leads to another advice. */
export interface AdviceChange {
  readonly item: string;
  readonly from: Computed<number>;
  readonly to: number;
  /** `{undefined: 'none-fits'}` where red rules then leave no cluster. */
  readonly advised: Computed<string>;
  readonly probability: number;
}

export interface Explanation {
  readonly status: ScoreStatus;
  readonly supercluster: Computed<string>;
  readonly advised: Computed<string>;
  readonly second: Computed<string>;
  readonly probability: Computed<number>;
  readonly entropy: Computed<number>;
  readonly tie: boolean;
  readonly itemsMissing: number;
  /** Clusters of the supercluster, most probable first; empty without a score. */
  readonly clusters: readonly ClusterExplanation[];
  /** Advised against second: score difference, and per item what it adds to that difference, largest first. */
  readonly runnerUp: Computed<{
    readonly difference: number;
    readonly constant: number;
    readonly items: readonly { readonly item: string; readonly difference: number }[];
  }>;
  readonly changes: readonly AdviceChange[];
  readonly rule: {
    readonly id: string;
    readonly title: Bilingual;
    readonly status: Status;
    readonly source: string;
    readonly sha256: string;
  };
}
