/** Pieces that the queries of a contribution share. */

import type { BenchmarkDraft } from './benchmark-rows.ts';

/** What makes a cell. */
export const CELL = ['model', 'stage', 'category', 'level'] as const;

/** One kind of line of the result: where it comes from, and what stands in it. */
export interface Fact {
  readonly fact: string;
  readonly from: string;
  readonly amount: string;
  readonly model?: string;
  readonly stage?: string;
  readonly category?: string;
  readonly level?: string;
  readonly item?: string;
  readonly other?: string;
}

/** What the two largest have of a sum. */
export function share(total: string, by: string): string {
  return `case when sum(${total}) > 0 then sum(case when ${by} <= 2 then ${total} else 0 end) / sum(${total}) else 0 end`;
}

/**
 * The same without an order, where there are millions of totals: `largest` is the largest of them, on every row.
 * Sorting them was most of the time of a query.
 */
export function shareOfTwo(total: string, largest: string): string {
  const often = `sum(case when ${total} = ${largest} then 1 else 0 end) > 1`;
  const second = `case when ${often} then max(${largest}) else coalesce(max(case when ${total} < ${largest} then ${total} end), 0) end`;
  return `case when sum(${total}) > 0 then (max(${largest}) + ${second}) / sum(${total}) else 0 end`;
}

/** Columns of numbers, in the order of the gate. */
export function itemsOf({ numbers, measures }: BenchmarkDraft): string[] {
  return [...numbers.map((_, at) => `x${at}`), ...measures];
}

/** Each two once, and each with itself. */
export function pairsOf(items: readonly string[]): [string, string][] {
  return items.flatMap((one, at) => items.slice(at).map((other): [string, string] => [one, other]));
}
