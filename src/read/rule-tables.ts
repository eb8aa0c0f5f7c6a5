/** A small table of rules from CSV bytes: any delimiter, encoding and line ending; never a case file. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { refuse } from '../issue/refusal.ts';
import { roleOfHeader } from '../rules/match-columns.ts';
import type { ParsedTable } from '../rules/parsed-table.ts';

/** Tables of rules have some thousands of rows; a file far larger is something else. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads a whole table. Blank lines are left out, cells are trimmed.
 * @throws Refusal `file-not-found`, `rules-table-empty`, `rules-table-binary`, `rules-table-ragged`
 */
export async function readRuleTable(path: string): Promise<ParsedTable> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw refuse('file-not-found', { name });
  }
  if (bytes.length > MAX_BYTES) throw refuse('rules-table-binary', { file: name });
  return parseRuleTable(name, decodeRuleText(bytes, name));
}

/** A title, a version and a remark may stand above the header. */
const HEADER_WITHIN = 20;

/** The same for text at hand. @throws Refusal as `readRuleTable` */
export function parseRuleTable(name: string, text: string): ParsedTable {
  const plain = text.replace(/\r\n?/g, '\n');
  const { data } = Papa.parse<string[]>(plain, {
    delimiter: delimiterOf(plain.split('\n', HEADER_WITHIN)),
    newline: '\n',
    skipEmptyLines: 'greedy',
  });
  const lines = data.map((cells) => cells.map((cell) => cell.trim()));
  const [header, ...rows] = lines.slice(headerAt(lines));
  if (header === undefined || rows.length === 0) throw refuse('rules-table-empty', { file: name });
  // Spreadsheets leave empty columns behind the last one.
  while (
    header.length > 1 &&
    header.at(-1) === '' &&
    rows.every((row) => (row[header.length - 1] ?? '') === '')
  ) {
    header.pop();
  }
  const ragged = rows.findIndex((row) => row.slice(header.length).some((cell) => cell !== ''));
  if (ragged >= 0)
    throw refuse('rules-table-ragged', { file: name, row: ragged + 1, columns: header.length });
  return { name, header, rows: rows.map((row) => header.map((_, at) => row[at] ?? '')) };
}

/**
 * Place of the header: the first line of words that names a column; where none does, the first line
 * of at least two words. A line with a number or a code is one of data, or says a version.
 */
function headerAt(lines: readonly (readonly string[])[]): number {
  const wordy = [...lines.slice(0, HEADER_WITHIN).entries()].filter(([, cells]) => {
    const filled = cells.filter((cell) => cell !== '');
    return filled.length > 1 && !filled.some(isValue);
  });
  const naming = wordy.find(([, cells]) => cells.some((cell) => roleOfHeader(cell) !== undefined));
  return (naming ?? wordy[0])?.[0] ?? 0;
}

function isValue(cell: string): boolean {
  return /^[+\-\u2212]?[\d.,]+$/.test(cell) || /^(hv|ha|zvt|zt)\s*\d+$/i.test(cell);
}

/** The delimiter that occurs most in one of the first lines, outside quotes; semicolon where none does. */
function delimiterOf(lines: readonly string[]): string {
  const bare = lines.map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = [';', '\t', ','].map((sign) => ({
    sign,
    count: Math.max(...bare.map((line) => line.split(sign).length - 1)),
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

/** Text of a small table in any usual encoding. @throws Refusal `rules-table-binary` */
export function decodeRuleText(bytes: Buffer, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw refuse('rules-table-binary', { file: name });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
