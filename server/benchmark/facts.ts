/**
 * What the benchmark asks of every row, read once per data set: who, measured or not, and which value of
 * each filter. Codes are indexes; -1 = blank.
 */

import { type CaseTable, numberColumn, type TextColumn, textColumn } from '../../src/index.ts';
import type { Filter } from '../../views/benchmark-model.ts';
import type { BenchmarkRows } from './rows.ts';

const BLANK_DAY = -2147483648;
const DAY_MS = 86_400_000;

/** One filter's value per row, as index into `values`. */
export interface Facet {
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

export interface Facts {
  readonly member: TextColumn | undefined;
  readonly patient: TextColumn | undefined;
  /** 1 where the row has what members are compared on: outcome where the file has it, else duration. */
  readonly compared: Uint8Array;
  readonly has: { readonly outcome: boolean; readonly duration: boolean };
  readonly facets: Readonly<Record<Filter, Facet | undefined>>;
  /** Supercluster of each cluster code, for the groups of the filter. */
  readonly superclusterOf: ReadonlyMap<string, string>;
  /** Whose typing the filter uses. */
  readonly typing: 'chosen' | 'advised';
}

export function factsOf(rows: BenchmarkRows): Facts {
  return rows.memo('benchmark facts', () => readFacts(rows));
}

function readFacts(rows: BenchmarkRows): Facts {
  const { table, clusters } = rows;
  const has = {
    outcome: table.columns.has('pre') && table.columns.has('post'),
    duration: table.columns.has('start') && table.columns.has('end'),
  };
  const typing = textColumn(table, 'chosen_cluster') === undefined ? 'advised' : 'chosen';
  return {
    member: textColumn(table, 'member'),
    patient: textColumn(table, 'patient'),
    compared: comparedRows(table, has.outcome),
    has,
    facets: {
      cluster: clusterFacet(rows, typing),
      period: yearFacet(table),
      setting: textFacet(table, 'setting'),
      instrument: textFacet(table, 'instrument'),
    },
    superclusterOf: new Map(clusters.map(({ code, supercluster }) => [code, supercluster])),
    typing,
  };
}

function comparedRows(table: CaseTable, outcome: boolean): Uint8Array {
  if (outcome) {
    const pre = numberColumn(table, 'pre')!.values;
    const post = numberColumn(table, 'post')!.values;
    return Uint8Array.from(pre, (value, row) => (Number.isNaN(value - post[row]!) ? 0 : 1));
  }
  const start = daysOf(table, 'start');
  const end = daysOf(table, 'end');
  return Uint8Array.from({ length: table.n }, (_, row) =>
    start === undefined || end === undefined || start[row] === BLANK_DAY || end[row] === BLANK_DAY ? 0 : 1,
  );
}

function daysOf(table: CaseTable, name: string): Int32Array | undefined {
  const column = table.columns.get(name);
  return column?.kind === 'day' ? column.values : undefined;
}

function clusterFacet(
  { table, clusters, advised }: BenchmarkRows,
  typing: Facts['typing'],
): Facet | undefined {
  const chosen = textColumn(table, 'chosen_cluster');
  if (typing === 'chosen' && chosen !== undefined) return facetOf(chosen.codes, chosen.words);
  const codes = Int32Array.from(advised);
  return facetOf(
    codes,
    clusters.map(({ code }) => code),
  );
}

/** Calendar year in which the episode ended. */
function yearFacet(table: CaseTable): Facet | undefined {
  const end = daysOf(table, 'end');
  if (end === undefined) return undefined;
  const years = Int32Array.from(end, (day) =>
    day === BLANK_DAY ? -1 : new Date(day * DAY_MS).getUTCFullYear(),
  );
  const values = [...new Set(years)].filter((year) => year >= 0).sort((a, b) => a - b);
  const codeOf = new Map(values.map((year, code) => [year, code]));
  return { values: values.map(String), codes: years.map((year) => codeOf.get(year) ?? -1) };
}

function textFacet(table: CaseTable, name: string): Facet | undefined {
  const column = textColumn(table, name);
  return column === undefined ? undefined : facetOf(column.codes, column.words);
}

function facetOf(codes: Int32Array, words: readonly string[]): Facet | undefined {
  return codes.some((code) => code >= 0) ? { values: words, codes } : undefined;
}
