/**
 * Which tab of a workbook is which official table. A tab is found by its name; by its headers only
 * where they name the table's own value; never by guessing between two. The header is the first row
 * that can be one, so a title above it does no harm.
 */

import type { Issue } from '../model/issue.ts';
import { answerCode, clusterNumber, itemNumber, plainWord } from './codes.ts';
import type { OfficialTables } from './import-rule-set.ts';
import { type ColumnRole, matchColumns, roleOfHeader } from './match-columns.ts';
import type { ParsedTable } from './parsed-table.ts';

/** A sheet as text, blank rows left out. */
export interface RuleTab {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** What a file may hold; a red list is not a tab of the official workbook, but some add one. */
export type TableKind = keyof OfficialTables;

interface Kind {
  /** Of a tab's name, without accents, case and signs. */
  readonly name: RegExp;
  readonly not: RegExp;
  readonly required: readonly ColumnRole[];
  readonly optional: readonly ColumnRole[];
  /** A header of this role tells the table where no name does. */
  readonly tell?: ColumnRole;
  /** Word in sentences; as a tab's name it works. */
  readonly what: string;
}

/** Forensic typing is another scheme. */
const FORENSIC = /fz|forens/;
const NO_TYPES = /fz|forens|coeff?ici|constant|rode|rood/;

const KINDS: Readonly<Record<TableKind, Kind>> = {
  coefficients: {
    name: /coeff?ici/,
    not: FORENSIC,
    required: ['zorgvraagtype', 'coefficient'],
    optional: [],
    tell: 'coefficient',
    what: 'coëfficiënt',
  },
  constants: {
    name: /constant/,
    not: FORENSIC,
    required: ['zorgvraagtype', 'constante'],
    optional: [],
    tell: 'constante',
    what: 'constante',
  },
  redRules: {
    name: /rode|rood|uitsluit/,
    not: FORENSIC,
    required: ['vraag', 'ernst', 'zorgvraagtype'],
    optional: ['vraag2', 'ernst2'],
    what: 'rode regels',
  },
  superclusters: {
    name: /hoofdgroep|supercluster/,
    not: FORENSIC,
    required: ['zorgvraagtype', 'hoofdgroep'],
    optional: [],
    what: 'hoofdgroep',
  },
  types: {
    name: /zorgvraagtyp|zorgcluster|zvt/,
    not: NO_TYPES,
    required: ['zorgvraagtype'],
    optional: ['naam', 'hoofdgroep'],
    what: 'zorgvraagtype ggz',
  },
};

/** A title, a version and a remark may stand above the header. */
const HEADER_WITHIN = 20;

export interface FoundTable {
  readonly table?: ParsedTable;
  readonly issues: readonly Issue[];
}

/**
 * Finds one table among the tabs of a workbook.
 * @param must whether its absence is a fault. The list of types only names what others define: where
 *   it cannot be read that is a warning.
 */
export function findTable(
  file: string,
  tabs: readonly RuleTab[],
  kind: TableKind,
  must: boolean,
): FoundTable {
  const { name, not, tell, what } = KINDS[kind];
  const wordOf = (tab: RuleTab): string => plainWord(tab.name);
  const named = tabs.filter((tab) => name.test(wordOf(tab)) && !not.test(wordOf(tab)));
  const told = tabs.filter(
    (tab) =>
      tell !== undefined &&
      !FORENSIC.test(wordOf(tab)) &&
      candidates(file, tab).some((table) => tells(table, tell)),
  );
  const found = narrowed(file, named.length > 0 ? named : told, kind);
  const severity = kind === 'types' ? 'warning' : 'error';
  const fault = (code: string, list: readonly RuleTab[]): FoundTable => ({
    issues: [{ code, severity, params: { file, what, tabs: list.map((tab) => tab.name).join(', ') } }],
  });
  if (found.length === 0) return must ? fault('rules-tab-absent', tabs) : { issues: [] };
  if (found.length > 1) return fault('rules-tab-ambiguous', found);
  const table = bestTable(file, found[0]!, kind);
  if (kind === 'types' && faultsOf(table, kind) > 0) {
    return { issues: [{ code: 'rules-types-unread', severity, params: { file: table.name } }] };
  }
  return withoutNotes(table, kind);
}

/** Of several tabs those that hold such a table, then those in sight, then the one for ggz. */
function narrowed(file: string, tabs: readonly RuleTab[], kind: TableKind): readonly RuleTab[] {
  const steps: readonly ((tab: RuleTab) => boolean)[] = [
    (tab) => tab.rows.length > 1,
    (tab) => faultsOf(bestTable(file, tab, kind), kind) === 0,
    (tab) => !tab.hidden,
    (tab) => plainWord(tab.name).includes('ggz'),
  ];
  let left = tabs;
  for (const step of steps) {
    const better = left.filter(step);
    if (left.length > 1 && better.length > 0) left = better;
  }
  return left;
}

function tells(table: ParsedTable, role: ColumnRole): boolean {
  return table.header.some((header) => roleOfHeader(header) === role);
}

/** The tab read with each row that may be its header; a row of less than two cells is a title. */
function candidates(file: string, tab: RuleTab): ParsedTable[] {
  const name = `${file} [${tab.name}]`;
  return tab.rows.slice(0, HEADER_WITHIN).flatMap((cells, at) => {
    if (cells.filter((cell) => cell !== '').length < 2) return [];
    const header = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
    const rows = tab.rows.slice(at + 1).map((row) => header.map((_, column) => row[column] ?? ''));
    return rows.length === 0 ? [] : [{ name, header, rows }];
  });
}

/** The candidate whose columns are all found; else the first that could be one, so that its faults are said. */
function bestTable(file: string, tab: RuleTab, kind: TableKind): ParsedTable {
  const all = candidates(file, tab);
  const first = all[0] ?? { name: `${file} [${tab.name}]`, header: [...(tab.rows[0] ?? [])], rows: [] };
  return all.reduce((best, next) => (faultsOf(next, kind) < faultsOf(best, kind) ? next : best), first);
}

function faultsOf(table: ParsedTable, kind: TableKind): number {
  const { required, optional, tell } = KINDS[kind];
  // A header row names at least one of its columns: a data row is never taken for one.
  const named = table.header.filter((header) => roleOfHeader(header) !== undefined).length;
  const told = tell === undefined || tells(table, tell) ? 0 : 1;
  return matchColumns(table, required, optional).issues.length + told + (named === 0 ? 1 : 0);
}

/**
 * A line below a table with one cell of plain words is a remark. Coefficients and constants are proved
 * complete afterwards and types decide nothing; of a red list every line counts.
 */
export function withoutNotes(table: ParsedTable, kind: TableKind): Required<FoundTable> {
  if (kind === 'redRules') return { table, issues: [] };
  const isNote = (row: readonly string[]): boolean => {
    const filled = row.filter((cell) => cell !== '');
    return filled.length === 1 && table.header.length > 1 && !isCode(filled[0]!);
  };
  const rows = table.rows.filter((row) => !isNote(row));
  const count = table.rows.length - rows.length;
  if (count === 0) return { table, issues: [] };
  const note: Issue = { code: 'rules-tab-notes', severity: 'info', params: { file: table.name, count } };
  return { table: { ...table, rows }, issues: [note] };
}

function isCode(cell: string): boolean {
  return [clusterNumber, itemNumber, answerCode].some((read) => read(cell) !== undefined);
}
