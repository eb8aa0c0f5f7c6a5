/** From a case table to change, classes and response, per row, per group and over all. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import type { Computed } from '../model/meta.ts';
import type {
  Direction,
  OutcomeColumns,
  OutcomesOptions,
  OutcomesResult,
  ReliableChangeMethod,
} from '../model/outcomes.ts';
import { change } from './change.ts';
import { OUTCOME_CLASSES } from './classes.ts';
import { type ClassRule, classify } from './classify.ts';
import { numbersOrBlank } from './columns.ts';
import { cutoff } from './cutoff.ts';
import { groupColumns, summariseGroups, summariseOutcomes } from './groups.ts';
import { instrumentFilter } from './instrument.ts';
import { withinWindows } from './measurement-windows.ts';
import { type PairStatistics, pairStatistics } from './pair-statistics.ts';
import {
  reliabilityOfSpread,
  reliableChange,
  reliableChangeLimit,
  standardErrorOfMeasurement,
} from './reliable-change.ts';
import { responseStatuses } from './response-status.ts';

/**
 * Definitions and sources: Jacobson and Truax 1991 and the methods compared by Ronk et al. 2012.
 * Spread and means come from the complete pairs of the whole file, so every group is judged by one rule.
 * @throws Refusal `outcomes-without-scores`, `several-instruments`, `unknown-instrument`,
 * `reliability-range`, `cutoff-needs-functional`, `norm-range`, `windows-without-dates`
 */
export function outcomesOf(
  given: CaseTable,
  options: OutcomesOptions,
): { readonly result: OutcomesResult; readonly columns: OutcomeColumns } {
  checkOptions(options);
  if (!given.columns.has('pre') || !given.columns.has('post')) {
    throw refuse('outcomes-without-scores', { column: given.columns.has('pre') ? 'post' : 'pre' });
  }
  const { windows } = options;
  const table = windows === undefined ? given : withinWindows(given, windows);
  const direction = options.direction ?? 'lower';
  const method = options.method ?? 'JT';
  const takesPart = instrumentFilter(table, options.instrument);
  const pre = blankOutside(numbersOrBlank(table, 'pre'), takesPart);
  const post = blankOutside(numbersOrBlank(table, 'post'), takesPart);
  const pairs = spreadFrom(pairStatistics(pre, post), options);
  const cut = cutoffOf(pairs, direction, method, options);
  const index = indexOf(pairs, method, options);
  const rule = cut === undefined ? undefined : ruleOf(cut, pairs, direction, method, options);

  const columns = rowColumns(table, pre, post, { direction, index, rule, takesPart });
  const scored = { columns, pre, post };
  const rows = Array.from({ length: table.n }, (_, row) => row).filter(takesPart);
  const noClasses = whyNoClasses(options, index, rule);
  return {
    columns,
    result: {
      direction,
      method,
      cutoff: cut ?? { undefined: 'no-cutoff' },
      sDiff: sDiffOf(pairs, options.reliability),
      ...summariseOutcomes(scored, rows, noClasses),
      ...(windows === undefined
        ? {}
        : {
            outsideWindows: { pre: lost(given, table, 'pre', rows), post: lost(given, table, 'post', rows) },
          }),
      by: summariseGroups(table, options.by ?? groupColumns(table), scored, rows, noClasses),
    },
  };
}

/** Measurements that the windows took away. */
function lost(given: CaseTable, table: CaseTable, name: 'pre' | 'post', rows: readonly number[]): number {
  const [before, after] = [numbersOrBlank(given, name), numbersOrBlank(table, name)];
  return rows.filter((row) => !Number.isNaN(before[row]!) && Number.isNaN(after[row]!)).length;
}

function checkOptions(options: OutcomesOptions): void {
  for (const value of [options.reliability, options.reliabilityPost]) {
    if (value !== undefined && !(value > 0 && value < 1)) throw refuse('reliability-range', {}, 2);
  }
  if ((options.cutoff === 'b' || options.cutoff === 'c') && options.functional === undefined) {
    throw refuse('cutoff-needs-functional', { cutoff: options.cutoff }, 2);
  }
  for (const norm of [options.functional, options.clinical]) {
    if (norm !== undefined && !(Number.isFinite(norm.mean) && norm.sd > 0)) {
      throw refuse('norm-range', {}, 2);
    }
  }
}

