/** What `explain` and `rules` hand over as JSON and as tables. */

import type { Explanation } from './explanation.ts';
import type { Meta, Status } from './meta.ts';
import type { RuleCluster, RuleItem, RuleSupercluster } from './rule-set.ts';
import type { Bilingual } from './text.ts';

export interface ExplainDocument {
  readonly meta: Meta;
  /** One per row of the patient, or the one case given; `row` is the data row in the file. */
  readonly cases: readonly (Explanation & { readonly row?: number })[];
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
