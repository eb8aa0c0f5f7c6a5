/** What must hold of a finished rule set before it may score anyone; all faults at once. */

import type { Issue } from '../model/issue.ts';
import type { RedRule, RuleSet } from '../model/rule-set.ts';
import { named } from './named.ts';
import { redRulesByCluster } from './red-rules.ts';

/**
 * Checks shape, codes, numbers and red rules. Errors make a set unusable; warnings are said and
 * leave it usable: a cluster that can never be advised, a red rule given twice.
 */
export function checkRuleSet(set: RuleSet): Issue[] {
  return [...checkShape(set), ...checkCodes(set), ...checkNumbers(set), ...checkRedRules(set)];
}

function error(code: string, params: NonNullable<Issue['params']>): Issue {
  return { code, severity: 'error', params };
}

function checkShape(set: RuleSet): Issue[] {
  const issues: Issue[] = [];
  for (const [list, entries] of [
    ['items', set.items],
    ['clusters', set.clusters],
    ['superclusters', set.superclusters],
  ] as const) {
    if (entries.length === 0) issues.push(error('rules-empty-list', { list }));
  }
  const expected = set.items.length * set.severities * set.clusters.length;
  if (set.coefficients.length !== expected || set.constants.length !== set.clusters.length) {
    issues.push(error('rules-shape', { expected, found: set.coefficients.length }));
  }
  if (!Number.isInteger(set.maxMissing) || set.maxMissing < 0 || set.maxMissing >= set.items.length) {
    issues.push(error('rules-max-missing', { highest: Math.max(0, set.items.length - 1) }));
  }
  return issues;
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

function checkCodes(set: RuleSet): Issue[] {
  const issues: Issue[] = [];
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['items', set.items.map((item) => item.code)],
    ['superclusters', set.superclusters.map((group) => group.code)],
    ['clusters', set.clusters.map((cluster) => cluster.code)],
    // `5`, `05` and `ZT05` are one cluster to every reader of a file.
    ['clusters', set.clusters.map((cluster) => String(cluster.number))],
  ];
  for (const [list, codes] of lists) {
    const twice = repeated(codes);
    if (twice.length > 0) issues.push(error('rules-code-twice', { list, ...named(twice) }));
  }
  const known = new Set(set.superclusters.map((group) => group.code));
  const stray = set.clusters.filter((cluster) => !known.has(cluster.supercluster));
  if (stray.length > 0) {
    issues.push(error('rules-supercluster-unknown', named(stray.map((cluster) => cluster.code))));
  }
  const used = new Set(set.clusters.map((cluster) => cluster.supercluster));
  const empty = set.superclusters.filter((group) => !used.has(group.code));
  if (empty.length > 0) {
    issues.push({
      code: 'rules-supercluster-empty',
      severity: 'warning',
      params: named(empty.map((group) => group.code)),
    });
  }
  return issues;
}

function checkNumbers(set: RuleSet): Issue[] {
  const infinite = (values: Float64Array) => values.filter((value) => !Number.isFinite(value)).length;
  const count = infinite(set.coefficients) + infinite(set.constants);
  return count > 0 ? [error('rules-not-finite', { count })] : [];
}

function checkRedRules(set: RuleSet): Issue[] {
  const issues: Issue[] = [];
  const inRange = (index: number, length: number) => Number.isInteger(index) && index >= 0 && index < length;
  const sound = (rule: RedRule) =>
    inRange(rule.item, set.items.length) &&
    inRange(rule.severity, set.severities) &&
    inRange(rule.cluster, set.clusters.length) &&
    (rule.item2 === undefined) === (rule.severity2 === undefined) &&
    (rule.item2 === undefined ||
      (inRange(rule.item2, set.items.length) && inRange(rule.severity2!, set.severities)));
  const unsound = set.redRules.filter((rule) => !sound(rule)).length;
  if (unsound > 0) return [error('rules-red-rule-index', { count: unsound })];

  const keys = set.redRules.map((rule) => JSON.stringify(rule));
  const twice = keys.length - new Set(keys).size;
  if (twice > 0) issues.push({ code: 'rules-red-rule-twice', severity: 'warning', params: { count: twice } });

  const never = redRulesByCluster(set).flatMap((rules, cluster) => {
    const singles = new Set(
      rules
        .filter((rule) => rule.item2 === undefined)
        .map((rule) => rule.item * set.severities + rule.severity),
    );
    const shut = set.items.some((_, item) =>
      Array.from({ length: set.severities }, (_, s) => item * set.severities + s).every((key) =>
        singles.has(key),
      ),
    );
    return shut ? [set.clusters[cluster]!.code] : [];
  });
  if (never.length > 0) {
    issues.push({ code: 'rules-cluster-never', severity: 'warning', params: named(never) });
  }
  return issues;
}
