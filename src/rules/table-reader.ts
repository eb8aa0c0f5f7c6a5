/** One official table with its columns known: cells as items, severities, clusters and numbers; every fault is kept. */

import type { Issue } from '../model/issue.ts';
import type { RuleItem } from '../model/rule-set.ts';
import { answerCode, clusterNumber, itemNumber } from './codes.ts';
import type { ColumnMatch, ColumnRole } from './match-columns.ts';
import { decimalSignOf, parseDecimal, parseSeverity } from './parse-number.ts';
import type { ParsedTable } from './parsed-table.ts';

/** HoNOS+ severities run 0-4. */
export const SEVERITIES = 5;

export class TableReader {
  readonly table: ParsedTable;
  readonly #match: ColumnMatch;
  readonly #issues: Issue[];

  /** @param issues where faults are added */
  constructor(table: ParsedTable, match: ColumnMatch, issues: Issue[]) {
    this.table = table;
    this.#match = match;
    this.#issues = issues;
  }

  has(role: ColumnRole): boolean {
    return this.#match.at.has(role);
  }

  /** The cell as text; '' where the table has no such column. */
  text(role: ColumnRole, at: number): string {
    return this.table.rows[at]![this.#match.at.get(role) ?? -1] ?? '';
  }

  /** Index into `items`, or -1 with a fault. */
  item(role: ColumnRole, items: readonly RuleItem[], at: number): number {
    const number = itemNumber(this.text(role, at));
    const index = number === undefined ? -1 : items.findIndex((item) => itemNumber(item.code) === number);
    if (index < 0) this.fault('rules-code-unknown', role, at);
    return index;
  }

  /** 0-4, or -1 with a fault. */
  severity(role: ColumnRole, at: number): number {
    const value = parseSeverity(this.text(role, at), SEVERITIES);
    if (value < 0) this.fault('rules-severity', role, at, { highest: SEVERITIES - 1 });
    return value;
  }

  /** Index into the clusters, or -1 with a fault. */
  cluster(clusterAt: ReadonlyMap<number, number>, at: number): number {
    const number = clusterNumber(this.text('zorgvraagtype', at));
    const index = number === undefined ? undefined : clusterAt.get(number);
    if (index === undefined) this.fault('rules-code-unknown', 'zorgvraagtype', at);
    return index ?? -1;
  }

  /** Item and severity from the answer code, where the table has neither of its own. -1 with a fault. */
  answer(items: readonly RuleItem[], at: number): { item: number; severity: number } {
    const code = answerCode(this.text('antwoord', at));
    const index =
      code === undefined
        ? -1
        : items.findIndex((item) => itemNumber(item.code) === Math.floor((code - 1) / SEVERITIES) + 1);
    if (code === undefined || index < 0) {
      this.fault('rules-code-unknown', 'antwoord', at);
      return { item: -1, severity: -1 };
    }
    return { item: index, severity: (code - 1) % SEVERITIES };
  }

  /**
   * Warns of rows whose answer code is not that of their question and severity. The two columns
   * decide: another numbering of answers is no fault, a table put together wrongly is.
   */
  compareAnswers(items: readonly RuleItem[]): void {
    if (!this.has('antwoord')) return;
    const column = this.#header('antwoord');
    for (const at of this.table.rows.keys()) {
      const [code, question] = [answerCode(this.text('antwoord', at)), itemNumber(this.text('vraag', at))];
      const severity = parseSeverity(this.text('ernst', at), SEVERITIES);
      const known = items.some((item) => itemNumber(item.code) === question);
      if (code === undefined || question === undefined || !known || severity < 0) continue;
      if (code === SEVERITIES * (question - 1) + 1 + severity) continue;
      this.#issues.push({
        code: 'rules-answer-disagrees',
        severity: 'warning',
        row: at + 1,
        column,
        params: { file: this.table.name, column },
      });
    }
  }

  /** A whole column, one decimal sign; NaN with a fault where a cell is no finite number. */
  numbers(role: ColumnRole): number[] {
    const cells = this.table.rows.map((_, at) => this.text(role, at));
    const sign = decimalSignOf(cells);
    if (sign === undefined) {
      const params = { file: this.table.name, column: this.#header(role) };
      this.#issues.push({ code: 'rules-decimal-mixed', severity: 'error', params });
      return cells.map(() => Number.NaN);
    }
    return cells.map((cell, at) => {
      const value = parseDecimal(cell, sign);
      if (!Number.isFinite(value)) this.fault('rules-number', role, at);
      return value;
    });
  }

  fault(code: string, role: ColumnRole, at: number, extra: Issue['params'] = {}): void {
    const column = this.#header(role);
    this.#issues.push({
      code,
      severity: 'error',
      row: at + 1,
      column,
      params: { file: this.table.name, column, ...extra },
    });
  }

  #header(role: ColumnRole): string {
    return this.table.header[this.#match.at.get(role) ?? -1] ?? role;
  }
}
