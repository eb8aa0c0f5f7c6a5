/** From the files a user gave, each for what it holds, to a rule set; faults of all files together. */

import type { Checked, Issue } from '../model/issue.ts';
import { findTable, type RuleTab, type TableKind, withoutNotes } from './find-tables.ts';
import {
  type ImportedRuleSet,
  type ImportOptions,
  importRuleSet,
  type OfficialTables,
  type SchemeDefaults,
} from './import-rule-set.ts';
import type { ParsedTable } from './parsed-table.ts';

/** What was read: one table, or the tabs of a workbook. */
export interface RuleContent {
  readonly name: string;
  readonly content: { readonly table: ParsedTable } | { readonly tabs: readonly RuleTab[] };
}

/** Files by what they were given for; the workbook stands for every table that has no file of its own. */
export type RuleFiles = { readonly [K in RuleFileKind]?: RuleContent };
export type RuleFileKind = 'workbook' | 'coefficients' | 'constants' | 'redRules' | 'superclusters';

const KINDS: readonly TableKind[] = ['coefficients', 'constants', 'redRules', 'superclusters', 'types'];
const MUST: ReadonlySet<TableKind> = new Set(['coefficients', 'constants']);

/**
 * Finds the tables in the files and builds the rule set.
 * @returns as `importRuleSet`; without coefficients or constants only the faults of finding them
 */
export function importRuleFiles(
  files: RuleFiles,
  scheme: SchemeDefaults,
  options: ImportOptions,
): ImportedRuleSet {
  const { value: tables, issues } = tablesOfFiles(files);
  if (tables === undefined) return { issues, mapping: [] };
  const imported = importRuleSet(tables, scheme, options);
  return { ...imported, issues: [...issues, ...imported.issues] };
}

/** The tables where coefficients and constants are both there; each may also be a tab of a workbook. */
function tablesOfFiles(files: RuleFiles): Checked<OfficialTables> {
  const issues: Issue[] = [];
  const found: { -readonly [K in TableKind]?: ParsedTable } = {};
  for (const kind of KINDS) {
    const own = kind === 'types' ? undefined : files[kind];
    const file = own ?? files.workbook;
    if (file === undefined) continue;
    if ('table' in file.content) {
      if (own === undefined) continue;
      const read = withoutNotes(file.content.table, kind);
      issues.push(...read.issues);
      found[kind] = read.table;
      continue;
    }
    const { table, issues: said } = findTable(
      file.name,
      file.content.tabs,
      kind,
      own !== undefined || MUST.has(kind),
    );
    issues.push(...said);
    if (table === undefined) continue;
    found[kind] = table;
    if (kind === 'redRules' && own === undefined) {
      issues.push({
        code: 'rules-tab-extra',
        severity: 'info',
        params: { file: file.name, tab: table.name },
      });
    }
  }
  if (files.workbook !== undefined && 'table' in files.workbook.content) {
    issues.push({ code: 'rules-no-workbook', severity: 'error', params: { file: files.workbook.name } });
  }
  const { coefficients, constants } = found;
  if (
    coefficients === undefined ||
    constants === undefined ||
    issues.some(({ severity }) => severity === 'error')
  ) {
    return { issues };
  }
  return { value: { ...found, coefficients, constants }, issues };
}
