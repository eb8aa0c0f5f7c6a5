/** The loop over columns: a batch of cases in, score columns out; nothing is allocated per row. */

import type { CaseTable } from '../model/case-table.ts';
import type { ScoreColumns } from '../model/score.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import { type RuleBook, singleRuleBook } from './rule-book.ts';
import { createCaseScore, scoreCase } from './score-case.ts';
import { dayAt, inputsOf, type ScoreTableOptions } from './score-inputs.ts';

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

/**
 * Scores every row with the rule set of its `date`; rows without one take the newest set.
 * @returns columns whose indexes point into the book's cluster list
 */
export function scoreTableByDate(
  book: RuleBook,
  table: CaseTable,
  options: ScoreTableOptions = {},
): DatedScoreColumns {
  const { n } = table;
  const width = book.clusters.length;
  const result = {
    n,
    advised: new Int16Array(n),
    second: new Int16Array(n),
    probabilities: new Float64Array(n * width),
    entropy: new Float64Array(n),
    itemsMissing: new Uint8Array(n),
    status: new Uint8Array(n),
    tie: new Uint8Array(n),
    ruleSet: new Uint8Array(n),
  };
  const inputs = book.sets.map((compiled) => inputsOf(compiled, table, options));
  const outs = book.sets.map(createCaseScore);
  for (let row = 0; row < n; row++) {
    const at = book.choose(dayAt(table, row));
    const input = inputs[at]!;
    const map = book.clusterMaps[at]!;
    const out = outs[at]!;
    input.read(row);
    scoreCase(book.sets[at]!, input.ratings, input.superclusterOf(row), out);

    result.ruleSet[row] = at;
    result.advised[row] = out.advised < 0 ? -1 : map[out.advised]!;
    result.second[row] = out.second < 0 ? -1 : map[out.second]!;
    result.entropy[row] = out.entropy;
    result.itemsMissing[row] = out.itemsMissing;
    result.status[row] = out.status;
    result.tie[row] = out.tie;
    for (let k = 0; k < map.length; k++) {
      result.probabilities[row * width + map[k]!] = out.probabilities[k]!;
    }
  }
  return result;
}
