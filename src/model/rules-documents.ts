/** What `explain` and `rules` hand over as JSON and as tables. */

import type { Explanation } from './explanation.ts';
import type { IssueSummary } from './issue.ts';
import type { Computed, Meta, Status } from './meta.ts';
import type { PatientPayment } from './patient-payment.ts';
import type { RuleCluster, RuleItem, RuleSupercluster } from './rule-set.ts';
import type { RowCounts } from './score.ts';
import type { ScenarioName } from './simulation.ts';
import type { Bilingual } from './text.ts';

export interface ExplainDocument {
  readonly meta: Meta;
  /** Of the case file, where there is one. */
  readonly rows?: RowCounts;
  readonly issues?: readonly IssueSummary[];
  /** One per row of the patient, or the one case given; `row` is the data row in the file. */
  readonly cases: readonly (Explanation & { readonly row?: number })[];
  /** Where a scenario was given: what it pays for the patient, against its baseline. */
  readonly scenario?: ScenarioName;
  readonly baseline?: ScenarioName;
  readonly payment?: PatientPayment;
}

export interface RuleSetSummary {
  readonly id: string;
  readonly title: Bilingual;
  readonly status: Status;
  readonly source: string;
  /** Absent = always. */
  readonly validFrom?: string;
  readonly items: number;
  readonly clusters: number;
  readonly redRules: number;
  readonly maxMissing: number;
  readonly sha256: string;
}

export interface RulesListDocument {
  readonly meta: Meta;
  readonly ruleSets: readonly RuleSetSummary[];
  /** Folders that hold a rule set with faults; `rules check ID` says which. */
  readonly broken: readonly string[];
}

export interface RulesShowDocument {
  readonly meta: Meta;
  readonly ruleSet: RuleSetSummary & {
    readonly itemList: readonly RuleItem[];
    readonly superclusterList: readonly RuleSupercluster[];
    readonly clusterList: readonly (RuleCluster & {
      readonly constant: number;
      readonly redRules: number;
    })[];
  };
}

export interface RulesImportDocument extends RulesShowDocument {
  /** Which header of which table was taken for what. */
  readonly mapping: readonly {
    readonly file: string;
    readonly table: 'coefficients' | 'constants' | 'redRules' | 'superclusters' | 'types';
    readonly rows: number;
    readonly columns: readonly { readonly header: string; readonly role: string }[];
  }[];
  readonly issues: readonly IssueSummary[];
}

/** A coefficient (item and severity given) or a constant of a cluster that both sets have. */
export interface NumberChange {
  readonly item?: string;
  readonly severity?: number;
  readonly cluster: string;
  readonly from: number;
  readonly to: number;
  /** to - from. */
  readonly difference: number;
}

export interface RedRuleChange {
  readonly change: 'added' | 'removed';
  readonly cluster: string;
  readonly item: string;
  readonly severity: number;
  readonly item2?: string;
  readonly severity2?: number;
}

/** Another word for the same thing; what it says, not what it does. */
export interface NameChange {
  readonly what: 'item' | 'supercluster' | 'cluster' | 'cluster-code';
  readonly code: string;
  readonly from: Bilingual;
  readonly to: Bilingual;
}

export interface NumberChanges {
  /** Of the items, severities and clusters that both sets have. */
  readonly compared: number;
  readonly changed: number;
  /** By size of the difference, at most ten. */
  readonly largest: readonly NumberChange[];
}

/** A cluster moved to another supercluster, or with another review term (`6 month`, blank = none). */
export interface ClusterChange {
  readonly cluster: string;
  readonly what: 'supercluster' | 'review-term';
  readonly from: string;
  readonly to: string;
}

/** How advices change when the first set gives way to the second. */
export interface AdviceChanges {
  /** Rows with an advice under one set at least. */
  readonly n: number;
  /** Of those the rows whose advice differs, lost and gained advices among them. */
  readonly flipped: number;
  readonly share: Computed<number>;
  /** Rows with an advice under each set. */
  readonly advised: { readonly from: number; readonly to: number };
  /** Most frequent first; '' = no advice. `share` is of the rows that had `from`. */
  readonly flips: readonly {
    readonly from: string;
    readonly to: string;
    readonly n: number;
    readonly share: number;
  }[];
  readonly clusters: readonly {
    readonly cluster: string;
    readonly from: number;
    readonly to: number;
    readonly stayed: number;
    readonly left: number;
    readonly joined: number;
  }[];
}

export interface RulesDiffDocument {
  readonly meta: Meta;
  readonly from: RuleSetSummary;
  readonly to: RuleSetSummary;
  /** Whether both give every case the same advice with the same probabilities: equal checksums. */
  readonly same: boolean;
  readonly coefficients: NumberChanges;
  readonly constants: NumberChanges;
  readonly redRules: {
    readonly added: number;
    readonly removed: number;
    readonly changes: readonly RedRuleChange[];
  };
  readonly names: readonly NameChange[];
  readonly clusters: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly ClusterChange[];
  };
  readonly items: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly maxMissing: { readonly from: number; readonly to: number };
  /** Every coefficient and constant that changed, in the order of the second set. */
  readonly numbers: readonly NumberChange[];
  /** Only with a case file. */
  readonly cases?: {
    readonly rows: RowCounts;
    readonly issues: readonly IssueSummary[];
    readonly advice: AdviceChanges;
  };
}
