/** The loop over columns: a batch of cases in, score columns out; nothing is allocated per row. */

import type { CaseTable, Column } from '../model/case-table.ts';
import type { ScoreColumns } from '../model/score.ts';
import { clusterCodebook } from '../rules/cluster-codebook.ts';
import { BLANK_DAY } from '../table/day.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import { type RuleBook, singleRuleBook } from './rule-book.ts';
import { createCaseScore, scoreCase } from './score-case.ts';

export interface ScoreTableOptions {
  /** Supercluster code of rows that have neither a supercluster nor a chosen cluster. */
  readonly supercluster?: string;
}

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
  const date = table.columns.get('date');
  const inputs = book.sets.map((compiled) => inputsOf(compiled, table, options));
  const outs = book.sets.map(createCaseScore);
  for (let row = 0; row < n; row++) {
    const day = date?.kind === 'day' && date.values[row] !== BLANK_DAY ? date.values[row] : undefined;
    const at = book.choose(day);
    const { items, ratings, superclusterOf } = inputs[at]!;
    const map = book.clusterMaps[at]!;
    const out = outs[at]!;
    for (let item = 0; item < ratings.length; item++) ratings[item] = items[item]?.[row] ?? -1;
    scoreCase(book.sets[at]!, ratings, superclusterOf(row), out);

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

interface Inputs {
  /** Values per item; undefined where the file has no such column. */
  readonly items: readonly (Int8Array | undefined)[];
  readonly ratings: Int8Array;
  readonly superclusterOf: (row: number) => number;
}

function inputsOf(compiled: CompiledRuleSet, table: CaseTable, options: ScoreTableOptions): Inputs {
  const { ruleSet, superclusterAt, superclusterOf } = compiled;
  const codebook = clusterCodebook(ruleSet);
  const groupIndex = (text: string): number => superclusterAt.get(codebook.supercluster(text) ?? '') ?? -1;
  const clusterAt = new Map(ruleSet.clusters.map((cluster, at) => [cluster.code, at]));
  const groupOfCluster = (text: string): number => {
    const cluster = clusterAt.get(codebook.cluster(text) ?? '');
    return cluster === undefined ? -1 : superclusterOf[cluster]!;
  };
  const own = perRow(table.columns.get('supercluster'), groupIndex);
  const chosen = perRow(table.columns.get('chosen_cluster'), groupOfCluster);
  const fallback = options.supercluster === undefined ? -1 : groupIndex(options.supercluster);
  return {
    items: ruleSet.items.map((item) => {
      const column = table.columns.get(item.code.toLowerCase());
      return column?.kind === 'rating' ? column.values : undefined;
    }),
    ratings: new Int8Array(ruleSet.items.length),
    superclusterOf(row) {
      const group = own(row);
      if (group >= 0) return group;
      const fromChosen = chosen(row);
      return fromChosen >= 0 ? fromChosen : fallback;
    },
  };
}

/** Reads a text column as indexes: every word is looked up once, not once a row. */
function perRow(column: Column | undefined, indexOf: (word: string) => number): (row: number) => number {
  if (column?.kind !== 'text') return () => -1;
  const indexes = column.words.map(indexOf);
  const { codes } = column;
  return (row) => {
    const code = codes[row]!;
    return code < 0 ? -1 : indexes[code]!;
  };
}
