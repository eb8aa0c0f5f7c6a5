/**
 * Periods of assessments beside their scores: read once for the order of each patient's ratings, then
 * fed batch by batch with the cluster each row got.
 */

import {
  assessmentPeriods,
  concatTables,
  IssueCollector,
  isoFromDay,
  overdueReviews,
  textAt,
  textColumn,
} from '../doors/score.ts';
import type {
  AssessmentPeriods,
  AssessmentResult,
  CaseReader,
  CaseTable,
  Cell,
  DatedScoreColumns,
  IssueSummary,
  Lang,
  RuleBook,
} from '../index.ts';

const COLUMNS = ['patient', 'member', 'episode', 'date', 'end'];

export class ScoredPeriods {
  readonly #periods: AssessmentPeriods;
  readonly #rows: Int32Array;
  readonly #book: RuleBook;
  readonly #clusterAt: ReadonlyMap<string, number>;
  /** Cluster of each row: the chosen one, else the advised one; -1 = none. */
  readonly #clusters: Int16Array;
  #before = 0;
  #batch = 0;

  private constructor(table: CaseTable, book: RuleBook) {
    this.#periods = assessmentPeriods(table);
    this.#rows = table.rows;
    this.#book = book;
    this.#clusterAt = new Map(book.clusters.map(({ code }, at) => [code, at]));
    this.#clusters = new Int16Array(table.n).fill(-1);
  }

  /** Reads the file once, for the columns that order ratings. */
  static async of(reader: CaseReader, book: RuleBook): Promise<ScoredPeriods> {
    const parts: CaseTable[] = [];
    for await (const { n, rows, columns } of reader.batches()) {
      const wanted = [...columns].filter(([name]) => COLUMNS.includes(name));
      parts.push({ n, rows, columns: new Map(wanted) });
    }
    return new ScoredPeriods(concatTables(parts), book);
  }

  /** The next batch of the same rows; `cells` then speaks of it. */
  add(batch: CaseTable, scores: DatedScoreColumns): void {
    this.#before += this.#batch;
    this.#batch = batch.n;
    const chosen = textColumn(batch, 'chosen_cluster');
    for (let row = 0; row < batch.n; row += 1) {
      const known = this.#clusterAt.get(textAt(chosen, row));
      this.#clusters[this.#before + row] = known ?? scores.advised[row]!;
    }
  }

  /** `period_start` and `period_end` of a row of the last batch. */
  cells(row: number): Cell[] {
    const { start, end } = this.#periods;
    const at = this.#before + row;
    return [isoFromDay(start[at]!), isoFromDay(end[at]!)];
  }

  result(): AssessmentResult {
    return this.#overdue().result;
  }

  issues(lang: Lang): IssueSummary[] {
    const issues = new IssueCollector();
    for (const row of this.#overdue().rows) {
      issues.add({ code: 'review-overdue', severity: 'warning', row: this.#rows[row]! });
    }
    return issues.summaries(lang);
  }

  #overdue(): ReturnType<typeof overdueReviews> {
    return overdueReviews(this.#periods, (row) => this.#book.clusters[this.#clusters[row]!]?.reviewTerm);
  }
}
