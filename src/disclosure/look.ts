/**
 * The questions that the gate asks of columns of numbers. Counts of patients and levels it sees for itself; what
 * hangs on values is answered by the rows, or by what a query found in rows that are elsewhere.
 * Invariant: every judgement on an answer is made in the gate, so that both ways are one gate.
 */

import type { Cell } from './cells.ts';
import type { GateCategory, GateInput, GateNumbers, GateTable } from './gate-input.ts';

/** What is added up per patient: |v|, v², (v - mean)², v - lowest, highest - v. */
export type Amount = 'size' | 'square' | 'spread' | 'above-low' | 'below-high';

/** Where a question is about: one table in one state of the gate, or one level of it. */
export interface Place {
  readonly input: GateInput;
  readonly table: GateTable;
  /** Absent: all rows of the table. */
  readonly cell?: Cell;
}

/** Patients whose leverage is above the limit; `rows` says which rows are theirs. */
export interface HeavyPatients {
  readonly patients: number;
  readonly has: (row: number) => boolean;
}

export interface NumbersLook {
  /** Distinct values, counted up to `most`. */
  distinct(place: Place, column: GateNumbers, most: number): number;
  /** Patients of the value that the fewest have. */
  fewestPerValue(place: Place, column: GateNumbers): number;
  /** Whether most rows are at one end of the column and only 1-9 patients are not. */
  fewOffEnd(place: Place, column: GateNumbers): boolean;
  /** Share of the sum of the amount that the two patients with most of it have. */
  topTwo(place: Place, column: GateNumbers, amount: Amount): number;
  /** Whether two columns are both mostly 0, and those who have both are too few or hang on two patients. */
  sparsePair(place: Place, one: GateNumbers, other: GateNumbers): boolean;
  /**
   * Cells of the categories and of the columns with two values, in the order of `cellsOf`; a column with two values
   * stands behind the categories, its levels 0 (lower) and 1.
   */
  cells(place: Place, binary: readonly GateNumbers[]): readonly CountedCell[];
  /** Centred products of numbers, levels less the first of each category, responses; square. */
  cross(place: Place): readonly (readonly number[])[];
  /** `topTwo` of the square of what is left of column `at` of the products after slopes on `others`. */
  topTwoLeft(place: Place, at: number, others: readonly number[], slopes: readonly number[]): number;
  heavy(place: Place, inverse: readonly (readonly number[])[], limit: number): HeavyPatients;
}

/** A cell with its patients. */
export interface CountedCell extends Cell {
  readonly patients: number;
}

/** The place of each category level but the first, in the order of the products. */
export interface DesignLevel {
  readonly category: GateCategory;
  readonly at: number;
  readonly code: number;
  readonly rows: readonly number[];
}
