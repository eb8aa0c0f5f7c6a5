/** Whether other rule sets apply now than a data set was typed with. */

import type { DataSet } from '../views/model.ts';
import { bookFingerprint, newestSet, type RuleShelf } from './rule-book.ts';

/** The data set as it is, or marked. */
export function withOutdated(dataSet: DataSet, rules: RuleShelf): DataSet {
  const book = rules.book();
  if (bookFingerprint(book) === dataSet.rules.sha256) return dataSet;
  const kept = rules.bookOf(dataSet.rules.sha256) !== undefined;
  return { ...dataSet, outdated: { now: newestSet(book).id, kept } };
}
