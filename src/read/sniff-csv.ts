/**
 * What a text file is, from its first bytes: not a table at all, or its delimiter and line ending.
 * Invariant: everything is settled here and handed to the parser, which guesses nothing.
 */

import Papa from 'papaparse';
import { refuse } from '../issue/refusal.ts';
import type { CsvFormat, Delimiter, LineEnding } from './csv-rows.ts';
import { TextStream, utf16Of } from './decode.ts';

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t'];
const SAMPLE_ROWS = 30;

const SIGNATURES: readonly { readonly kind: string; readonly starts: readonly number[] }[] = [
  { kind: 'Excel 97-2003 (.xls)', starts: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'PDF', starts: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'SPSS (.sav)', starts: [0x24, 0x46, 0x4c, 0x32] },
];

/**
 * The beginning of a file as text.
 * @throws Refusal `file-empty`, `file-other-format` (names what it seems to be), `file-not-text`
 */
export function headText(head: Uint8Array, whole: boolean): string {
  if (head.length === 0) throw refuse('file-empty');
  for (const { kind, starts } of SIGNATURES) {
    if (!starts.every((byte, at) => head[at] === byte)) continue;
    // Excel packs a workbook with a password in a container of the old kind.
    const locked = Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw refuse('file-other-format', { kind: locked ? 'Excel (password)' : kind });
  }
  if (utf16Of(head) === undefined && head.includes(0)) throw refuse('file-not-text');
  const stream = new TextStream(head);
  const text = stream.push(head) + stream.end();
  const start = text.slice(0, 65536);
  const odd = Array.from(start).filter(isOdd).length;
  if (odd > 0.02 * start.length) throw refuse('file-not-text');
  if (text.trim() === '') throw refuse('file-empty');
  if (/^\s*<(\?xml|!doctype|html|[a-z]+[\s>])/i.test(start))
    throw refuse('file-other-format', { kind: 'XML/HTML' });
  // The last character may be half of one.
  return whole ? text : text.slice(0, -1);
}

/** Control characters and what no encoding could read: a table has hardly any. */
function isOdd(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 9 || (code > 13 && code < 32) || code === 0x7f || code === 0xfffd;
}

/**
 * Delimiter and line ending of a text. The delimiter is the one that makes most cells of one line known
 * (`isKnown`): the header's, also where a title stands above it; then the one that cuts the lines most evenly; then the one that cuts most.
 */
export function sniffCsv(text: string, isKnown: (header: string) => boolean): CsvFormat {
  const lineEnding = lineEndingOf(text);
  const hint = /^sep=([;,\t])(\r\n|\n|\r)/i.exec(text);
  if (hint !== null) return { delimiter: hint[1] as Delimiter, lineEnding, skip: hint[0].length };
  let best: { delimiter: Delimiter; merit: readonly number[] } | undefined;
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(text, delimiter, lineEnding);
    const header = rows[0] ?? [];
    const even = rows.filter((row) => row.length === header.length).length / Math.max(rows.length, 1);
    const merit = [
      Math.max(0, ...rows.map((row) => row.filter((cell) => isKnown(cell)).length)),
      header.length > 1 ? even : 0,
      header.length,
    ];
    if (best === undefined || isBetter(merit, best.merit)) best = { delimiter, merit };
  }
  return { delimiter: best!.delimiter, lineEnding, skip: 0 };
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value > b[at]!;
  return false;
}

/**
 * The sign that ends lines: not one inside a quoted cell, and not a stray one. A quote too many hides signs on the
 * wrong side, so \r ends lines where the first line says so and it is the commonest outside quotes or over all.
 */
function lineEndingOf(text: string): LineEnding {
  const outside = text.replace(/"[^"]*"/g, '');
  const [first] = /\r*\n|\r/.exec(outside) ?? /\r*\n|\r/.exec(text) ?? ['\n'];
  if (first === '\r' && (mostlyAlone(outside) || mostlyAlone(text))) return '\r';
  const newline = text.indexOf('\n');
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}

function mostlyAlone(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return count(/\r(?!\n)/g) > count(/\n/g);
}

function sampleRows(text: string, delimiter: Delimiter, lineEnding: LineEnding): string[][] {
  const parsed = Papa.parse<string[]>(text.slice(0, 65536), {
    delimiter,
    newline: lineEnding === '\r' ? '\r' : '\n',
    preview: SAMPLE_ROWS,
    skipEmptyLines: true,
  });
  return parsed.data;
}
