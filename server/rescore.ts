/** Types a data set again with the rule sets that apply now. */

import { scoreTableByDate } from '../src/index.ts';
import { bookFingerprint, newestSet } from './rule-book.ts';
import type { Services } from './services.ts';
import { replaceScores } from './store/data-sets.ts';

/** The new scores are there whole or the old ones stay. */
export async function rescore(services: Services, id: string, who: string): Promise<void> {
  const { engine, rules, workspace } = services;
  await rules.refresh();
  const book = rules.book();
  const { table } = await workspace.load(id);
  await replaceScores(engine, id, services.now().toISOString(), who, {
    scores: scoreTableByDate(book, table),
    rules: newestSet(book),
    fingerprint: bookFingerprint(book),
    clusters: book.clusters.length,
  });
  workspace.forget(id);
  await services.refreshDataSets();
}
