/**
 * The rule sets that may apply in one file, and which applies on a day. Their clusters are matched
 * by number into one list, so that columns and sums of a file with several sets have one meaning.
 */

import type { RuleCluster, RuleSet, RuleSupercluster } from '../model/rule-set.ts';
import { chooseRuleSet } from '../rules/choose-rule-set.ts';
import { isoFromDay } from '../table/day.ts';
import { type CompiledRuleSet, compileRuleSet } from './compile-rule-set.ts';

export interface RuleBook {
  /** Newest first. */
  readonly sets: readonly CompiledRuleSet[];
  /** Of the newest set, then those that only older sets have; with one set exactly its list. */
  readonly clusters: readonly RuleCluster[];
  readonly superclusters: readonly RuleSupercluster[];
  /** Per set: index into `clusters` of each of its own clusters. */
  readonly clusterMaps: readonly Int16Array[];
  /** Index of the set for a day (since 1970-01-01), or for no day. */
  readonly choose: (day: number | undefined) => number;
}

/** A book with one set, which always applies. */
export function singleRuleBook(set: RuleSet): RuleBook {
  return bind([set], () => 0);
}

/**
 * A book of all sets that may be chosen by date: the official ones and the bundled one.
 * Undefined when there is neither.
 */
export function datedRuleBook(all: readonly RuleSet[]): RuleBook | undefined {
  const newest = chooseRuleSet(all);
  if (newest === undefined) return undefined;
  // A set that another one of the same first day hides never applies.
  const possible = all.filter((set) => set === chooseRuleSet(all, set.validFrom ?? ''));
  const sets = possible
    .filter((set) => set !== newest)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1));
  sets.unshift(newest);
  const chosen = new Map<number | undefined, number>();
  return bind(sets, (day) => {
    const known = chosen.get(day);
    if (known !== undefined) return known;
    const set = chooseRuleSet(all, day === undefined ? undefined : isoFromDay(day)) ?? newest;
    const at = sets.indexOf(set);
    chosen.set(day, at);
    return at;
  });
}

function bind(sets: readonly RuleSet[], choose: RuleBook['choose']): RuleBook {
  const clusters: RuleCluster[] = [];
  const superclusters: RuleSupercluster[] = [];
  for (const set of sets) {
    for (const cluster of set.clusters) {
      if (!clusters.some((known) => known.number === cluster.number)) clusters.push(cluster);
    }
    for (const group of set.superclusters) {
      if (!superclusters.some((known) => known.code === group.code)) superclusters.push(group);
    }
  }
  return {
    sets: sets.map(compileRuleSet),
    clusters,
    superclusters,
    clusterMaps: sets.map((set) =>
      Int16Array.from(set.clusters, ({ number }) => clusters.findIndex((known) => known.number === number)),
    ),
    choose,
  };
}
