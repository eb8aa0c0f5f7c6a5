/** The cells that sums give away: everybody, each level, each combination of two levels. */

import { compareCodePoints } from '../table/compare-code-points.ts';
import type { GateCategory } from './gate-input.ts';

export interface CellPart {
  /** Index in the categories. */
  readonly category: number;
  readonly code: number;
}

export interface Cell {
  /** None = everybody. */
  readonly parts: readonly CellPart[];
  readonly rows: readonly number[];
}

/**
 * Cells of some rows, of the levels that occur in them. Combinations that occur nowhere are there too, with
 * no rows: that nobody is in one tells something of everybody in its two levels. Levels by code point: another
 * order of the rows is the same file.
 */
export function cellsOf(categories: readonly GateCategory[], rows: readonly number[]): Cell[] {
  const levels = categories.map((category) => rowsByLevel(category, rows));
  const cells: Cell[] = [{ parts: [], rows }];
  levels.forEach((byCode, category) => {
    for (const [code, own] of byCode) cells.push({ parts: [{ category, code }], rows: own });
  });
  for (let a = 0; a < categories.length; a++) {
    for (let b = a + 1; b < categories.length; b++) {
      for (const [code, own] of levels[a]!) {
        const within = rowsByCode(categories[b]!.codes, own);
        for (const other of levels[b]!.keys()) {
          const parts = [
            { category: a, code },
            { category: b, code: other },
          ];
          cells.push({ parts, rows: within.get(other) ?? [] });
        }
      }
    }
  }
  return cells;
}

/** `rowsByCode`, in code-point order of the words. */
export function rowsByLevel({ codes, words }: GateCategory, rows: readonly number[]): Map<number, number[]> {
  return new Map(
    [...rowsByCode(codes, rows)].sort(([a], [b]) => compareCodePoints(words[a] ?? '', words[b] ?? '')),
  );
}

export function rowsByCode(codes: Int32Array, rows: readonly number[]): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const row of rows) {
    const list = lists.get(codes[row]!);
    if (list === undefined) lists.set(codes[row]!, [row]);
    else list.push(row);
  }
  return lists;
}