function blankOutside(values: Float64Array, takesPart: (row: number) => boolean): Float64Array {
  return values.map((value, row) => (takesPart(row) ? value : Number.NaN));
}

/** Where the pairs give no spread (a single one, or all alike) a stated clinical spread stands in. */
function spreadFrom(pairs: PairStatistics, { clinical }: OutcomesOptions): PairStatistics {
  return pairs.sdPre > 0 || clinical === undefined ? pairs : { ...pairs, sdPre: clinical.sd };
}

function indexOf(pairs: PairStatistics, method: ReliableChangeMethod, options: OutcomesOptions) {
  const { reliability } = options;
  if (reliability === undefined) return undefined;
  const reliabilityPost = options.reliabilityPost ?? reliability;
  return reliableChange(method, { ...pairs, reliability, reliabilityPost });
}

function cutoffOf(
  pairs: PairStatistics,
  direction: Direction,
  method: ReliableChangeMethod,
  options: OutcomesOptions,
): number | undefined {
  const kind = options.cutoff ?? (options.functional === undefined ? 'a' : 'c');
  if (typeof kind === 'number') return kind;
  let clinical = options.clinical ?? { mean: pairs.meanPre, sd: pairs.sdPre };
  let { functional } = options;
  if (method === 'HA' && kind === 'c' && functional !== undefined && options.reliability !== undefined) {
    // Hageman and Arrindell part the populations by the spread of true scores.
    const sem = standardErrorOfMeasurement(pairs.sdPre, options.reliability);
    const trueSd = (sd: number) => sd * Math.sqrt(reliabilityOfSpread(sd, sem));
    clinical = { mean: clinical.mean, sd: trueSd(clinical.sd) };
    functional = { mean: functional.mean, sd: trueSd(functional.sd) };
  }
  const cut = cutoff(kind, direction, clinical, functional);
  return Number.isFinite(cut) ? cut : undefined;
}

function ruleOf(
  cut: number,
  pairs: PairStatistics,
  direction: Direction,
  method: ReliableChangeMethod,
  options: OutcomesOptions,
): ClassRule | undefined {
  const base = { cut, direction, limit: reliableChangeLimit(method) };
  if (method !== 'HA' || options.reliability === undefined) return base;
  const sem = standardErrorOfMeasurement(pairs.sdPre, options.reliability);
  const reliabilityPost = reliabilityOfSpread(pairs.sdPost, sem);
  if (!(reliabilityPost > 0)) return undefined;
  const sign = direction === 'higher' ? 1 : -1;
  return {
    ...base,
    trueDistance: (post) =>
      (sign * (pairs.meanPost + (post - pairs.meanPost) * reliabilityPost - cut)) /
      (Math.sqrt(reliabilityPost) * sem),
  };
}

function rowColumns(
  table: CaseTable,
  pre: Float64Array,
  post: Float64Array,
  by: {
    readonly direction: Direction;
    readonly index: ((pre: number, post: number) => number) | undefined;
    readonly rule: ClassRule | undefined;
    readonly takesPart: (row: number) => boolean;
  },
): OutcomeColumns {
  const turn = by.direction === 'higher' ? 1 : -1;
  const classed = by.index !== undefined && by.rule !== undefined;
  const rci = pre.map((value, row) => (by.index ? turn * by.index(value, post[row]!) : Number.NaN));
  return {
    n: table.n,
    change: pre.map((value, row) => change(value, post[row]!, by.direction)),
    rci,
    classes: Int8Array.from(pre, (value, row) =>
      classed && by.takesPart(row)
        ? OUTCOME_CLASSES.indexOf(classify(value, post[row]!, rci[row]!, by.rule))
        : -1,
    ),
    response: responseStatuses(table).map((status, row) => (by.takesPart(row) ? status : -1)),
  };
}

function sDiffOf(pairs: PairStatistics, reliability: number | undefined): Computed<number> {
  if (reliability === undefined) return { undefined: 'no-reliability' };
  if (!(pairs.sdPre > 0)) return { undefined: pairs.n < 2 ? 'too-few-pairs' : 'no-spread' };
  return Math.SQRT2 * standardErrorOfMeasurement(pairs.sdPre, reliability);
}

function whyNoClasses(
  options: OutcomesOptions,
  index: unknown,
  rule: ClassRule | undefined,
): string | undefined {
  if (options.reliability === undefined) return 'no-reliability';
  return index === undefined || rule === undefined ? 'no-reliable-change' : undefined;
}
