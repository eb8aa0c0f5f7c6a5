/**
 * Data sets and what was computed from them, kept in memory so that a page or a price edit need not
 * read the store again. Invariant: the cache changes only how fast an answer comes, never the answer;
 * the least recently used data set goes first.
 */

import {
  type CaseTable,
  type ClusterCodebook,
  clusterCodebook,
  type DatedScoreColumns,
  type Engine,
  loadCaseTable,
  loadScores,
  type RuleBook,
  type ScoreColumns,
  scoreTableByDate,
} from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import { bookFingerprint, newestSet, type RuleShelf } from './rule-book.ts';

/** Data sets kept in memory at once. */
const KEPT = 3;
/** Results kept per data set: enough for a session of edits, small beside the rows. */
const KEPT_RESULTS = 60;

/** A data set opened. */
export interface Loaded {
  readonly dataSet: DataSet;
  readonly table: CaseTable;
  readonly book: RuleBook;
  readonly scores: ScoreColumns;
  /** Computes once per key for as long as the data set is kept. */
  memo<T>(key: string, make: () => T): T;
}

export interface Workspace {
  /** @throws Error for an id that is no data set: routes check first */
  load(id: string): Promise<Loaded>;
  forget(id: string): void;
  codebook(book: RuleBook): ClusterCodebook;
}

export function createWorkspace(
  engine: Engine,
  rules: RuleShelf,
  dataSets: () => readonly DataSet[],
): Workspace {
  const kept = new Map<string, { readonly rules: string; readonly loaded: Promise<Loaded> }>();
  /** The sets a data set was typed with; where they are gone those of now. */
  const bookFor = ({ rules: { sha256 } }: DataSet): RuleBook => rules.bookOf(sha256) ?? rules.book();

  async function open(id: string): Promise<Loaded> {
    const dataSet = dataSets().find((each) => each.id === id);
    const table = await loadCaseTable(engine, id);
    if (dataSet === undefined || table === undefined) throw new Error('Not a data set');
    const book = bookFor(dataSet);
    const same = dataSet.rules.sha256 === bookFingerprint(book);
    const scores: ScoreColumns | DatedScoreColumns = same
      ? await loadScores(engine, id, book.clusters.length)
      : scoreTableByDate(book, table);
    const results = new Map<string, unknown>();
    const { id: rulesId, status } = newestSet(book);
    return {
      // Typed anew because its own rule sets are gone: those of now are what its pages name.
      dataSet: same ? dataSet : { ...dataSet, rules: { ...dataSet.rules, id: rulesId, status } },
      table,
      book,
      scores,
      memo: <T>(key: string, make: () => T): T => {
        if (results.has(key)) return results.get(key) as T;
        const made = make();
        results.set(key, made);
        if (results.size > KEPT_RESULTS) results.delete(results.keys().next().value!);
        return made;
      },
    };
  }

  return {
    load: (id) => {
      const dataSet = dataSets().find((each) => each.id === id);
      const print = dataSet === undefined ? '' : bookFingerprint(bookFor(dataSet));
      const before = kept.get(id);
      const known = before?.rules === print ? before : { rules: print, loaded: open(id) };
      // Set anew: a Map keeps its order, so the first key is the one used longest ago.
      kept.delete(id);
      kept.set(id, known);
      known.loaded.catch(() => kept.delete(id));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return known.loaded;
    },
    forget: (id) => void kept.delete(id),
    codebook: clusterCodebook,
  };
}
