/** A file of assessments as periods: what the report says of it beside the rows. */

import {
  type AssessmentResult,
  assessmentPeriods,
  type CaseReader,
  type CaseTable,
  dayColumn,
  type Issue,
  overdueReviews,
  periodsAsEpisodes,
  type RuleBook,
  repeatedAmounts,
  type ScoreColumns,
  textAt,
  textColumn,
} from '../src/index.ts';

interface AssessmentFacts {
  readonly result: AssessmentResult;
  /** Overdue reviews. */
  readonly issues: readonly Issue[];
}

/** Each rating as an episode of its own, and what to warn of. */
export function asPeriods(
  table: CaseTable,
  mapping: CaseReader['mapping'],
): { readonly table: CaseTable; readonly issues: readonly Issue[] } {
  return {
    table: periodsAsEpisodes(table, assessmentPeriods(table)),
    issues: repeatedAmounts(table, (name) => mapping.columns.get(name)?.header),
  };
}

/**
 * Reviews that came too late, by the review term of the chosen cluster, else of the advised one.
 * @param table of `asPeriods`, also as the store gives it back
 */
export function reviewFacts(table: CaseTable, book: RuleBook, scores: ScoreColumns): AssessmentFacts {
  const [start, end] = [dayColumn(table, 'period_start'), dayColumn(table, 'period_end')];
  if (start === undefined || end === undefined) throw new Error('Not a table of periods');
  const { courses } = assessmentPeriods(table);
  const byCode = new Map(book.clusters.map((cluster) => [cluster.code, cluster]));
  const chosen = textColumn(table, 'chosen_cluster');
  const { result, rows } = overdueReviews(
    { start: start.values, end: end.values, courses },
    (row) => (byCode.get(textAt(chosen, row)) ?? book.clusters[scores.advised[row]!])?.reviewTerm,
  );
  return {
    result,
    issues: rows.map((row) => ({ code: 'review-overdue', severity: 'warning', row: table.rows[row]! })),
  };
}
