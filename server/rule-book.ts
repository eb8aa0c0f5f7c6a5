/** The rule sets that apply to files here: those in the data folder first, then the bundled ones. */

import { join } from 'node:path';
import {
  DATA_FOLDER,
  datedRuleBook,
  type ListedRuleSet,
  listRuleSets,
  type RuleBook,
  type RuleSet,
} from '../src/index.ts';
import type { Home } from './store/home.ts';

export function listedRuleSets(home: Home): Promise<ListedRuleSet[]> {
  return listRuleSets([join(home.folder, 'rules'), join(DATA_FOLDER, 'rules')]);
}

/** Read anew each time: the command line may import a set while the server runs. */
export async function openRuleBook(home: Home): Promise<RuleBook> {
  const listed = await listedRuleSets(home);
  const book = datedRuleBook(
    listed.flatMap(({ checked }) => (checked.value === undefined ? [] : [checked.value])),
  );
  if (book === undefined) throw new Error('The bundled rule set is missing');
  return book;
}

/** The set that speaks for a book: its newest. */
export function newestSet(book: RuleBook): RuleSet {
  return book.sets[0]!.ruleSet;
}

/** Changes when any set of the book does: scores stored under another fingerprint are made anew. */
export function bookFingerprint(book: RuleBook): string {
  return book.sets.map(({ ruleSet }) => ruleSet.sha256).join(' ');
}
