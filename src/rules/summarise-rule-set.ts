/** A rule set in a few lines: what a list and a page of it show. */

import type { Meta } from '../model/meta.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { RuleSetSummary, RulesShowDocument } from '../model/rules-documents.ts';

/** Counts instead of tables; names, status, source and checksum as they are. */
export function summariseRuleSet(set: RuleSet): RuleSetSummary {
  return {
    id: set.id,
    title: set.title,
    status: set.status,
    source: set.source,
    ...(set.validFrom === undefined ? {} : { validFrom: set.validFrom }),
    items: set.items.length,
    clusters: set.clusters.length,
    redRules: set.redRules.length,
    maxMissing: set.maxMissing,
    sha256: set.sha256,
  };
}

/** One set with its clusters: constant and number of red rules of each. */
export function rulesShowDocument(meta: Meta, set: RuleSet): RulesShowDocument {
  return {
    meta,
    ruleSet: {
      ...summariseRuleSet(set),
      itemList: set.items,
      superclusterList: set.superclusters,
      clusterList: set.clusters.map((cluster, k) => ({
        ...cluster,
        constant: set.constants[k]!,
        redRules: set.redRules.filter((rule) => rule.cluster === k).length,
      })),
    },
  };
}
