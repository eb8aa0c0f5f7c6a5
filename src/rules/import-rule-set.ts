/**
 * Official tables (coefficients, constants, red list) to a rule set: every fault at once, and notes
 * on how the columns were read and what was filled in.
 */

import type { Checked, Issue } from '../model/issue.ts';
import type { RedRule, RuleCluster, RuleItem, RuleSet, RuleSupercluster } from '../model/rule-set.ts';
import { assembleRuleSet, type RuleSetHead } from './assemble.ts';
import { clusterNumber, itemNumber } from './codes.ts';
import { type ColumnMatch, type ColumnRole, matchColumns } from './match-columns.ts';
import { named } from './named.ts';
import { decimalSignOf, parseDecimal, parseSeverity } from './parse-number.ts';
import type { ParsedTable } from './parsed-table.ts';

/** What is known of the scheme apart from its coefficients: items, and clusters by number. */
export interface SchemeDefaults {
  readonly items: readonly RuleItem[];
  readonly superclusters: readonly RuleSupercluster[];
  /** `code` is not used: codes come from the tables. */
  readonly clusters: readonly RuleCluster[];
}

export interface OfficialTables {
  readonly coefficients: ParsedTable;
  readonly constants: ParsedTable;
  readonly redRules?: ParsedTable;
  /** Columns cluster and supercluster; absent: the scheme's own division by number. */
  readonly superclusters?: ParsedTable;
}

export interface ImportOptions {
  readonly id: string;
  readonly status: 'official' | 'local';
  readonly source: string;
  /** ISO date. */
  readonly validFrom?: string;
  readonly maxMissing?: number;
}

const SEVERITIES = 5;
const MAX_MISSING = 2;

/**
 * Builds a rule set from the official layout: question code, severity, optional answer code, cluster
 * code, coefficient; cluster code, constant; red list of question, severity, second question or
 * blank, its severity, cluster. Comma or point, one decimal sign a column.
 * @returns the set where it is complete, and the issues: errors, warnings, and notes of severity `info`
 */
export function importRuleSet(
  tables: OfficialTables,
  scheme: SchemeDefaults,
  options: ImportOptions,
): Checked<RuleSet> {
  return new Importer(tables, scheme, options).run();
}

class Importer {
  readonly #tables: OfficialTables;
  readonly #scheme: SchemeDefaults;
  readonly #options: ImportOptions;
  readonly #issues: Issue[] = [];
  readonly #clusterCodes = new Map<number, string>();

  constructor(tables: OfficialTables, scheme: SchemeDefaults, options: ImportOptions) {
    this.#tables = tables;
    this.#scheme = scheme;
    this.#options = options;
  }

