/**
 * Text to rows of cells, a stretch at a time, through papaparse's row parser.
 * Invariants: rows do not depend on how the text was cut; at most one unfinished row is kept back; a stretch
 * without a quote is cut at its signs, as that parser does itself.
 */

import Papa from 'papaparse';
import { refuse } from '../issue/refusal.ts';

export type Delimiter = ';' | ',' | '\t';
export type LineEnding = '\n' | '\r\n' | '\r';

export interface CsvFormat {
  readonly delimiter: Delimiter;
  readonly lineEnding: LineEnding;
  /** Characters before the header: a `sep=` line that Excel wrote. */
  readonly skip: number;
}

/** A stretch of rows. `damaged` holds indexes of rows in which a quote stands where none may. */
export interface RowStretch {
  readonly rows: string[][];
  readonly damaged: ReadonlySet<number>;
}

/** Text handed to the parser at a time: long enough to be quick, short enough to stay small. */
const STRETCH = 1 << 16;
/** No row of a case file is longer; a quote that is opened and never closed would be. */
export const LONGEST_ROW = 1 << 20;

const NO_DAMAGE: ReadonlySet<number> = new Set();

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/**
 * Rows of cells as they stand, the header among them; blank lines give a row with one blank cell.
 * @throws Refusal `quote-not-closed`
 */
export async function* csvRowsOf(text: AsyncIterable<string>, format: CsvFormat): AsyncGenerator<RowStretch> {
  // With \n as the sign both \n and \r\n end a line, also when a file mixes them; see `tidy`.
  const newline = format.lineEnding === '\r' ? '\r' : '\n';
  const config = { delimiter: format.delimiter, newline } as const;
  let skip = format.skip;
  let pending = '';
  let wanted = STRETCH;
  let passed = 0;
  for await (const piece of text) {
    pending += piece;
    if (skip > 0) {
      const cut = Math.min(skip, pending.length);
      pending = pending.slice(cut);
      skip -= cut;
    }
    if (pending.length < wanted) continue;
    if (!pending.includes('"')) {
      const end = pending.lastIndexOf(newline);
      if (end >= 0) {
        const stretch = plainRows(pending.slice(0, end), newline, format.delimiter);
        pending = pending.slice(end + 1);
        wanted = Math.max(STRETCH, pending.length * 2);
        passed += stretch.rows.length;
        yield stretch;
        continue;
      }
    }
    // The parser keeps a cursor per call, so each call gets a new one (cheap).
    const parsed: Parsed = new Papa.Parser(config).parse(pending, 0, true);
    pending = pending.slice(parsed.meta.cursor);
    if (parsed.data.length === 0) {
      if (pending.length > LONGEST_ROW) throw refuse('quote-not-closed', { row: Math.max(passed, 1) });
      wanted = pending.length * 2;
      continue;
    }
    wanted = Math.max(STRETCH, pending.length * 2);
    passed += parsed.data.length;
    yield tidy(parsed);
  }
  const last = pending.endsWith('\r') && newline === '\n' ? pending.slice(0, -1) : pending;
  if (last === '') return;
  if (!last.includes('"')) {
    yield plainRows(last, newline, format.delimiter);
    return;
  }
  const parsed: Parsed = new Papa.Parser(config).parse(last, 0, false);
  const open = parsed.errors.find((error) => error.code === 'MissingQuotes');
  if (open !== undefined) throw refuse('quote-not-closed', { row: Math.max(passed + (open.row ?? 0), 1) });
  yield tidy(parsed);
}

/** The complete rows of the beginning of a text; the last one too where `whole` says it is all there. */
export function csvHeadRows(text: string, format: CsvFormat, whole: boolean): string[][] {
  const newline = format.lineEnding === '\r' ? '\r' : '\n';
  const parser = new Papa.Parser({ delimiter: format.delimiter, newline });
  return tidy(parser.parse(text.slice(format.skip), 0, !whole)).rows;
}

/** Where no quote stands, every sign is what it seems. */
function plainRows(text: string, newline: '\n' | '\r', delimiter: Delimiter): RowStretch {
  const lines = text.split(newline);
  const rows = new Array<string[]>(lines.length);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    rows[at] = (line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line).split(delimiter);
  }
  return { rows, damaged: NO_DAMAGE };
}

function tidy(parsed: Parsed): RowStretch {
  for (const row of parsed.data) {
    const last = row.length - 1;
    const cell = row[last]!;
    if (cell.charCodeAt(cell.length - 1) === 13) row[last] = cell.slice(0, -1);
  }
  if (parsed.errors.length === 0) return { rows: parsed.data, damaged: NO_DAMAGE };
  return { rows: parsed.data, damaged: new Set(parsed.errors.map((error) => error.row ?? -1)) };
}
