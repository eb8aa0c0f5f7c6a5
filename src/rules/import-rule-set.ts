/**
 * Official tables (coefficients, constants, red list) to a rule set: every fault at once, and notes
 * on how the columns were read and what was filled in.
 */

import type { Checked, Issue } from '../model/issue.ts';
import type { RedRule, RuleCluster, RuleItem, RuleSet, RuleSupercluster } from '../model/rule-set.ts';
import { assembleRuleSet, type RuleSetHead } from './assemble.ts';
import { answerCode, clusterNumber, plainWord } from './codes.ts';
import { type ColumnMatch, type ColumnRole, matchColumns, roleOfHeader } from './match-columns.ts';
import { named } from './named.ts';
import type { ParsedTable } from './parsed-table.ts';
import { SEVERITIES, TableReader } from './table-reader.ts';

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
  /** Columns cluster and name, perhaps supercluster: the list of types of the official workbook. */
  readonly types?: ParsedTable;
}

/** How a table was read: which header was taken for what. */
export interface TableMapping {
  readonly file: string;
  readonly table: keyof OfficialTables;
  readonly rows: number;
  readonly columns: readonly { readonly header: string; readonly role: ColumnRole }[];
}

/** The set where it is complete, every finding, and the mapping as far as columns were found. */
export interface ImportedRuleSet extends Checked<RuleSet> {
  readonly mapping: readonly TableMapping[];
}

export interface ImportOptions {
  readonly id: string;
  readonly status: 'official' | 'local';
  readonly source: string;
  /** ISO date. */
  readonly validFrom?: string;
  readonly maxMissing?: number;
}

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
): ImportedRuleSet {
  return new Importer(tables, scheme, options).run();
}

class Importer {
  readonly #tables: OfficialTables;
  readonly #scheme: SchemeDefaults;
  readonly #options: ImportOptions;
  readonly #issues: Issue[] = [];
  readonly #mapping: TableMapping[] = [];
  readonly #clusterCodes = new Map<number, string>();

  constructor(tables: OfficialTables, scheme: SchemeDefaults, options: ImportOptions) {
    this.#tables = tables;
    this.#scheme = scheme;
    this.#options = options;
  }

  run(): ImportedRuleSet {
    const { coefficients, constants, redRules, superclusters, types } = this.#tables;
    const coefficientReader = this.#coefficientReader(coefficients);
    const constantReader = this.#reader('constants', constants, ['zorgvraagtype', 'constante']);
    const redReader =
      redRules &&
      this.#reader('redRules', redRules, ['vraag', 'ernst', 'zorgvraagtype'], ['vraag2', 'ernst2']);
    const groupReader =
      superclusters && this.#reader('superclusters', superclusters, ['zorgvraagtype', 'hoofdgroep']);
    const typeReader = types && this.#reader('types', types, ['zorgvraagtype'], ['naam', 'hoofdgroep']);
    if (this.#hasErrors()) return { issues: this.#issues, mapping: this.#mapping };

    this.#collectClusters(coefficientReader);
    this.#collectClusters(constantReader);
    const groupOf = this.#superclusters(groupReader, typeReader);
    const clusters = this.#clusters(groupOf, this.#names(typeReader));
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
    const checked = assembleRuleSet(
      {
        head,
        items: this.#scheme.items,
        superclusters: [...known, ...others.map((code) => ({ code, name: { nl: code, en: code } }))],
        clusters,
        coefficients: this.#coefficients(coefficientReader, clusterAt),
        constants: this.#constants(constantReader, clusterAt),
        redRules: redReader === undefined ? [] : this.#redRules(redReader, clusterAt),
        files: { coefficients: coefficients.name, constants: constants.name },
      },
      this.#issues,
    );
    return { ...checked, mapping: this.#mapping };
  }

  /** Question and severity stand in columns of their own, or together in the answer code. */
  #coefficientReader(table: ParsedTable): TableReader {
    const match = matchColumns(table, ['vraag', 'ernst', 'zorgvraagtype', 'coefficient'], ['antwoord']);
    if (match.issues.length > 0) {
      const byAnswer = matchColumns(table, ['antwoord', 'zorgvraagtype', 'coefficient']);
      const column = byAnswer.at.get('antwoord') ?? -1;
      const codes = new Set(table.rows.map((row) => answerCode(row[column] ?? '')));
      // Named so, and more of them than severities: row numbers and severities are no answer codes.
      const named = roleOfHeader(table.header[column] ?? '') === 'antwoord';
      if (byAnswer.issues.length === 0 && named && codes.size > SEVERITIES) {
        this.#note('rules-by-answer', { file: table.name });
        return this.#found('coefficients', table, byAnswer);
      }
    }
    return this.#found('coefficients', table, match);
  }

  #reader(
    name: keyof OfficialTables,
    table: ParsedTable,
    required: ColumnRole[],
    optional: ColumnRole[] = [],
  ): TableReader {
    return this.#found(name, table, matchColumns(table, required, optional));
  }

  #found(name: keyof OfficialTables, table: ParsedTable, match: ColumnMatch): TableReader {
    this.#issues.push(...match.issues);
    const columns = [...match.at].map(([role, column]) => ({ header: table.header[column]!, role }));
    this.#mapping.push({ file: table.name, table: name, rows: table.rows.length, columns });
    if (match.issues.length === 0) {
      const mapping = columns.map(({ role, header }) => `${role} = ${header}`).join('; ');
      this.#note('rules-mapping', { file: table.name, mapping });
    }
    return new TableReader(table, match, this.#issues);
  }

