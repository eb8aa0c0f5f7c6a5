/** From columns to what one case is scored on: its rule set, its ratings, its supercluster. */

import type { CaseTable, Column } from '../model/case-table.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { clusterCodebook } from '../rules/cluster-codebook.ts';
import { BLANK_DAY } from '../table/day.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import type { RuleBook } from './rule-book.ts';

export interface ScoreTableOptions {
  /** Supercluster code of rows that have neither a supercluster nor a chosen cluster. */
  readonly supercluster?: string;
}

/** What `explainCase` wants to know of one row. */
export interface ScoredCase {
  readonly ruleSet: RuleSet;
  readonly ratings: Int8Array;
  /** Index into the rule set's superclusters, -1 = not known. */
  readonly supercluster: number;
}

/** One row as `scoreTableByDate` scores it. */
export function caseAt(
  book: RuleBook,
  table: CaseTable,
  row: number,
  options: ScoreTableOptions = {},
): ScoredCase {
  const compiled = book.sets[book.choose(dayAt(table, row))]!;
  const input = inputsOf(compiled, table, options);
  input.read(row);
  return {
    ruleSet: compiled.ruleSet,
    ratings: input.ratings,
    supercluster: input.superclusterOf(row),
  };
}

/** The day of the rating; undefined where it is blank or the file has no such column. */
export function dayAt(table: CaseTable, row: number): number | undefined {
  const column = table.columns.get('date');
  if (column?.kind !== 'day') return undefined;
  const day = column.values[row]!;
  return day === BLANK_DAY ? undefined : day;
}

interface Inputs {
  /** Ratings of the row read last; reused from row to row. */
  readonly ratings: Int8Array;
  readonly read: (row: number) => void;
  readonly superclusterOf: (row: number) => number;
}

/** Binds a rule set to the columns of a batch; an item without a column is missing in every row. */
export function inputsOf(compiled: CompiledRuleSet, table: CaseTable, options: ScoreTableOptions): Inputs {
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
  const items = ruleSet.items.map((item) => {
    const column = table.columns.get(item.code.toLowerCase());
    return column?.kind === 'rating' ? column.values : undefined;
  });
  const ratings = new Int8Array(items.length);
  return {
    ratings,
    read(row) {
      for (let item = 0; item < ratings.length; item++) ratings[item] = items[item]?.[row] ?? -1;
    },
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
