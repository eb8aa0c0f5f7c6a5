/**
 * The rejects table: the only place where a refused value is shown, to the user who asked for it.
 * Invariant: the file is whole or absent, and readable by its owner alone.
 */

import Papa from 'papaparse';
import { sentence } from '../issue/sentence.ts';
import type { Issue } from '../model/issue.ts';
import type { Lang } from '../model/text.ts';
import { writeFileWhole } from '../write/file.ts';

/** One fault of a rejected row. */
export interface RejectedCell {
  /** Data row in the file, 1 = first below the header. */
  readonly row: number;
  /** Header as written; '' where the row as a whole is at fault. */
  readonly column: string;
  readonly code: string;
  readonly value: string;
  /** What to do, in the language asked for. */
  readonly advice: (lang: Lang) => string;
}

export interface RejectSink {
  write(row: RejectedCell): void;
}

/** A rejects file that is being written. */
export interface RejectsFile extends RejectSink {
  /** Puts the file in place, also when the input was refused and also when nothing was rejected. */
  close(): Promise<void>;
}

export function rejectedCell(issue: Issue, value: string): RejectedCell {
  return {
    row: issue.row ?? 0,
    column: issue.column ?? '',
    code: issue.code,
    value,
    advice: (lang) => sentence(issue, lang),
  };
}

/** A cell that a spreadsheet would run as a formula; `-3` is a number, `-3+2` is not. */
const FORMULA = /^[=+@\t\r\n＝＋－＠]|^-(?![\d.,]+$)/;
const NEWLINE = '\n';
const COLUMNS = ['row', 'column', 'code', 'value', 'advice'];

/**
 * Rejects as CSV (comma, UTF-8) at `path`: row, column, code, value, advice.
 * Lines wait in memory until the disk takes them, and reach `path` on `close`.
 * @throws Refusal `output-failed` from `close`
 */
export function rejectsCsvFile(path: string, lang: Lang): RejectsFile {
  const waiting: string[] = [COLUMNS.join(',') + NEWLINE];
  let closed = false;
  let wake: () => void = () => {};
  async function* lines(): AsyncGenerator<string> {
    for (;;) {
      if (waiting.length > 0) yield waiting.splice(0).join('');
      else if (closed) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }
  const written = writeFileWhole(path, lines());
  // The failure is told where it is awaited; until then it must not end the process.
  written.catch(() => {});
  return {
    write(row) {
      const cells = [row.row, row.column, row.code, row.value, row.advice(lang)];
      waiting.push(Papa.unparse([cells], { escapeFormulae: FORMULA, newline: NEWLINE }) + NEWLINE);
      wake();
    },
    close() {
      closed = true;
      wake();
      return written;
    },
  };
}
