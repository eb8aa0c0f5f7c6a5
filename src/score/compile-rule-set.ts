/**
 * A rule set laid out for speed: per supercluster one table in the order the loop reads it.
 *
 * Red rules with one item stand in the table as -Infinity; those with two hang on their first
 * (item, severity) cell, so that a case meets only the few that can concern it.
 */

import type { RuleSet } from '../model/rule-set.ts';

export interface CompiledSupercluster {
  /** Indexes into the rule set's cluster list, lowest number first: ties go to the lowest. */
  readonly members: Int16Array;
  readonly constants: Float64Array;
  /** (item * severities + severity) * members.length + member. */
  readonly table: Float64Array;
  /** Pair rules of cell c = item * severities + severity are pairs[pairStart[c] … pairStart[c + 1] - 1]. */
  readonly pairStart: Int32Array;
  readonly pairItem: Int16Array;
  readonly pairSeverity: Int8Array;
  readonly pairMember: Int16Array;
}

export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  /** One per supercluster, in the rule set's order. */
  readonly superclusters: readonly CompiledSupercluster[];
  readonly superclusterAt: ReadonlyMap<string, number>;
  /** Supercluster index of every cluster. */
  readonly superclusterOf: Int16Array;
}

/** Compiles a rule set that `checkRuleSet` found sound. */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  const superclusterAt = new Map(ruleSet.superclusters.map((group, at) => [group.code, at]));
  return {
    ruleSet,
    superclusters: ruleSet.superclusters.map((group) => compileSupercluster(ruleSet, group.code)),
    superclusterAt,
    superclusterOf: Int16Array.from(ruleSet.clusters, (cluster) => superclusterAt.get(cluster.supercluster)!),
  };
}

function compileSupercluster(set: RuleSet, code: string): CompiledSupercluster {
  const members = set.clusters
    .map((cluster, at) => ({ cluster, at }))
    .filter(({ cluster }) => cluster.supercluster === code)
    .sort((a, b) => a.cluster.number - b.cluster.number)
    .map(({ at }) => at);
  const cells = set.items.length * set.severities;
  const table = new Float64Array(cells * members.length);
  for (let cell = 0; cell < cells; cell++) {
    members.forEach((cluster, member) => {
      table[cell * members.length + member] = set.coefficients[cell * set.clusters.length + cluster]!;
    });
  }
  const pairs: { cell: number; item: number; severity: number; member: number }[] = [];
  for (const rule of set.redRules) {
    const member = members.indexOf(rule.cluster);
    if (member < 0) continue;
    const cell = rule.item * set.severities + rule.severity;
    if (rule.item2 === undefined) table[cell * members.length + member] = Number.NEGATIVE_INFINITY;
    else pairs.push({ cell, item: rule.item2, severity: rule.severity2!, member });
  }
  pairs.sort((a, b) => a.cell - b.cell);
  const pairStart = new Int32Array(cells + 1);
  for (const pair of pairs) pairStart[pair.cell + 1]! += 1;
  for (let cell = 0; cell < cells; cell++) pairStart[cell + 1]! += pairStart[cell]!;
  return {
    members: Int16Array.from(members),
    constants: Float64Array.from(members, (cluster) => set.constants[cluster]!),
    table,
    pairStart,
    pairItem: Int16Array.from(pairs, (pair) => pair.item),
    pairSeverity: Int8Array.from(pairs, (pair) => pair.severity),
    pairMember: Int16Array.from(pairs, (pair) => pair.member),
  };
}
