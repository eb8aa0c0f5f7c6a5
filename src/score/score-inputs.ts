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
  const compiled = book.sets[book.choose(daysOf(table)(row))]!;
  return {
    ruleSet: compiled.ruleSet,
    ratings: Int8Array.from(ratingColumns(compiled, table), (values) => values?.[row] ?? -1),
    supercluster: superclusterReader(compiled, table, options)(row),
  };
}

/** The day of each rating; undefined where it is blank or the file has no such column. */
export function daysOf(table: CaseTable): (row: number) => number | undefined {
  const column = table.columns.get('date');
  if (column?.kind !== 'day') return () => undefined;
  const { values } = column;
  return (row) => (values[row] === BLANK_DAY ? undefined : values[row]);
}

/** A batch as one rule set reads it. */
export interface Inputs {
  /** Per item of the rule set; -1 = missing. */
  readonly ratings: readonly Int8Array[];
  /** Per block of items, the key of every row. */
  readonly keys: readonly Int32Array[];
  readonly missing: Uint8Array;
  /** Index into the rule set's superclusters of every row, -1 = not known. */
  readonly superclusters: Int16Array;
}

/**
 * Binds a rule set to the columns of a batch; an item without a column is missing in every row.
 * @throws RangeError on a rating above the scale: such a value must have been rejected on reading
 */
export function inputsOf(compiled: CompiledRuleSet, table: CaseTable, options: ScoreTableOptions): Inputs {
  const { n } = table;
  const absent = new Int8Array(n).fill(-1);
  const ratings = ratingColumns(compiled, table).map((values) => values ?? absent);
  const missing = new Uint8Array(n);
  const keys = compiled.blocks.map(({ first, end }) => {
    const block = new Int32Array(n);
    addDigits(block, ratings.slice(first, end), compiled.ruleSet.severities, missing);
    return block;
  });
  const superclusterAt = superclusterReader(compiled, table, options);
  const superclusters = new Int16Array(n);
  for (let row = 0; row < n; row++) superclusters[row] = superclusterAt(row);
  return { ratings, keys, missing, superclusters };
}

function ratingColumns({ ruleSet }: CompiledRuleSet, table: CaseTable): (Int8Array | undefined)[] {
  return ruleSet.items.map((item) => {
    const column = table.columns.get(item.code.toLowerCase());
    return column?.kind === 'rating' ? column.values : undefined;
  });
}

/** A digit a column, 0 = missing; ratings are -1 (missing) to severities - 1. */
function addDigits(
  keys: Int32Array,
  columns: readonly Int8Array[],
  severities: number,
  missing: Uint8Array,
): void {
  let at = 0;
  // Four columns a turn: a key is then fetched and put back once.
  for (; at + 4 <= columns.length; at += 4) {
    addFour(keys, columns[at]!, columns[at + 1]!, columns[at + 2]!, columns[at + 3]!, severities, missing);
  }
  for (; at < columns.length; at++) addOne(keys, columns[at]!, severities, missing);
}

function addFour(
  keys: Int32Array,
  a: Int8Array,
  b: Int8Array,
  c: Int8Array,
  d: Int8Array,
  severities: number,
  missing: Uint8Array,
): void {
  const base = severities + 1;
  for (let row = 0; row < keys.length; row++) {
    const first = a[row]!;
    const second = b[row]!;
    const third = c[row]!;
    const fourth = d[row]!;
    if (first >= severities || second >= severities || third >= severities || fourth >= severities) {
      throw outside(severities);
    }
    const lowest = first | second | third | fourth;
    if (lowest < 0) {
      missing[row]! += (first >>> 31) + (second >>> 31) + (third >>> 31) + (fourth >>> 31);
      const upper = (keys[row]! * base + digitOf(first)) * base + digitOf(second);
      keys[row] = (upper * base + digitOf(third)) * base + digitOf(fourth);
    } else {
      keys[row] =
        (((keys[row]! * base + first + 1) * base + second + 1) * base + third + 1) * base + fourth + 1;
    }
  }
}

function addOne(keys: Int32Array, values: Int8Array, severities: number, missing: Uint8Array): void {
  for (let row = 0; row < keys.length; row++) {
    const rating = values[row]!;
    if (rating >= severities) throw outside(severities);
    missing[row]! += rating >>> 31;
    keys[row] = keys[row]! * (severities + 1) + digitOf(rating);
  }
}

function digitOf(rating: number): number {
  return rating < 0 ? 0 : rating + 1;
}

function outside(severities: number): RangeError {
  return new RangeError(`A rating lies outside 0-${severities - 1}`);
}

/** The row's own supercluster, else the chosen cluster's, else the option's, else -1. */
function superclusterReader(
  { ruleSet, superclusterAt, superclusterOf }: CompiledRuleSet,
  table: CaseTable,
  options: ScoreTableOptions,
): (row: number) => number {
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
  return (row) => {
    const group = own(row);
    if (group >= 0) return group;
    const fromChosen = chosen(row);
    return fromChosen >= 0 ? fromChosen : fallback;
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
