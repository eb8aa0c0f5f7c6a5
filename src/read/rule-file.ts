/**
 * A file with tables of rules, CSV or workbook, told by its content: its tabs as text and its
 * checksum. Invariant: a number that the workbook itself holds as a number keeps its value whatever
 * decimal sign the texts around it use.
 */

import { Refusal, refuse } from '../issue/refusal.ts';
import type { Checked, Issue } from '../model/issue.ts';
import type { RuleTab } from '../rules/find-tables.ts';
import type { ParsedTable } from '../rules/parsed-table.ts';
import type { RuleFileKind } from '../rules/tables-of-files.ts';
import { isBlankRow, newFacts, type RawCell, rowAsText } from './row-source.ts';
import { decodeRuleText, parseRuleTable } from './rule-tables.ts';
import type { ByteSource } from './source.ts';
import { plainBytes } from './text-chunks.ts';
import { openZip } from './xlsx/open-zip.ts';
import { sheetRows } from './xlsx/sheet-rows.ts';
import { readWorkbook } from './xlsx/workbook.ts';

export interface RuleFile {
  /** Base name. */
  readonly name: string;
  /** Of the bytes as they are. */
  readonly sha256: string;
  /** Rows below the header, over all tabs. */
  readonly rows: number;
  /** A CSV file is one table; a workbook has tabs. */
  readonly content: { readonly table: ParsedTable } | { readonly tabs: readonly RuleTab[] };
}

/** Tables of rules have some thousands of rows; a file far larger is something else. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_TAB_ROWS = 50_000;

/**
 * Reads a file whole.
 * @throws Refusal `rules-table-empty`, `rules-table-binary`, `rules-table-ragged`, `file-damaged`, `xlsx-too-large`
 */
export async function readRuleFile(source: ByteSource): Promise<RuleFile> {
  const { name } = source;
  const facts = newFacts();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of plainBytes(source, facts)) {
    length += bytes.length;
    if (length > MOST_BYTES) throw refuse('rules-table-binary', { file: name });
    parts.push(bytes);
  }
  const bytes = Buffer.concat(parts);
  const { sha256 } = facts;
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) {
    const tabs = await tabsOf(bytes, name);
    const rows = tabs.reduce((sum, tab) => sum + Math.max(0, tab.rows.length - 1), 0);
    return { name, sha256, rows, content: { tabs } };
  }
  const table = parseRuleTable(name, decodeRuleText(bytes, name));
  return { name, sha256, rows: table.rows.length, content: { table } };
}

/**
 * Reads several files, each for what it was given for; faults of all of them come together.
 * A source is opened here, so that a file that is not there is one of the faults.
 */
export async function readRuleFiles(
  open: { readonly [K in RuleFileKind]?: () => ByteSource },
): Promise<Checked<{ readonly [K in RuleFileKind]?: RuleFile }>> {
  const issues: Issue[] = [];
  const files: { -readonly [K in RuleFileKind]?: RuleFile } = {};
  for (const kind of Object.keys(open) as RuleFileKind[]) {
    try {
      files[kind] = await readRuleFile(open[kind]!());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      issues.push(...error.issues);
    }
  }
  return issues.length > 0 ? { issues } : { value: files, issues };
}

async function tabsOf(bytes: Buffer, name: string): Promise<RuleTab[]> {
  const zip = await openZip(bytes);
  const book = await readWorkbook(zip);
  const tabs: RuleTab[] = [];
  for (const sheet of book.sheets) {
    const rows: RawCell[][] = [];
    for await (const stretch of sheetRows(zip, book, sheet.entry)) {
      for (const row of stretch) if (!isBlankRow(row)) rows.push(row);
      if (rows.length > MOST_TAB_ROWS) throw refuse('rules-tab-long', { file: name, tab: sheet.name });
    }
    tabs.push({ name: sheet.name, hidden: sheet.hidden, rows: asText(rows) });
  }
  if (tabs.every((tab) => tab.rows.length === 0)) throw refuse('rules-table-empty', { file: name });
  return tabs;
}

const WITH_COMMA = /^[+\-\u2212]?\d*,\d+$/;

/** A column whose texts use the comma gets its real numbers with one too, so that it has one sign. */
function asText(rows: readonly (readonly RawCell[])[]): string[][] {
  const commas = new Set<number>();
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (typeof cell === 'string' && WITH_COMMA.test(cell.trim())) commas.add(column);
    });
  }
  return rows.map((row) => rowAsText(row, commas).map((cell) => cell.trim()));
}
