/**
 * From long rows to a rule set, with the proof that it is complete: every (item, severity, cluster)
 * once, every cluster one constant, no unknown code, finite numbers. All faults are listed at once.
 */

import type { Checked, Issue } from '../model/issue.ts';
import type { RedRule, RuleCluster, RuleItem, RuleSet, RuleSupercluster } from '../model/rule-set.ts';
import { ruleSetSha256 } from './canonical.ts';
import { checkRuleSet } from './check-rule-set.ts';
import { named } from './named.ts';

/** What rule-set.json holds. */
export type RuleSetHead = Pick<
  RuleSet,
  'id' | 'title' | 'status' | 'source' | 'validFrom' | 'maxMissing' | 'severities'
>;

/** Rows refer to items and clusters by index; NaN marks a number that could not be read (already said). */
export interface RuleSetRows {
  readonly head: RuleSetHead;
  readonly items: readonly RuleItem[];
  readonly superclusters: readonly RuleSupercluster[];
  readonly clusters: readonly RuleCluster[];
  readonly coefficients: readonly {
    item: number;
    severity: number;
    cluster: number;
    value: number;
    row: number;
  }[];
  readonly constants: readonly { cluster: number; value: number; row: number }[];
  readonly redRules: readonly RedRule[];
  /** Base names of the files, for sentences. */
  readonly files: { readonly coefficients: string; readonly constants: string };
}

/**
 * Builds the set. A value is given only when there is no error; warnings do not hold it back.
 * `found` are the faults of reading the rows, reported together with those found here.
 */
export function assembleRuleSet(rows: RuleSetRows, found: readonly Issue[] = []): Checked<RuleSet> {
  const issues: Issue[] = [...found];
  const { items, clusters, head } = rows;
  const coefficients = new Float64Array(items.length * head.severities * clusters.length).fill(Number.NaN);
  const seen = new Uint8Array(coefficients.length);
  for (const { item, severity, cluster, value, row } of rows.coefficients) {
    const at = (item * head.severities + severity) * clusters.length + cluster;
    if (seen[at]! > 0) {
      issues.push({
        code: 'rules-coefficient-twice',
        severity: 'error',
        row,
        params: { file: rows.files.coefficients },
      });
    }
    seen[at] = 1;
    coefficients[at] = value;
  }
  const missing: string[] = [];
  seen.forEach((times, at) => {
    if (times > 0) return;
    const cluster = at % clusters.length;
    const cell = (at - cluster) / clusters.length;
    const item = Math.floor(cell / head.severities);
    missing.push(`${items[item]!.code}/${cell % head.severities}/${clusters[cluster]!.code}`);
  });
  if (missing.length > 0) {
    issues.push({
      code: 'rules-coefficient-missing',
      severity: 'error',
      params: { file: rows.files.coefficients, ...named(missing) },
    });
  }

  const constants = new Float64Array(clusters.length).fill(Number.NaN);
  const hasConstant = new Uint8Array(clusters.length);
  for (const { cluster, value, row } of rows.constants) {
    if (hasConstant[cluster]! > 0) {
      issues.push({
        code: 'rules-constant-twice',
        severity: 'error',
        row,
        params: { file: rows.files.constants },
      });
    }
    hasConstant[cluster] = 1;
    constants[cluster] = value;
  }
  const without = clusters.filter((_, cluster) => hasConstant[cluster] === 0).map((cluster) => cluster.code);
  if (without.length > 0) {
    issues.push({
      code: 'rules-constant-missing',
      severity: 'error',
      params: { file: rows.files.constants, ...named(without) },
    });
  }
  if (issues.some((issue) => issue.severity === 'error')) return { issues };

  const content = { ...head, items, superclusters: rows.superclusters, clusters, coefficients, constants };
  const redRules = rows.redRules;
  const value: RuleSet = { ...content, redRules, sha256: ruleSetSha256({ ...content, redRules }) };
  issues.push(...checkRuleSet(value));
  return issues.some((issue) => issue.severity === 'error') ? { issues } : { value, issues };
}
