/** The adaptive questionnaire: what is settled by the answers so far, what to ask next, and why it stopped. */

import type { Explanation, FiredRedRule } from './explanation.ts';
import type { Computed, Meta } from './meta.ts';
import type { RuleItem } from './rule-set.ts';
import type { ScoreStatus } from './score.ts';

/** When the questionnaire stops asking. `probability` stops at the bound too, where that comes first. */
export type StopRule =
  | { readonly kind: 'bound' }
  | { readonly kind: 'all' }
  | { readonly kind: 'probability'; readonly atLeast: number };

/**
 * Why it stopped. `bound`: no answer to an open question can change the outcome. `probability`: the
 * chance asked for is reached, which promises nothing about the full route. `all`: every question
 * has an answer, so this is the full route.
 */
export type StopReason = 'bound' | 'probability' | 'all';

/** One cluster against the leading one, over everything the open questions may still do. */
export interface Rival {
  readonly cluster: string;
  /** Score of the leading cluster minus this one's, over the answered questions; red rules that fired make it undefined. */
  readonly lead: Computed<number>;
  /** The least that lead can become; `{undefined: 'ruled-out'}` where this cluster cannot be possible any more. */
  readonly leadAtLeast: Computed<number>;
  /** No answer can make this cluster the advice. */
  readonly excluded: boolean;
}

/**
 * What the full route can still give. A completion rates every open question 0 … severities-1, or
 * leaves it unknown for at most `unknownsLeft` of them.
 */
export interface AdviceBound {
  /** Every completion gives the same outcome. */
  readonly holds: boolean;
  /** That outcome: the advised cluster, or `{undefined: 'none-fits' | 'too-many-missing'}`; else `{undefined: 'open'}`. */
  readonly advised: Computed<string>;
  /** Clusters that were not excluded, lowest number first. */
  readonly candidates: readonly string[];
  /** Questions that may still stay unknown before the rule set gives no advice. */
  readonly unknownsLeft: number;
  /** The rule's own probability of the advice on the full route is at least this; only where a cluster is settled. */
  readonly probabilityAtLeast: Computed<number>;
  /** Against the cluster that leads; empty without one. */
  readonly rivals: readonly Rival[];
}

/** An open question and what its answer is expected to tell. */
export interface AdaptiveQuestion {
  readonly item: RuleItem;
  /** Index in the rule set's item list. */
  readonly at: number;
  /** Expected fall of the entropy of the clusters, nats. */
  readonly gain: number;
  /** The same as a share of the entropy now; 0 where nothing is left to learn. */
  readonly gainShare: number;
}

export interface AdaptiveCluster {
  readonly cluster: string;
  /** Given the answers so far; over all answers the rule's own probability. */
  readonly probability: number;
}

/** Where the questionnaire stands after some answers; a pure function of them. */
export interface AdaptiveStep {
  readonly supercluster: string;
  /** Answers given, `not known` among them. */
  readonly asked: number;
  readonly unknown: number;
  readonly open: number;
  readonly stop: Computed<StopReason>;
  /** What is advised at the stop; `{undefined: 'not-finished'}` before it, else why there is none. */
  readonly advised: Computed<string>;
  /** Whether the full route gives the same: true at `bound` and `all` only. */
  readonly sameAsFullRoute: boolean;
  /** Outcome of the full route, once every question has an answer. */
  readonly status: Computed<ScoreStatus>;
  readonly bound: AdviceBound;
  /** Clusters of the supercluster, most probable first; empty where none can fit. */
  readonly clusters: readonly AdaptiveCluster[];
  /** Of those probabilities, nats. */
  readonly entropy: number;
  /** Open questions, most telling first; ties in the order of the form. */
  readonly questions: readonly AdaptiveQuestion[];
  /** What to ask now: the most telling one, or where all are asked the first on the form. */
  readonly next: Computed<AdaptiveQuestion>;
}

/** One other answer to a question that was answered, and what would then be settled. */
export interface AnswerChange {
  readonly item: string;
  readonly from: Computed<number>;
  readonly to: number;
  /** The advice that would be settled, or why none is. */
  readonly advised: Computed<string>;
  /** The cluster that would lead, and its probability. */
  readonly leading: Computed<string>;
  readonly probability: number;
}

/** Why one cluster leads, from the answered questions alone, and what could turn that. */
export interface StepExplanation {
  /** The two most probable clusters: score difference, and what each answer adds to it, largest first. */
  readonly comparison: Computed<{
    readonly first: string;
    readonly second: string;
    readonly constant: number;
    readonly items: readonly { readonly item: string; readonly difference: number }[];
    readonly lead: number;
    /** What the open questions leave of that lead at worst. */
    readonly leadAtLeast: Computed<number>;
  }>;
  readonly redRules: readonly (FiredRedRule & { readonly cluster: string })[];
  /** Other answers that would unsettle or turn a settled advice; empty before it is settled. */
  readonly changes: readonly AnswerChange[];
}

/** What `ask` hands over as JSON and as tables. */
export interface AskDocument extends AdaptiveStep {
  readonly meta: Meta;
  /** Answered questions in the order in which they were asked. */
  readonly answers: readonly { readonly item: string; readonly answer: Computed<number> }[];
  readonly explanation: StepExplanation;
  /** Once every question is answered: the explanation of the full route. */
  readonly full?: Explanation;
  readonly rule: Explanation['rule'];
}
