/** Types a data set again with the rule sets that apply now. */

import {
  type CaseTable,
  IssueCollector,
  type Lang,
  type RuleBook,
  type ScoreColumns,
  scoreTableByDate,
} from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import { reviewFacts } from './assessment-facts.ts';
import { bookFingerprint, newestSet } from './rule-book.ts';
import type { Services } from './services.ts';
import { replaceScores } from './store/data-sets.ts';

/** The new scores are there whole or the old ones stay. */
export async function rescore(services: Services, id: string, who: string): Promise<void> {
  const { engine, rules, workspace } = services;
  await rules.refresh();
  const book = rules.book();
  const { table, dataSet } = await workspace.load(id);
  const scores = scoreTableByDate(book, table);
  const reviewed =
    dataSet.recognised.assessments === undefined ? {} : reviewedAnew(dataSet, table, book, scores);
  await replaceScores(engine, id, services.now().toISOString(), who, {
    scores,
    rules: newestSet(book),
    fingerprint: bookFingerprint(book),
    clusters: book.clusters.length,
    ...reviewed,
  });
  workspace.forget(id);
  await services.refreshDataSets();
}

/** Another advice has another review term: what the report says of reviews is counted anew. */
function reviewedAnew(
  { recognised, issues }: DataSet,
  table: CaseTable,
  book: RuleBook,
  scores: ScoreColumns,
): Pick<DataSet, 'recognised' | 'issues'> {
  const { result, issues: found } = reviewFacts(table, book, scores);
  const overdue = new IssueCollector();
  overdue.addAll(found);
  const all = (lang: Lang) => [
    ...issues[lang].filter(({ code }) => code !== 'review-overdue'),
    ...overdue.summaries(lang),
  ];
  return { recognised: { ...recognised, assessments: result }, issues: { nl: all('nl'), en: all('en') } };
}
