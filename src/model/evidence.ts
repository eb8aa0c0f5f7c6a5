/** What a payer may ask of a learning network, with the evidence that the data hold for it. */

import type { Meta } from './meta.ts';

/** One finding of a member and what was done about it; kept by the member itself. */
export interface ImprovementEntry {
  readonly member: string;
  /** yyyy-mm-dd */
  readonly date: string;
  readonly finding: string;
  readonly action: string;
  /** Blank = still open. */
  readonly followUpDate?: string;
  readonly followUp?: string;
}

export type ConditionId =
  | 'members'
  | 'independent'
  | 'measured'
  | 'response'
  | 'instrument'
  | 'case-mix'
  | 'uncertainty'
  | 'robust'
  | 'privacy'
  | 'used'
  | 'followed-up';

/** `not-seen`: these files cannot show it, either way. */
export type ConditionStatus = 'met' | 'not-met' | 'not-seen';

export interface EvidenceCondition {
  readonly condition: ConditionId;
  readonly status: ConditionStatus;
  /** The number or fact behind it, in the language asked for. */
  readonly evidence: string;
}

export interface EvidenceMember {
  readonly member: string;
  /** Episodes in at least one model. */
  readonly n: number | string;
  readonly hasOutcome: boolean;
  /** Share measured twice, 0-1. */
  readonly response: number | { readonly undefined: string };
  /** Entries in the improvement log, and those with a follow-up. */
  readonly entries: number;
  readonly followedUp: number;
}

export interface Evidence {
  readonly conditions: readonly EvidenceCondition[];
  readonly members: readonly EvidenceMember[];
  readonly counts: Readonly<Record<ConditionStatus, number>>;
  readonly notes: readonly string[];
}

/** What of the files at hand the conditions are judged by. */
export interface EvidenceFacts {
  /** contributions: sealed files, one a member; result: a comparison written before. */
  readonly from: 'contributions' | 'result';
  /** Distinct signing keys among the contributions; 0 where none is signed. */
  readonly signers: number;
  /** Whether the keys were checked against a list. */
  readonly keysChecked: boolean;
  /** '' = not named. */
  readonly instrument: string;
  readonly conversion: string;
  /** Rules of the gate that the contributions passed. */
  readonly gateRules: readonly string[];
  /** Undefined where no log was given. */
  readonly log?: readonly ImprovementEntry[];
  /** Least response asked for, 0-1; undefined = no norm. */
  readonly minResponse?: number;
}

/** The JSON document of the command. */
export interface EvidenceDocument extends Evidence {
  readonly meta: Meta;
}
