/** What makes two rule sets the same: the bytes their checksum is taken over. */

import { createHash } from 'node:crypto';
import type { RedRule, RuleSet } from '../model/rule-set.ts';

type Content = Omit<RuleSet, 'sha256'>;

function redRuleKey(rule: RedRule): readonly number[] {
  const single = [rule.item, rule.severity];
  if (rule.item2 === undefined || rule.severity2 === undefined) return [rule.cluster, ...single];
  const second = [rule.item2, rule.severity2];
  // A pair means the same whichever item is named first.
  const swap = rule.item2 < rule.item || (rule.item2 === rule.item && rule.severity2 < rule.severity);
  return [rule.cluster, ...(swap ? [...second, ...single] : [...single, ...second])];
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * SHA-256, in hexadecimal, of everything that decides an advice: item codes, clusters with their
 * superclusters and review terms, severities, maxMissing, every coefficient, constant and red rule.
 *
 * Names, id, title, source and status are left out, so that two institutions that loaded the same
 * tables under different names see that they use the same rules. Column order, decimal signs, line
 * endings and the order of red rules have no part in it.
 */
export function ruleSetSha256(set: Content): string {
  const redRules = set.redRules.map(redRuleKey).sort(compareNumbers);
  const canonical = JSON.stringify({
    schema: 'zorgcluster/rule-set@1',
    severities: set.severities,
    maxMissing: set.maxMissing,
    items: set.items.map((item) => item.code),
    superclusters: set.superclusters.map((group) => group.code),
    clusters: set.clusters.map((cluster) => [
      cluster.code,
      cluster.number,
      cluster.supercluster,
      cluster.reviewTerm?.length ?? 0,
      cluster.reviewTerm?.unit ?? '',
    ]),
    // -0 and 0 are the same number; JSON writes both as 0.
    coefficients: Array.from(set.coefficients),
    constants: Array.from(set.constants),
    redRules,
  });
  return createHash('sha256').update(canonical).digest('hex');
}

/** Whether two sets are the same in everything, also in names, status, source and validity. */
export function sameRuleSet(a: RuleSet, b: RuleSet): boolean {
  const words = (set: RuleSet) =>
    JSON.stringify([
      set.id,
      set.title.nl,
      set.title.en,
      set.status,
      set.source,
      set.validFrom ?? '',
      set.items.map((item) => [item.label, item.name.nl, item.name.en]),
      set.superclusters.map((group) => [group.name.nl, group.name.en]),
      set.clusters.map((cluster) => [cluster.name.nl, cluster.name.en]),
    ]);
  return a.sha256 === b.sha256 && words(a) === words(b);
}
