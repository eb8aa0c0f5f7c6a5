/**
 * One shape for every kind of case file: a header, and rows of cells in the file's order.
 * Invariants: rows may be read more than once and come out the same; a cell is text as the file has
 * it, an ISO date, or a number where the file itself says that it is one; blank is ''.
 */

import type { Issue } from '../model/issue.ts';
import type { Delimiter } from './csv-rows.ts';
import type { LineRange, SpareBytes } from './line-ranges.ts';
import type { SourceFormat } from './read-options.ts';

export type RawCell = string | number;

/** What is wrong with a row before its cells are read. Without a header the row as a whole is at fault. */
export interface RowFault {
  readonly code: string;
  readonly header?: string;
}

/** A stretch of data rows; `faults` by index in `rows`. */
export interface RowStretch {
  readonly rows: readonly (readonly RawCell[])[];
  readonly faults?: ReadonlyMap<number, readonly RowFault[]>;
}

/** What a pass over the file knows when it is over; `bytes` grows while it runs. */
export interface PassFacts {
  /** Of the file as it is, packed or not. */
  bytes: number;
  sha256: string;
}

/** Rows that can be read beside each other; see `lineRanges`. */
export interface RowRanges {
  readonly delimiter: Delimiter;
  /** `facts` is complete when it ends with true. */
  ranges(facts: PassFacts, size: number, spare: SpareBytes): AsyncGenerator<LineRange, boolean>;
  /** Rows, about, by the length of the first ones; 0 where the file's length is not known. */
  readonly expected: number;
  rowsOf(range: LineRange): AsyncGenerator<RowStretch>;
}

export interface RowSource {
  /** As written, without blanks around. */
  readonly header: readonly string[];
  /** The first rows, for who must see some of them before any leaves. */
  readonly head: readonly (readonly RawCell[])[];
  /** Whether `head` is all there is. */
  readonly whole: boolean;
  /** Whether cells may be numbers; text alone needs no further care. */
  readonly typed: boolean;
  /** Columns in which the file's own types leave nothing to settle: no sign, no order of day and month. */
  readonly settled: ReadonlySet<number>;
  /** Findings about the file as a whole. */
  readonly notes: readonly Issue[];
  /** Complete once a pass has ended. */
  readonly format: SourceFormat;
  /** Absent where rows can only be read one after the other. */
  readonly inRanges?: RowRanges | undefined;
  /** The data rows, from the first; `facts` is complete when it ends. Blank rows may be among them. */
  rows(facts: PassFacts, signal?: AbortSignal): AsyncGenerator<RowStretch>;
}

export const NOTHING_SETTLED: ReadonlySet<number> = new Set();

export function newFacts(): PassFacts {
  return { bytes: 0, sha256: '' };
}

/** A line that carries nothing: no cells, or blanks alone as spreadsheets leave them. */
export function isBlankRow(row: readonly RawCell[]): boolean {
  for (const cell of row) if (cell !== '' && (typeof cell === 'number' || cell.trim() !== '')) return false;
  return true;
}

/**
 * A row as text: numbers in their shortest exact form, with the decimal sign of their column. So a
 * real number is never read as another one in a column whose texts use a comma.
 * `commas` = indexes of columns whose sign is the comma.
 */
export function rowAsText(row: readonly RawCell[], commas: ReadonlySet<number>): string[] {
  return row.map((cell, index) => {
    if (typeof cell === 'string') return cell;
    const text = String(cell);
    return commas.has(index) ? text.replace('.', ',') : text;
  });
}
