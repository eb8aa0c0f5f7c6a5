/** The loop over columns: a batch of cases in, score columns out; nothing is allocated per row. */

import type { CaseTable } from '../model/case-table.ts';
import type { ScoreColumns } from '../model/score.ts';
import { advise, createWorkspace } from './advise.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import { type RuleBook, singleRuleBook } from './rule-book.ts';
import { daysOf, inputsOf, type ScoreTableOptions } from './score-inputs.ts';
import { ADVISED, INCOMPLETE, NO_SUPERCLUSTER, NONE_FITS, TOO_MANY_MISSING } from './statuses.ts';

/** Scores under a rule book: which of its sets each row was scored with. */
export interface DatedScoreColumns extends ScoreColumns {
  /** Index into `book.sets`. */
  readonly ruleSet: Uint8Array;
}

/**
 * Scores every row with one rule set. The supercluster is the row's own, else the chosen cluster's,
 * else the option's, else none. Items without a column count as missing.
 * @returns columns whose indexes point into the rule set's cluster list
 */
export function scoreTable(
  compiled: CompiledRuleSet,
  table: CaseTable,
  options: ScoreTableOptions = {},
): ScoreColumns {
  const book = { ...singleRuleBook(compiled.ruleSet), sets: [compiled] };
  return scoreTableByDate(book, table, options);
}

/** Room for the scores of `n` rows; a loop over batches can use one again and again. */
function scoreColumns(book: RuleBook, n: number): DatedScoreColumns {
  return {
    n,
    advised: new Int16Array(n),
    second: new Int16Array(n),
    probabilities: new Float64Array(n * book.clusters.length),
    entropy: new Float64Array(n),
    itemsMissing: new Uint8Array(n),
    status: new Uint8Array(n),
    tie: new Uint8Array(n),
    ruleSet: new Uint8Array(n),
  };
}

/**
 * Scores every row with the rule set of its `date`; rows without one take the newest set.
 * @param room of an earlier batch of the same length, which is written over: fresh memory for a large
 *   batch costs more than the scores
 * @returns columns whose indexes point into the book's cluster list
 */
export function scoreTableByDate(
  book: RuleBook,
  table: CaseTable,
  options: ScoreTableOptions = {},
  room?: DatedScoreColumns,
): DatedScoreColumns {
  const { n } = table;
  const result = room?.n === n ? room : scoreColumns(book, n);
  if (result === room) result.probabilities.fill(0);
  const days = daysOf(table);
  const loops = book.sets.map((_, at) => rowLoop(book, at, table, options, result));
  for (let row = 0; row < n; row++) {
    const at = loops.length === 1 ? 0 : book.choose(days(row));
    result.ruleSet[row] = at;
    loops[at]!(row);
  }
  return result;
}

/** Scores one row of the batch with one rule set, straight into the columns. */
function rowLoop(
  book: RuleBook,
  set: number,
  table: CaseTable,
  options: ScoreTableOptions,
  result: DatedScoreColumns,
): (row: number) => void {
  const compiled = book.sets[set]!;
  const { severities, maxMissing, clusters } = compiled.ruleSet;
  const places = compiled.superclusters.map(({ members }) =>
    Int16Array.from(members, (cluster) => book.clusterMaps[set]![cluster]!),
  );
  const width = book.clusters.length;
  const { ratings, keys, missing, superclusters } = inputsOf(compiled, table, options);
  const work = createWorkspace(keys.length, clusters.length);
  const { advised, second, probabilities, entropy, itemsMissing, status, tie } = result;
  let at = 0;
  const ratingOf = (item: number): number => ratings[item]![at]!;
  const without = (row: number, why: number): void => {
    advised[row] = -1;
    second[row] = -1;
    entropy[row] = Number.NaN;
    tie[row] = 0;
    status[row] = why;
  };
  return (row) => {
    at = row;
    itemsMissing[row] = missing[row]!;
    const supercluster = superclusters[row]!;
    if (supercluster < 0) return without(row, NO_SUPERCLUSTER);
    if (missing[row]! > maxMissing) return without(row, TOO_MANY_MISSING);
    for (let block = 0; block < keys.length; block++) work.keys[block] = keys[block]![row]!;
    const group = compiled.superclusters[supercluster]!;
    const place = places[supercluster]!;
    if (!advise(group, severities, work, ratingOf, probabilities, row * width, place)) {
      return without(row, NONE_FITS);
    }
    advised[row] = place[work.advised]!;
    second[row] = work.second < 0 ? -1 : place[work.second]!;
    entropy[row] = work.entropy;
    tie[row] = work.tie;
    status[row] = missing[row]! > 0 ? INCOMPLETE : ADVISED;
  };
}