  /** Codes stay as the coefficients write them; the constants and the red list may write `5` for ZT05. */
  #collectClusters(reader: TableReader): void {
    reader.table.rows.forEach((_, at) => {
      const text = reader.text('zorgvraagtype', at);
      const number = clusterNumber(text);
      if (number !== undefined && !this.#clusterCodes.has(number)) this.#clusterCodes.set(number, text);
    });
  }

  #superclusters(
    given: TableReader | undefined,
    types: TableReader | undefined,
  ): ReadonlyMap<number, string> {
    const reader = given ?? (types?.has('hoofdgroep') ? types : undefined);
    if (reader === undefined) {
      this.#note('rules-cluster-default');
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
    const groups = new Map<number, string>();
    reader.table.rows.forEach((_, at) => {
      const number = clusterNumber(reader.text('zorgvraagtype', at));
      if (number !== undefined) groups.set(number, this.#groupCode(reader.text('hoofdgroep', at)));
      else if (reader === given) reader.fault('rules-code-unknown', 'zorgvraagtype', at);
    });
    return groups;
  }

  /** The scheme's code where a cell has its code or its name. */
  #groupCode(text: string): string {
    const word = plainWord(text);
    const known = this.#scheme.superclusters.find(({ code, name }) =>
      [code, name.nl, name.en].some((form) => plainWord(form) === word),
    );
    return known?.code ?? text.toUpperCase();
  }

  /** Names by cluster number, of the list of types; rows of other types are told, not refused. */
  #names(reader: TableReader | undefined): ReadonlyMap<number, string> {
    const names = new Map<number, string>();
    if (reader === undefined) {
      this.#note('rules-review-default');
      return names;
    }
    const listed = new Set<number>();
    const others: string[] = [];
    reader.table.rows.forEach((_, at) => {
      const code = reader.text('zorgvraagtype', at);
      const number = clusterNumber(code);
      if (number === undefined || !this.#clusterCodes.has(number)) others.push(code);
      if (number === undefined) return;
      listed.add(number);
      const name = reader.text('naam', at);
      if (name !== '' && !names.has(number)) names.set(number, name);
    });
    const file = reader.table.name;
    if (names.size === 0) this.#note('rules-review-default');
    else this.#note('rules-names-taken', { file, count: names.size });
    const unlisted = [...this.#clusterCodes].filter(([number]) => !listed.has(number));
    if (others.length > 0) {
      this.#issues.push({
        code: 'rules-types-other',
        severity: 'warning',
        params: { file, ...named(others) },
      });
    }
    if (unlisted.length > 0) {
      const params = { file, ...named(unlisted.map(([, code]) => code)) };
      this.#issues.push({ code: 'rules-types-unlisted', severity: 'warning', params });
    }
    return names;
  }

  #clusters(groupOf: ReadonlyMap<number, string>, names: ReadonlyMap<number, string>): RuleCluster[] {
    const all = [...this.#clusterCodes].sort(([a], [b]) => a - b);
    const without = all.filter(([number]) => !groupOf.get(number)).map(([, code]) => code);
    if (without.length > 0) {
      this.#issues.push({ code: 'rules-cluster-no-supercluster', severity: 'error', params: named(without) });
    }
    return all.map(([number, code]) => {
      const known = this.#scheme.clusters.find((cluster) => cluster.number === number);
      const official = names.get(number);
      const fallback = known?.name ?? { nl: code, en: code };
      return {
        code,
        number,
        supercluster: groupOf.get(number) ?? '',
        // The list of types is Dutch; English readers keep the scheme's own words where there are any.
        name: official === undefined ? fallback : { nl: official, en: known?.name.en ?? official },
        ...(known?.reviewTerm === undefined ? {} : { reviewTerm: known.reviewTerm }),
      };
    });
  }

  #coefficients(reader: TableReader, clusterAt: ReadonlyMap<number, number>) {
    const { items } = this.#scheme;
    const values = reader.numbers('coefficient');
    if (reader.has('vraag')) reader.compareAnswers(items);
    return values
      .map((value, at) => ({
        ...(reader.has('vraag')
          ? { item: reader.item('vraag', items, at), severity: reader.severity('ernst', at) }
          : reader.answer(items, at)),
        cluster: reader.cluster(clusterAt, at),
        value,
        row: at + 1,
      }))
      .filter((entry) => entry.item >= 0 && entry.severity >= 0 && entry.cluster >= 0);
  }

  #constants(reader: TableReader, clusterAt: ReadonlyMap<number, number>) {
    return reader
      .numbers('constante')
      .map((value, at) => ({ cluster: reader.cluster(clusterAt, at), value, row: at + 1 }))
      .filter((entry) => entry.cluster >= 0);
  }

  #redRules(reader: TableReader, clusterAt: ReadonlyMap<number, number>): RedRule[] {
    const { items } = this.#scheme;
    return reader.table.rows.map((_, at) => {
      const first = {
        item: reader.item('vraag', items, at),
        severity: reader.severity('ernst', at),
        cluster: reader.cluster(clusterAt, at),
      };
      if (reader.text('vraag2', at) === '' && reader.text('ernst2', at) === '') return first;
      return {
        ...first,
        item2: reader.item('vraag2', items, at),
        severity2: reader.severity('ernst2', at),
      };
    });
  }

  #note(code: string, params: NonNullable<Issue['params']> = {}): void {
    this.#issues.push({ code, severity: 'info', params });
  }

  #hasErrors(): boolean {
    return this.#issues.some((issue) => issue.severity === 'error');
  }
}
