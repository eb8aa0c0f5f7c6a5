/**
 * A rule set laid out for speed. Per supercluster one table by item and severity, and the same summed up
 * over blocks of a few items: a case then takes one look-up per block and cluster instead of one per item.
 *
 * Red rules with one item stand in the tables as -Infinity. Those with two hang on their first
 * (item, severity) cell; in the blocks they stand as -Infinity where a block has both items, so that a
 * case meets only the few others that can concern it.
 */

import type { RuleSet } from '../model/rule-set.ts';

/** Consecutive items whose answers are read as one key: digits of base severities + 1, 0 = missing. */
export interface ItemBlock {
  readonly first: number;
  /** One more than the last. */
  readonly end: number;
}

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
  /** Coefficients added up over the items of each block: blockStart[block] + key * members.length + member. */
  readonly blockSums: Float64Array;
  readonly blockStart: Int32Array;
  /** Cells c with pair rules over two blocks: for these a case looks its answers up one by one. */
  readonly pairCells: Int32Array;
}

export interface CompiledRuleSet {
  readonly ruleSet: RuleSet;
  readonly blocks: readonly ItemBlock[];
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
    blocks: itemBlocks(ruleSet),
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
  const { severities } = set;
  const blocks = itemBlocks(set);
  const sums = blocks.map((block) => {
    const inside = (item: number): boolean => item >= block.first && item < block.end;
    const within = pairs.filter(({ cell, item }) => inside(Math.floor(cell / severities)) && inside(item));
    return sumsOfBlock(set, table, members.length, block, within);
  });
  const blockOf = (item: number): number => blocks.findIndex(({ end }) => item < end);
  const across = pairs.filter(({ cell, item }) => blockOf(Math.floor(cell / severities)) !== blockOf(item));
  return {
    members: Int16Array.from(members),
    constants: Float64Array.from(members, (cluster) => set.constants[cluster]!),
    table,
    blockSums: joined(sums),
    blockStart: Int32Array.from(sums, (_, at) =>
      sums.slice(0, at).reduce((length, one) => length + one.length, 0),
    ),
    pairCells: Int32Array.from(new Set(across.map(({ cell }) => cell))),
    pairStart,
    pairItem: Int16Array.from(pairs, (pair) => pair.item),
    pairSeverity: Int8Array.from(pairs, (pair) => pair.severity),
    pairMember: Int16Array.from(pairs, (pair) => pair.member),
  };
}

/** Entries a block may have: four items of five severities and missing. Blocks of three took a tenth longer. */
const MOST_KEYS = 1300;

function itemBlocks({ items, severities }: RuleSet): ItemBlock[] {
  const size = Math.max(1, Math.floor(Math.log(MOST_KEYS) / Math.log(severities + 1)));
  const blocks: ItemBlock[] = [];
  for (let first = 0; first < items.length; first += size) {
    blocks.push({ first, end: Math.min(first + size, items.length) });
  }
  return blocks;
}

function sumsOfBlock(
  { severities }: RuleSet,
  table: Float64Array,
  width: number,
  { first, end }: ItemBlock,
  pairs: readonly {
    readonly cell: number;
    readonly item: number;
    readonly severity: number;
    readonly member: number;
  }[],
): Float64Array {
  const digits = severities + 1;
  const sums = new Float64Array(digits ** (end - first) * width);
  const answers = new Int8Array(end - first);
  for (let key = 0; key * width < sums.length; key++) {
    for (let at = answers.length - 1, rest = key; at >= 0; at--, rest = Math.floor(rest / digits)) {
      answers[at] = (rest % digits) - 1;
    }
    answers.forEach((severity, at) => {
      if (severity < 0) return;
      const cell = (first + at) * severities + severity;
      for (let member = 0; member < width; member++)
        sums[key * width + member]! += table[cell * width + member]!;
    });
    for (const { cell, item, severity, member } of pairs) {
      const own = answers[Math.floor(cell / severities) - first] === cell % severities;
      if (own && answers[item - first] === severity) sums[key * width + member] = Number.NEGATIVE_INFINITY;
    }
  }
  return sums;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}
