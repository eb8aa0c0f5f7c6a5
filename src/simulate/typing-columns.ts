/** Cluster columns for a simulation from a case table and, where there are any, its scores. */

import type { CaseTable } from '../model/case-table.ts';
import type { ScoreColumns } from '../model/score.ts';
import { textColumn } from '../table/column-access.ts';
import { clusterMatcher } from './cluster-matcher.ts';
import type { TypingColumns } from './input.ts';

/**
 * @param codes clusters of the rule set that made the scores; absent = the clusters that clinicians
 *   chose, as they stand
 * @param scores indexes into `codes`; absent = typing `chosen` only
 */
export function typingColumns(
  table: CaseTable,
  codes?: readonly string[],
  scores?: Pick<ScoreColumns, 'advised' | 'probabilities'>,
): TypingColumns {
  const column = textColumn(table, 'chosen_cluster');
  const clusters = codes ?? distinctClusters(column?.words ?? []);
  const match = clusterMatcher(clusters);
  const ofWord = Int16Array.from(column?.words ?? [], (word) => match(word));
  const chosen = Int16Array.from({ length: table.n }, (_, row) => {
    const code = column?.codes[row] ?? -1;
    return code < 0 ? -1 : ofWord[code]!;
  });
  return scores === undefined
    ? { clusters, chosen }
    : { clusters, chosen, advised: scores.advised, probabilities: scores.probabilities };
}

/** `5` beside `ZT05` is the same cluster; the code with letters is kept, in numeric order. */
export function distinctClusters(words: readonly string[]): string[] {
  const order = new Intl.Collator('en', { numeric: true });
  const hasLetters = (word: string): number => (/^\d+$/.test(word) ? 0 : 1);
  const sorted = [...words].sort((a, b) => hasLetters(b) - hasLetters(a) || order.compare(a, b));
  const kept: string[] = [];
  for (const word of sorted) if (clusterMatcher(kept)(word) < 0) kept.push(word);
  return kept.sort((a, b) => order.compare(a, b));
}
