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
import { bookFingerprint, newestSet, openRuleBook } from './rule-book.ts';
import type { Home } from './store/home.ts';

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

export function createWorkspace(engine: Engine, home: Home, dataSets: () => readonly DataSet[]): Workspace {
  const kept = new Map<string, Promise<Loaded>>();

  async function open(id: string): Promise<Loaded> {
    const dataSet = dataSets().find((each) => each.id === id);
    const table = await loadCaseTable(engine, id);
    if (dataSet === undefined || table === undefined) throw new Error('Not a data set');
    const book = await openRuleBook(home);
    const same = dataSet.rules.sha256 === bookFingerprint(book);
    const scores: ScoreColumns | DatedScoreColumns = same
      ? await loadScores(engine, id, book.clusters.length)
      : scoreTableByDate(book, table);
    const results = new Map<string, unknown>();
    const { id: rulesId, status } = newestSet(book);
    return {
      // Scored anew under other rule sets than at its import: those are what its pages name.
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
      const known = kept.get(id) ?? open(id);
      // Set anew: a Map keeps its order, so the first key is the one used longest ago.
      kept.delete(id);
      kept.set(id, known);
      known.catch(() => kept.delete(id));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return known;
    },
    forget: (id) => void kept.delete(id),
    codebook: clusterCodebook,
  };
}
