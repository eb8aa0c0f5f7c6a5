/** What a result becomes for people: tables with typed columns, and figures with an equal table. */

import type { Status } from './meta.ts';

/**
 * `estimate` is a number whose size differs from row to row, so that its digits are chosen per cell;
 * `cents` an amount of money, `price` a price per unit in cents: both are shown in euros.
 */
export type CellKind =
  | 'text'
  | 'count'
  | 'number'
  | 'estimate'
  | 'cents'
  | 'price'
  | 'share'
  | 'percent'
  | 'probability';

export interface ReportColumn {
  readonly key: string;
  /** In the language asked for, with the unit. */
  readonly label: string;
  readonly kind: CellKind;
}

/** A blank cell is null; text explains itself ("too few patients"). */
export type Cell = string | number | null;

/** One table of a result, drawn alike on the terminal, in CSV, XLSX, HTML and beside a figure. */
export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell of a sheet that reckons: a value, or a formula in the notation of spreadsheets. Money in euros. */
export type FormulaCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly kind: 'cents' | 'price' | 'number' };

/** A sheet that reckons; its first row is a header. */
export interface FormulaSheet {
  /** At most 31 signs, none of \\ / ? * [ ] : ' */
  readonly name: string;
  readonly rows: readonly (readonly FormulaCell[])[];
}

export interface Figure {
  readonly id: string;
  /** States the finding where the data allow it. */
  readonly title: string;
  /** What is drawn: unit, n, period. */
  readonly subtitle: string;
  /** Complete <svg> with <title> and <desc>. */
  readonly svg: string;
  readonly table: ReportTable;
  /** Statuses to stamp on it (synthetic, illustrative, hypothetical). */
  readonly stamps: readonly Status[];
}
