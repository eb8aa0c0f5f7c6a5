/**
 * What differs between two rule sets. Clusters are matched by number and items by code, so that
 * another spelling of a code is a change of name, not of a rule.
 */

import type { RedRule, RuleCluster, RuleSet } from '../model/rule-set.ts';
import type { NumberChange, NumberChanges, RulesDiffDocument } from '../model/rules-documents.ts';
import type { Bilingual } from '../model/text.ts';
import { itemNumber } from './codes.ts';
import { summariseRuleSet } from './summarise-rule-set.ts';

export type RuleSetDiff = Omit<RulesDiffDocument, 'meta' | 'cases'>;

const MOST_LARGEST = 10;

type Matched = readonly (readonly [from: number, to: number])[];

/** Compares `from` with `to`. Numbers are compared exactly; red rules as a set, pairs in either order. */
export function diffRuleSets(from: RuleSet, to: RuleSet): RuleSetDiff {
  const clusters = matched(from.clusters, to.clusters, ({ number }) => number);
  const items = matched(from.items, to.items, ({ code }) => itemNumber(code) ?? code);
  const coefficients = changedCoefficients(from, to, items, clusters);
  const constants = clusters.flatMap(([a, b]) =>
    changed({ cluster: to.clusters[b]!.code }, from.constants[a]!, to.constants[b]!),
  );
  const severities = Math.min(from.severities, to.severities);
  const redRules = redRuleChanges(from, to);
  const codes = (list: readonly { readonly code: string }[], found: Matched, side: 0 | 1): string[] =>
    list.flatMap(({ code }, at) => (found.some((pair) => pair[side] === at) ? [] : code));
  return {
    from: summariseRuleSet(from),
    to: summariseRuleSet(to),
    same: from.sha256 === to.sha256,
    coefficients: counted(coefficients, items.length * severities * clusters.length),
    constants: counted(constants, clusters.length),
    redRules: {
      added: redRules.filter(({ change }) => change === 'added').length,
      removed: redRules.filter(({ change }) => change === 'removed').length,
      changes: redRules,
    },
    names: nameChanges(from, to, items, clusters),
    clusters: {
      added: codes(to.clusters, clusters, 1),
      removed: codes(from.clusters, clusters, 0),
      changed: clusters.flatMap(([a, b]) => clusterChanges(from.clusters[a]!, to.clusters[b]!)),
    },
    items: { added: codes(to.items, items, 1), removed: codes(from.items, items, 0) },
    maxMissing: { from: from.maxMissing, to: to.maxMissing },
    numbers: [...coefficients, ...constants],
  };
}

/** Pairs of indexes with the same key, in the order of the second list. */
function matched<T>(from: readonly T[], to: readonly T[], key: (entry: T) => string | number): Matched {
  const at = new Map(from.map((entry, index) => [key(entry), index]));
  return to.flatMap((entry, index) => {
    const found = at.get(key(entry));
    return found === undefined ? [] : [[found, index] as const];
  });
}

function changed(place: Pick<NumberChange, 'item' | 'severity' | 'cluster'>, from: number, to: number) {
  // Decimals of a table are exact to far fewer digits; the rest is how binary numbers subtract.
  return from === to ? [] : [{ ...place, from, to, difference: Number((to - from).toPrecision(12)) }];
}

function changedCoefficients(from: RuleSet, to: RuleSet, items: Matched, clusters: Matched): NumberChange[] {
  const changes: NumberChange[] = [];
  const severities = Math.min(from.severities, to.severities);
  for (const [itemA, itemB] of items) {
    for (let severity = 0; severity < severities; severity += 1) {
      for (const [clusterA, clusterB] of clusters) {
        const a = from.coefficients[(itemA * from.severities + severity) * from.clusters.length + clusterA]!;
        const b = to.coefficients[(itemB * to.severities + severity) * to.clusters.length + clusterB]!;
        const place = { item: to.items[itemB]!.code, severity, cluster: to.clusters[clusterB]!.code };
        changes.push(...changed(place, a, b));
      }
    }
  }
  return changes;
}

function counted(changes: readonly NumberChange[], compared: number): NumberChanges {
  const bySize = changes.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { compared, changed: changes.length, largest: bySize.slice(0, MOST_LARGEST) };
}

interface RedRuleInWords {
  readonly cluster: string;
  readonly item: string;
  readonly severity: number;
  readonly item2?: string;
  readonly severity2?: number;
}

/** By a key that does not hang on places in lists, nor on which item of a pair comes first. */
function redRulesByKey(set: RuleSet): Map<string, RedRuleInWords> {
  const keyOf = (item: number): string => String(itemNumber(set.items[item]!.code) ?? set.items[item]!.code);
  const words = (rule: RedRule): RedRuleInWords => ({
    cluster: set.clusters[rule.cluster]!.code,
    item: set.items[rule.item]!.code,
    severity: rule.severity,
    ...(rule.item2 === undefined ? {} : { item2: set.items[rule.item2]!.code, severity2: rule.severity2! }),
  });
  return new Map(
    set.redRules.map((rule) => {
      const parts = [`${keyOf(rule.item)}=${rule.severity}`];
      if (rule.item2 !== undefined) parts.push(`${keyOf(rule.item2)}=${rule.severity2}`);
      return [`${set.clusters[rule.cluster]!.number}: ${parts.sort().join('&')}`, words(rule)];
    }),
  );
}

function redRuleChanges(from: RuleSet, to: RuleSet): RulesDiffDocument['redRules']['changes'] {
  const [before, after] = [redRulesByKey(from), redRulesByKey(to)];
  const only = (one: typeof before, other: typeof before) =>
    [...one].flatMap(([key, rule]) => (other.has(key) ? [] : rule));
  return [
    ...only(before, after).map((rule) => ({ change: 'removed' as const, ...rule })),
    ...only(after, before).map((rule) => ({ change: 'added' as const, ...rule })),
  ];
}

function nameChanges(from: RuleSet, to: RuleSet, items: Matched, clusters: Matched) {
  type Named = { readonly code: string; readonly name: Bilingual };
  const differing = (what: 'item' | 'supercluster' | 'cluster', a: Named, b: Named) =>
    a.name.nl === b.name.nl && a.name.en === b.name.en
      ? []
      : [{ what, code: b.code, from: a.name, to: b.name }];
  const groups = matched(from.superclusters, to.superclusters, ({ code }) => code);
  const both = (code: string): Bilingual => ({ nl: code, en: code });
  return [
    ...items.flatMap(([a, b]) => differing('item', from.items[a]!, to.items[b]!)),
    ...groups.flatMap(([a, b]) => differing('supercluster', from.superclusters[a]!, to.superclusters[b]!)),
    ...clusters.flatMap(([a, b]) => differing('cluster', from.clusters[a]!, to.clusters[b]!)),
    ...clusters.flatMap(([a, b]) => {
      const [before, after] = [from.clusters[a]!.code, to.clusters[b]!.code];
      if (before === after) return [];
      return [{ what: 'cluster-code' as const, code: after, from: both(before), to: both(after) }];
    }),
  ];
}

function clusterChanges(from: RuleCluster, to: RuleCluster) {
  const term = ({ reviewTerm }: RuleCluster): string =>
    reviewTerm === undefined ? '' : `${reviewTerm.length} ${reviewTerm.unit}`;
  const cluster = to.code;
  return [
    { cluster, what: 'supercluster' as const, from: from.supercluster, to: to.supercluster },
    { cluster, what: 'review-term' as const, from: term(from), to: term(to) },
  ].filter((change) => change.from !== change.to);
}
