/** Red rules on one case: which of them make a cluster impossible. */

import type { FiredRedRule } from '../model/explanation.ts';
import type { RedRule, RuleSet } from '../model/rule-set.ts';

/** The red rules of every cluster, in the order of the cluster list. */
export function redRulesByCluster(set: Pick<RuleSet, 'clusters' | 'redRules'>): RedRule[][] {
  const lists: RedRule[][] = set.clusters.map(() => []);
  for (const rule of set.redRules) lists[rule.cluster]!.push(rule);
  return lists;
}

/** Whether a rule applies: every item it names has exactly its severity. A missing item (-1) never does. */
export function redRuleFires(rule: RedRule, ratings: ArrayLike<number>): boolean {
  return (
    ratings[rule.item] === rule.severity &&
    (rule.item2 === undefined || ratings[rule.item2] === rule.severity2)
  );
}

/** Whether any red rule makes this cluster impossible for these ratings. */
export function isRuledOut(
  set: Pick<RuleSet, 'redRules'>,
  cluster: number,
  ratings: ArrayLike<number>,
): boolean {
  return set.redRules.some((rule) => rule.cluster === cluster && redRuleFires(rule, ratings));
}

/** A rule by the codes of its items. */
export function describeRedRule(set: Pick<RuleSet, 'items' | 'id' | 'source'>, rule: RedRule): FiredRedRule {
  const first = { item: set.items[rule.item]!.code, severity: rule.severity };
  const source = `${set.id}: ${set.source}`;
  if (rule.item2 === undefined) return { parts: [first], source };
  return { parts: [first, { item: set.items[rule.item2]!.code, severity: rule.severity2! }], source };
}
