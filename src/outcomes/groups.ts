/** The same summary over all rows and over the rows of each group. */

import { refuse } from '../issue/refusal.ts';
import type { CaseTable } from '../model/case-table.ts';
import type { Computed } from '../model/meta.ts';
import type {
  ClassCounts,
  OutcomeColumns,
  OutcomeGroup,
  OutcomeSummary,
  ScoreNorm,
} from '../model/outcomes.ts';
import { mean } from '../stats/mean.ts';
import { sampleStandardDeviation } from '../stats/sample-standard-deviation.ts';
import { textAt, textColumn } from '../table/column-access.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import { classBounds } from './class-bounds.ts';
import { OUTCOME_CLASSES } from './classes.ts';
import { countResponse } from './response-status.ts';

/** The scores a row was judged by, and what came of it. */
export interface ScoredRows {
  readonly columns: OutcomeColumns;
  readonly pre: Float64Array;
  readonly post: Float64Array;
}

const GROUP_COLUMNS = ['member', 'site', 'team', 'payer', 'setting', 'diagnosis'] as const;

/** The group columns of the contract that this file has. */
export function groupColumns(table: CaseTable): string[] {
  return GROUP_COLUMNS.filter((name) => textColumn(table, name) !== undefined);
}

/** Rows that take part; `noClasses` says why there are no classes, or is undefined when there are. */
export function summariseOutcomes(
  scored: ScoredRows,
  rows: readonly number[],
  noClasses: string | undefined,
): OutcomeSummary {
  const { columns, pre, post } = scored;
  const measured = rows.filter((row) => !Number.isNaN(columns.change[row]!));
  const counts = OUTCOME_CLASSES.map(() => 0);
  for (const row of rows) if (columns.classes[row]! >= 0) counts[columns.classes[row]!]! += 1;
  const classCounts: Computed<ClassCounts> =
    noClasses === undefined
      ? (Object.fromEntries(OUTCOME_CLASSES.map((name, index) => [name, counts[index]])) as ClassCounts)
      : { undefined: noClasses };
  const response = countResponse(columns.response, rows);
  return {
    n: rows.length,
    measured: measured.length,
    pre: normOf(measured.map((row) => pre[row]!)),
    post: normOf(measured.map((row) => post[row]!)),
    change: normOf(measured.map((row) => columns.change[row]!)),
    counts: classCounts,
    bounds: classBounds(classCounts, response),
    response,
  };
}

/** Groups in code-point order of their value; a blank value is the group "". */
export function summariseGroups(
  table: CaseTable,
  by: readonly string[],
  scored: ScoredRows,
  rows: readonly number[],
  noClasses: string | undefined,
): Record<string, OutcomeGroup[]> {
  return Object.fromEntries(
    by.map((name) => {
      const column = textColumn(table, name);
      if (column === undefined) throw refuse('unknown-group-column', { column: name });
      const rowsOfValue = new Map<string, number[]>();
      for (const row of rows) {
        const value = textAt(column, row);
        const list = rowsOfValue.get(value);
        if (list === undefined) rowsOfValue.set(value, [row]);
        else list.push(row);
      }
      const groups = [...rowsOfValue]
        .sort(([a], [b]) => compareCodePoints(a, b))
        .map(([value, own]) => ({ value, ...summariseOutcomes(scored, own, noClasses) }));
      return [name, groups];
    }),
  );
}

function normOf(values: readonly number[]): Computed<ScoreNorm> {
  return values.length < 2
    ? { undefined: 'too-few-pairs' }
    : { mean: mean(values), sd: sampleStandardDeviation(values) };
}