  run(): Checked<RuleSet> {
    const { coefficients, constants, redRules, superclusters } = this.#tables;
    const pairs: ColumnRole[] = ['vraag2', 'ernst2'];
    const coefficientColumns = this.#match(
      coefficients,
      ['vraag', 'ernst', 'zorgvraagtype', 'coefficient'],
      ['antwoord'],
    );
    const constantColumns = this.#match(constants, ['zorgvraagtype', 'constante']);
    const redColumns = redRules && this.#match(redRules, ['vraag', 'ernst', 'zorgvraagtype'], pairs);
    const groupColumns = superclusters && this.#match(superclusters, ['zorgvraagtype', 'hoofdgroep']);
    if (this.#hasErrors()) return { issues: this.#issues };

    this.#collectClusters(coefficients, coefficientColumns);
    this.#collectClusters(constants, constantColumns);
    const groupOf = this.#superclusters(superclusters, groupColumns);
    const clusters = this.#clusters(groupOf);
    const clusterAt = new Map(clusters.map((cluster, at) => [cluster.number, at]));
    if (redRules === undefined) this.#note('rules-no-red-rules');

    const head: RuleSetHead = {
      id: this.#options.id,
      title: { nl: this.#options.id, en: this.#options.id },
      status: this.#options.status,
      source: this.#options.source,
      ...(this.#options.validFrom === undefined ? {} : { validFrom: this.#options.validFrom }),
      maxMissing: this.#options.maxMissing ?? MAX_MISSING,
      severities: SEVERITIES,
    };
    const used = new Set(clusters.map((cluster) => cluster.supercluster));
    const known = this.#scheme.superclusters.filter((group) => used.has(group.code));
    const others = [...used].filter((code) => !known.some((group) => group.code === code)).sort();
    return assembleRuleSet(
      {
        head,
        items: this.#scheme.items,
        superclusters: [...known, ...others.map((code) => ({ code, name: { nl: code, en: code } }))],
        clusters,
        coefficients: this.#coefficients(coefficients, coefficientColumns, clusterAt),
        constants: this.#constants(constants, constantColumns, clusterAt),
        redRules: redRules && redColumns ? this.#redRules(redRules, redColumns, clusterAt) : [],
        files: { coefficients: coefficients.name, constants: constants.name },
      },
      this.#issues,
    );
  }

  #match(table: ParsedTable, required: ColumnRole[], optional: ColumnRole[] = []): ColumnMatch {
    const match = matchColumns(table, required, optional);
    this.#issues.push(...match.issues);
    if (match.issues.length === 0) {
      const mapping = [...match.at].map(([role, column]) => `${role} = ${table.header[column]!}`).join('; ');
      this.#note('rules-mapping', { file: table.name, mapping });
    }
    return match;
  }

  /** Codes stay as the coefficients write them; the constants and the red list may write `5` for ZT05. */
  #collectClusters(table: ParsedTable, match: ColumnMatch): void {
    const column = match.at.get('zorgvraagtype')!;
    for (const row of table.rows) {
      const number = clusterNumber(row[column]!);
      if (number !== undefined && !this.#clusterCodes.has(number))
        this.#clusterCodes.set(number, row[column]!);
    }
  }

  #superclusters(
    table: ParsedTable | undefined,
    match: ColumnMatch | undefined,
  ): ReadonlyMap<number, string> {
    if (table === undefined || match === undefined) {
      this.#note('rules-cluster-default');
      this.#note('rules-review-default');
      const absent = this.#scheme.clusters.filter((cluster) => !this.#clusterCodes.has(cluster.number));
      if (absent.length > 0) {
        this.#issues.push({
          code: 'rules-clusters-absent',
          severity: 'warning',
          params: named(absent.map((cluster) => String(cluster.number))),
        });
      }
      return new Map(this.#scheme.clusters.map((cluster) => [cluster.number, cluster.supercluster]));
    }
    this.#note('rules-review-default');
    const groups = new Map<number, string>();
    table.rows.forEach((row, at) => {
      const number = clusterNumber(row[match.at.get('zorgvraagtype')!]!);
      if (number === undefined) this.#fault('rules-code-unknown', table, match, 'zorgvraagtype', at);
      else groups.set(number, row[match.at.get('hoofdgroep')!]!.toUpperCase());
    });
    return groups;
  }

  #clusters(groupOf: ReadonlyMap<number, string>): RuleCluster[] {
    const all = [...this.#clusterCodes].sort(([a], [b]) => a - b);
    const without = all.filter(([number]) => !groupOf.get(number)).map(([, code]) => code);
    if (without.length > 0) {
      this.#issues.push({ code: 'rules-cluster-no-supercluster', severity: 'error', params: named(without) });
    }
    return all.map(([number, code]) => {
      const known = this.#scheme.clusters.find((cluster) => cluster.number === number);
      return {
        code,
        number,
        supercluster: groupOf.get(number) ?? '',
        name: known?.name ?? { nl: code, en: code },
        ...(known?.reviewTerm === undefined ? {} : { reviewTerm: known.reviewTerm }),
      };
    });
  }

  #coefficients(table: ParsedTable, match: ColumnMatch, clusterAt: ReadonlyMap<number, number>) {
    const values = this.#numbers(table, match, 'coefficient');
    return table.rows
      .map((row, at) => ({
        item: this.#item(table, match, 'vraag', row, at),
        severity: this.#severity(table, match, 'ernst', row, at),
        cluster: this.#cluster(table, match, clusterAt, row, at),
        value: values[at]!,
        row: at + 1,
      }))
      .filter((entry) => entry.item >= 0 && entry.severity >= 0 && entry.cluster >= 0);
  }

  #constants(table: ParsedTable, match: ColumnMatch, clusterAt: ReadonlyMap<number, number>) {
    const values = this.#numbers(table, match, 'constante');
    return table.rows
      .map((row, at) => ({
        cluster: this.#cluster(table, match, clusterAt, row, at),
        value: values[at]!,
        row: at + 1,
      }))
      .filter((entry) => entry.cluster >= 0);
  }

  #redRules(table: ParsedTable, match: ColumnMatch, clusterAt: ReadonlyMap<number, number>): RedRule[] {
    const second = (role: ColumnRole, row: readonly string[]) => row[match.at.get(role) ?? -1] ?? '';
    return table.rows.map((row, at) => {
      const first = {
        item: this.#item(table, match, 'vraag', row, at),
        severity: this.#severity(table, match, 'ernst', row, at),
        cluster: this.#cluster(table, match, clusterAt, row, at),
      };
      if (second('vraag2', row) === '' && second('ernst2', row) === '') return first;
      return {
        ...first,
        item2: this.#item(table, match, 'vraag2', row, at),
        severity2: this.#severity(table, match, 'ernst2', row, at),
      };
    });
  }

  #item(
    table: ParsedTable,
    match: ColumnMatch,
    role: ColumnRole,
    row: readonly string[],
    at: number,
  ): number {
    const number = itemNumber(row[match.at.get(role) ?? -1] ?? '');
    const index = this.#scheme.items.findIndex((item) => itemNumber(item.code) === number);
    if (number === undefined || index < 0) this.#fault('rules-code-unknown', table, match, role, at);
    return number === undefined ? -1 : index;
  }

  #severity(table: ParsedTable, match: ColumnMatch, role: ColumnRole, row: readonly string[], at: number) {
    const value = parseSeverity(row[match.at.get(role) ?? -1] ?? '', SEVERITIES);
    if (value < 0) this.#fault('rules-severity', table, match, role, at, { highest: SEVERITIES - 1 });
    return value;
  }

  #cluster(
    table: ParsedTable,
    match: ColumnMatch,
    clusterAt: ReadonlyMap<number, number>,
    row: readonly string[],
    at: number,
  ): number {
    const number = clusterNumber(row[match.at.get('zorgvraagtype')!]!);
    const index = number === undefined ? undefined : clusterAt.get(number);
    if (index === undefined) this.#fault('rules-code-unknown', table, match, 'zorgvraagtype', at);
    return index ?? -1;
  }

  #numbers(table: ParsedTable, match: ColumnMatch, role: ColumnRole): number[] {
    const column = match.at.get(role)!;
    const cells = table.rows.map((row) => row[column]!);
    const sign = decimalSignOf(cells);
    if (sign === undefined) {
      const params = { file: table.name, column: table.header[column]! };
      this.#issues.push({ code: 'rules-decimal-mixed', severity: 'error', params });
      return cells.map(() => Number.NaN);
    }
    return cells.map((cell, at) => {
      const value = parseDecimal(cell, sign);
      if (!Number.isFinite(value)) this.#fault('rules-number', table, match, role, at);
      return value;
    });
  }

  #fault(
    code: string,
    table: ParsedTable,
    match: ColumnMatch,
    role: ColumnRole,
    at: number,
    extra: Issue['params'] = {},
  ): void {
    const column = table.header[match.at.get(role) ?? -1] ?? role;
    this.#issues.push({
      code,
      severity: 'error',
      row: at + 1,
      column,
      params: { file: table.name, column, ...extra },
    });
  }

  #note(code: string, params: NonNullable<Issue['params']> = {}): void {
    this.#issues.push({ code, severity: 'info', params });
  }

  #hasErrors(): boolean {
    return this.#issues.some((issue) => issue.severity === 'error');
  }
}
