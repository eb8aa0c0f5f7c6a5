/** The design of one table as columns of numbers about their means, and the products that its sums give away. */

import { rowsByLevel } from './cells.ts';
import type { GateInput, GateNumbers } from './gate-input.ts';
import type { DesignLevel } from './look.ts';

/** Per row, the distance of one column from its mean over the rows. */
export type Deviation = (row: number) => number;

/** Numbers, then every level of a category but one. */
export function designDeviations({ categories, numbers }: GateInput, rows: readonly number[]): Deviation[] {
  return [
    ...numbers.map((column) => deviationOf(column, rows)),
    ...designLevels({ categories }, rows).map(({ category: { codes }, code, rows: own }): Deviation => {
      const share = own.length / rows.length;
      return (row) => (codes[row] === code ? 1 : 0) - share;
    }),
  ];
}

/** Every level of a category but the first by code point. */
export function designLevels(
  { categories }: Pick<GateInput, 'categories'>,
  rows: readonly number[],
): DesignLevel[] {
  return categories.flatMap((category, at) =>
    [...rowsByLevel(category, rows)].slice(1).map(([code, own]) => ({ category, at, code, rows: own })),
  );
}

export function deviationOf({ values }: GateNumbers, rows: readonly number[]): Deviation {
  const mean = rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
  return (row) => values[row]! - mean;
}

/** Sums of products of the columns, square. */
export function crossProducts(columns: readonly Deviation[], rows: readonly number[]): number[][] {
  const cross = columns.map(() => new Array<number>(columns.length).fill(0));
  for (const row of rows) {
    const d = columns.map((column) => column(row));
    for (let j = 0; j < d.length; j++) for (let l = 0; l < d.length; l++) cross[j]![l]! += d[j]! * d[l]!;
  }
  return cross;
}
