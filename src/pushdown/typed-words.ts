/** The words under which a table may name clusters and superclusters, written out: SQL knows no codebook. */

import type { RuleSet } from '../model/rule-set.ts';
import { clusterCodebook } from '../rules/cluster-codebook.ts';

const PREFIXES = ['', 'zt', 'zvt', 'zorgvraagtype', 'type', 'cluster'];

export interface TypedWords {
  /** Per supercluster code: lower-case words for it. */
  readonly superclusters: ReadonlyMap<string, readonly string[]>;
  /** Per supercluster code: lower-case words for its clusters. */
  readonly clusters: ReadonlyMap<string, readonly string[]>;
  /** Per cluster code: lower-case words for it. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Codes, names of superclusters, and clusters as `5`, `05`, `ZT05`, `zvt 5`: each word is kept only
 * where the codebook of the readers gives it the same meaning.
 */
export function typedWords(set: RuleSet): TypedWords {
  const codebook = clusterCodebook(set);
  const superclusters = new Map<string, string[]>();
  const clusters = new Map<string, string[]>();
  const codes = new Map<string, readonly string[]>();
  for (const { code, name } of set.superclusters) {
    const words = [code, name.nl, name.en].map((text) => text.trim().toLowerCase());
    superclusters.set(
      code,
      writable(words).filter((text) => codebook.supercluster(text) === code),
    );
    clusters.set(code, []);
  }
  for (const { code, number, supercluster } of set.clusters) {
    const numbers = [String(number), String(number).padStart(2, '0')];
    const words = PREFIXES.flatMap((prefix) =>
      numbers.flatMap((text) => (prefix === '' ? [text] : [`${prefix}${text}`, `${prefix} ${text}`])),
    );
    words.unshift(code.toLowerCase());
    const known = writable(words).filter((text) => codebook.cluster(text) === code);
    clusters.get(supercluster)!.push(...known);
    codes.set(code, known);
  }
  return { superclusters, clusters, codes };
}

/** Each word once, without those that an engine would read as an escape. */
function writable(words: readonly string[]): string[] {
  return [...new Set(words)].filter((text) => text !== '' && !/[\p{Cc}\\]/u.test(text));
}
