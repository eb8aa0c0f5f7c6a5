/**
 * The rule sets that apply to files here: those in the data folder first, then the bundled ones.
 * Invariants: a set that the command line imports while the server runs is seen at the next request;
 * a broken set takes no part and is named on the accountability page.
 */

import { stat } from 'node:fs/promises';
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

export interface RuleShelf {
  /** Looks whether the folder of rule sets changed; reads it anew only then. */
  refresh(): Promise<void>;
  /** As of the last `refresh`. */
  readonly listed: () => readonly ListedRuleSet[];
  readonly book: () => RuleBook;
  /** The book with this fingerprint, where all its sets are still there as they were. */
  bookOf(fingerprint: string): RuleBook | undefined;
}

export async function openRuleShelf(home: Home): Promise<RuleShelf> {
  const own = join(home.folder, 'rules');
  // A set is put in place by renaming its folder, which marks the folder around it.
  const stampOf = async (): Promise<number> => (await stat(own).catch(() => undefined))?.mtimeMs ?? 0;
  const read = async () => {
    const stamp = await stampOf();
    const listed = await listRuleSets([own, join(DATA_FOLDER, 'rules')]);
    const book = datedRuleBook(soundSets(listed));
    if (book === undefined) throw new Error('The bundled rule set is missing');
    return { stamp, listed, book, others: new Map<string, RuleBook | undefined>() };
  };
  let state = await read();
  return {
    refresh: async () => {
      if ((await stampOf()) !== state.stamp) state = await read();
    },
    listed: () => state.listed,
    book: () => state.book,
    bookOf: (fingerprint) => {
      const { book, others, listed } = state;
      if (bookFingerprint(book) === fingerprint) return book;
      if (!others.has(fingerprint)) others.set(fingerprint, earlierBook(soundSets(listed), fingerprint));
      return others.get(fingerprint);
    },
  };
}

function soundSets(listed: readonly ListedRuleSet[]): RuleSet[] {
  return listed.flatMap(({ checked }) => checked.value ?? []);
}

function earlierBook(sets: readonly RuleSet[], fingerprint: string): RuleBook | undefined {
  const wanted = new Set(fingerprint.split(' '));
  const book = datedRuleBook(sets.filter((set) => wanted.has(printOf(set))));
  return book !== undefined && bookFingerprint(book) === fingerprint ? book : undefined;
}

/** The set that speaks for a book: its newest. */
export function newestSet(book: RuleBook): RuleSet {
  return book.sets[0]!.ruleSet;
}

/** What decides advices: the rules themselves, and from which day on they do. */
function printOf(set: RuleSet): string {
  return `${set.sha256}@${set.validFrom ?? ''}`;
}

/** Changes when any set of the book does, or the days on which they apply. */
export function bookFingerprint(book: RuleBook): string {
  return book.sets.map(({ ruleSet }) => printOf(ruleSet)).join(' ');
}
