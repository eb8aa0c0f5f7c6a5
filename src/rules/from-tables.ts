/** The project's own layout of a rule set (data/rules/ID): fixed headers, comma, decimal point. */

import type { Checked, Issue } from '../model/issue.ts';
import type { RedRule, ReviewTerm, RuleCluster, RuleSet } from '../model/rule-set.ts';
import { assembleRuleSet, type RuleSetHead } from './assemble.ts';
import { parseDecimal, parseSeverity } from './parse-number.ts';
import type { ParsedTable } from './parsed-table.ts';

export interface RuleSetTables {
  readonly items: ParsedTable;
  readonly superclusters: ParsedTable;
  readonly clusters: ParsedTable;
  readonly coefficients: ParsedTable;
  readonly constants: ParsedTable;
  readonly redRules: ParsedTable | undefined;
}

const HEADERS: Record<keyof RuleSetTables, readonly string[]> = {
  items: ['code', 'label', 'name_nl', 'name_en'],
  superclusters: ['code', 'name_nl', 'name_en'],
  clusters: ['code', 'number', 'supercluster', 'name_nl', 'name_en', 'review_length', 'review_unit'],
  coefficients: ['item', 'severity', 'cluster', 'coefficient'],
  constants: ['cluster', 'constant'],
  redRules: ['item', 'severity', 'item2', 'severity2', 'cluster'],
};

/** Reads a rule set from its tables; further columns (origin, reason) are for people and are not read. */
export function ruleSetFromTables(head: RuleSetHead, tables: RuleSetTables): Checked<RuleSet> {
  const issues: Issue[] = [];
  for (const key of Object.keys(HEADERS) as (keyof RuleSetTables)[]) {
    const table = tables[key];
    const absent = table === undefined ? [] : HEADERS[key].filter((name) => !table.header.includes(name));
    for (const column of absent) {
      issues.push({ code: 'rules-column-absent', severity: 'error', params: { file: table!.name, column } });
    }
  }
  if (issues.length > 0) return { issues };
  return new Reader(head, tables, issues).read();
}

type Row = (column: string) => string;

class Reader {
  readonly #head: RuleSetHead;
  readonly #tables: RuleSetTables;
  readonly #issues: Issue[];

  constructor(head: RuleSetHead, tables: RuleSetTables, issues: Issue[]) {
    this.#head = head;
    this.#tables = tables;
    this.#issues = issues;
  }

  read(): Checked<RuleSet> {
    const tables = this.#tables;
    const items = this.#each(tables.items, (cell) => ({
      code: cell('code'),
      label: cell('label'),
      name: { nl: cell('name_nl'), en: cell('name_en') },
    }));
    const superclusters = this.#each(tables.superclusters, (cell) => ({
      code: cell('code'),
      name: { nl: cell('name_nl'), en: cell('name_en') },
    }));
    const clusters = this.#each(tables.clusters, (cell, row) => this.#cluster(cell, row));
    const itemAt = new Map(items.map((item, at) => [item.code, at]));
    const clusterAt = new Map(clusters.map((cluster, at) => [cluster.code, at]));

    const index = (
      known: Map<string, number>,
      table: ParsedTable,
      column: string,
      cell: Row,
      row: number,
    ) => {
      const at = known.get(cell(column));
      if (at === undefined) this.#fault('rules-code-unknown', table, row, column);
      return at ?? -1;
    };
    const severity = (table: ParsedTable, column: string, cell: Row, row: number) => {
      const value = parseSeverity(cell(column), this.#head.severities);
      if (value < 0)
        this.#fault('rules-severity', table, row, column, { highest: this.#head.severities - 1 });
      return value;
    };
    const number = (table: ParsedTable, column: string, cell: Row, row: number) => {
      const value = parseDecimal(cell(column), '.');
      if (!Number.isFinite(value)) this.#fault('rules-number', table, row, column);
      return value;
    };

    const coefficients = this.#each(tables.coefficients, (cell, row) => ({
      item: index(itemAt, tables.coefficients, 'item', cell, row),
      severity: severity(tables.coefficients, 'severity', cell, row),
      cluster: index(clusterAt, tables.coefficients, 'cluster', cell, row),
      value: number(tables.coefficients, 'coefficient', cell, row),
      row,
    })).filter((entry) => entry.item >= 0 && entry.severity >= 0 && entry.cluster >= 0);
    const constants = this.#each(tables.constants, (cell, row) => ({
      cluster: index(clusterAt, tables.constants, 'cluster', cell, row),
      value: number(tables.constants, 'constant', cell, row),
      row,
    })).filter((entry) => entry.cluster >= 0);
    const red = tables.redRules;
    const redRules =
      red === undefined
        ? []
        : this.#each(red, (cell, row): RedRule => {
            const first = {
              item: index(itemAt, red, 'item', cell, row),
              severity: severity(red, 'severity', cell, row),
              cluster: index(clusterAt, red, 'cluster', cell, row),
            };
            if (cell('item2') === '' && cell('severity2') === '') return first;
            const item2 = index(itemAt, red, 'item2', cell, row);
            return { ...first, item2, severity2: severity(red, 'severity2', cell, row) };
          });
    return assembleRuleSet(
      {
        head: this.#head,
        items,
        superclusters,
        clusters,
        coefficients,
        constants,
        redRules,
        files: { coefficients: tables.coefficients.name, constants: tables.constants.name },
      },
      this.#issues,
    );
  }

  #cluster(cell: Row, row: number): RuleCluster {
    const table = this.#tables.clusters;
    const number = Number(cell('number'));
    if (!/^\d{1,3}$/.test(cell('number'))) this.#fault('rules-number', table, row, 'number');
    const reviewTerm = this.#reviewTerm(cell, row);
    return {
      code: cell('code'),
      number,
      supercluster: cell('supercluster'),
      name: { nl: cell('name_nl'), en: cell('name_en') },
      ...(reviewTerm === undefined ? {} : { reviewTerm }),
    };
  }

  #reviewTerm(cell: Row, row: number): ReviewTerm | undefined {
    const length = cell('review_length');
    const unit = cell('review_unit');
    if (length === '' && unit === '') return undefined;
    if (/^[1-9]\d{0,3}$/.test(length) && (unit === 'day' || unit === 'month')) {
      return { length: Number(length), unit };
    }
    this.#fault('rules-review-term', this.#tables.clusters, row, 'review_length');
    return undefined;
  }

  #each<T>(table: ParsedTable, make: (cell: Row, row: number) => T): T[] {
    const at = new Map(table.header.map((name, column) => [name, column]));
    return table.rows.map((cells, row) => make((column) => cells[at.get(column)!]!, row + 1));
  }

  #fault(code: string, table: ParsedTable, row: number, column: string, extra: Issue['params'] = {}): void {
    this.#issues.push({
      code,
      severity: 'error',
      row,
      column,
      params: { file: table.name, column, ...extra },
    });
  }
}
