/** How a file's words for clusters and superclusters become the rule set's codes. */

import type { RuleSet } from '../model/rule-set.ts';
import { clusterNumber, plainWord } from './codes.ts';

export interface ClusterCodebook {
  /** The rule set's code for a cluster written as code or alias (`5`, `05`, `ZT05`); undefined = unknown. */
  readonly cluster: (text: string) => string | undefined;
  /** The rule set's code for a supercluster written as code or name; undefined = unknown. */
  readonly supercluster: (text: string) => string | undefined;
  readonly clusterCodes: readonly string[];
  readonly superclusterCodes: readonly string[];
}

/** Exact codes win over aliases; case and spaces around do not count. */
export function clusterCodebook(set: Pick<RuleSet, 'clusters' | 'superclusters'>): ClusterCodebook {
  const clusters = new Map(set.clusters.map((cluster) => [cluster.code.toLowerCase(), cluster.code]));
  const numbers = new Map(set.clusters.map((cluster) => [cluster.number, cluster.code]));
  const groups = new Map<string, string>();
  for (const group of set.superclusters) {
    groups.set(plainWord(group.name.nl), group.code);
    groups.set(plainWord(group.name.en), group.code);
  }
  for (const group of set.superclusters) groups.set(plainWord(group.code), group.code);
  return {
    cluster(text) {
      const exact = clusters.get(text.trim().toLowerCase());
      if (exact !== undefined) return exact;
      const number = clusterNumber(text);
      return number === undefined ? undefined : numbers.get(number);
    },
    supercluster: (text) => groups.get(plainWord(text)),
    clusterCodes: set.clusters.map((cluster) => cluster.code),
    superclusterCodes: set.superclusters.map((group) => group.code),
  };
}
