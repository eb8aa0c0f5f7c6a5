/** A small table of rules from CSV bytes: any delimiter, encoding and line ending; never a case file. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { refuse } from '../issue/refusal.ts';
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

/** The same for text at hand. @throws Refusal as `readRuleTable` */
export function parseRuleTable(name: string, text: string): ParsedTable {
  const plain = text.replace(/\r\n?/g, '\n');
  const firstLine = plain.split('\n', 1)[0]!;
  const { data } = Papa.parse<string[]>(plain, {
    delimiter: delimiterOf(firstLine),
    newline: '\n',
    skipEmptyLines: 'greedy',
  });
  const [header, ...rows] = data.map((cells) => cells.map((cell) => cell.trim()));
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

/** The delimiter that occurs most in the header outside quotes; semicolon where none does. */
function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: bare.split(sign).length - 1 }));
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
