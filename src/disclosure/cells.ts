/** The cells that sums give away: everybody, each level, each combination of two levels. */

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
 * no rows: that nobody is in one tells something of everybody in its two levels.
 */
export function cellsOf(categories: readonly GateCategory[], rows: readonly number[]): Cell[] {
  const levels = categories.map(({ codes }) => rowsByCode(codes, rows));
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

export function rowsByCode(codes: Int32Array, rows: readonly number[]): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const row of rows) {
    const list = lists.get(codes[row]!);
    if (list === undefined) lists.set(codes[row]!, [row]);
    else list.push(row);
  }
  return lists;
}
