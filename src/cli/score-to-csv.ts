/**
 * `score` from file to CSV: rows are read, scored and written beside each other where that pays, else one after
 * the other. Invariant: file, result and sentences are the same either way.
 */

import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { clusterCodebook, NotInParts, RATING_COLUMNS, writeFileWhole } from '../doors/score.ts';
import type { CaseReader, RuleBook } from '../index.ts';
import type { WantedCases } from './cases.ts';
import { csvInParts } from './score-in-parts.ts';
import { type ScoreOptions, ScoreRun } from './score-run.ts';
import { scoreThreads } from './score-threads.ts';

/** A smaller file is done before threads have loaded and compiled the program: at 48 MB they take half as much work again. */
const LEAST_BYTES = 64 << 20;
const RANGE_BYTES = 1 << 20;
/** Beside this one. Each takes some 80 MB, and the thread that hashes, compares and writes keeps up with no more. */
const MOST_THREADS = 3;

/** What the reader is to do, in whatever thread. */
export function wantedForScore(book: RuleBook, options: ScoreOptions, keepCells: boolean): WantedCases {
  return {
    // The date matters only where it can choose between rule sets, or names a month.
    uses: [
      ...RATING_COLUMNS,
      ...['supercluster', 'chosen_cluster', 'team', 'diagnosis', 'site', 'origin'],
      ...(book.sets.length > 1 || options.drift === true ? ['date'] : []),
    ],
    // It is the date that chooses the rule set: which day is meant must never depend on what is stored here.
    ...(options.rules === undefined ? { settles: ['date'] as const } : {}),
    requires: [RATING_COLUMNS],
    codebook: clusterCodebook(book),
    keepCells,
  };
}

/** Writes the rows to `options.output`; the run knows the rest. */
export async function scoreToCsv(
  path: string,
  reader: CaseReader,
  book: RuleBook,
  options: ScoreOptions,
): Promise<ScoreRun> {
  const parts = reader.inParts;
  if (parts !== undefined && options.robustness !== true) {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const others = size < LEAST_BYTES ? 0 : Math.min(availableParallelism() - 1, MOST_THREADS);
    const run = new ScoreRun(reader, book, options);
    const threads = scoreThreads(path, book, options, others, async (range, terms, room) => ({
      ...(await run.fresh().part(parts.read(range, terms), room)),
      bytes: range.bytes,
    }));
    try {
      await writeFileWhole(options.output!, csvInParts(run, parts, threads, RANGE_BYTES));
      return run;
    } catch (error) {
      // Read from the first row to the last, the file says itself what is the matter with it.
      if (!(error instanceof NotInParts)) throw error;
    } finally {
      await threads.close();
    }
  }
  const run = new ScoreRun(reader, book, options);
  await writeFileWhole(options.output!, run.csv());
  return run;
}
