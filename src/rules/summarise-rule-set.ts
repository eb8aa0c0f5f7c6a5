/** A rule set in a few lines: what a list shows of it. */

import type { RuleSet } from '../model/rule-set.ts';
import type { RuleSetSummary } from '../model/rules-documents.ts';

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
