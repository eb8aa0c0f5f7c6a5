/** What every piece of a query of sums is written from, and the words they share. */

import type { RuleSet } from '../model/rule-set.ts';
import type { GroupDimension } from '../model/simulation.ts';
import type { SumsPlan } from '../model/sums.ts';
import { type DialectRules, word } from './dialect.ts';
import type { SqlSource } from './score-sql.ts';

export interface SumsDraft {
  readonly plan: SumsPlan;
  readonly rules: DialectRules;
  readonly source: SqlSource;
  /** Undefined where neither scores nor review terms are needed. */
  readonly set: RuleSet | undefined;
  readonly supercluster: string | undefined;
  readonly order: 2 | 3;
  readonly minimum: number;
  /** Dimensions in which small groups are put together. */
  readonly merging: readonly GroupDimension[];
}

/** One inner query: its name, and what it selects. */
export type Stage = readonly [name: string, text: string];

export const dimension = (name: GroupDimension): string => `zc_${name}`;

/** Columns of the dimensions, after `prefix`. */
export function dimensionColumns({ plan }: SumsDraft, prefix = ''): string[] {
  return plan.dimensions.map((name) => `${prefix}${dimension(name)}`);
}

/** The date segment of a day: 0 before the first cut. */
export function segmentOf({ plan }: SumsDraft, day: string): string {
  if (plan.cuts.length === 0) return '0';
  const cases = plan.cuts.map((cut, at) => `when ${day} < ${cut} then ${at}`);
  return `case ${cases.join(' ')} else ${plan.cuts.length} end`;
}

/** First day of a segment and first day after it; undefined = no end. */
export function segmentDays(
  { plan }: SumsDraft,
  segment: number,
): { readonly from: number | undefined; readonly until: number | undefined } {
  return { from: plan.cuts[segment - 1], until: plan.cuts[segment] };
}

export function asDouble({ rules }: SumsDraft, expression: string): string {
  return `cast(${expression} as ${rules.double})`;
}

const CODE = /^([^0-9]*)0*([0-9]+)$/;

/** Letters, upper case, and number of a code; blank where it is written otherwise. */
export function codeParts(code: string): { readonly letters: string; readonly number: string } {
  const parts = CODE.exec(code.trim());
  return { letters: parts?.[1]?.toUpperCase() ?? '', number: parts?.[2] ?? '' };
}

/** The same of a column; no number where the column holds no code. */
export function columnParts(column: string): { readonly letters: string; readonly number: string } {
  return {
    letters: `upper(regexp_replace(${column}, '[0-9].*$', ''))`,
    number: `regexp_replace(${column}, '^[^0-9]*0*', '')`,
  };
}

/** Whether a column of clusters means this code: as it is, or by its number where letters do not differ. */
export function isCluster({ set, plan }: SumsDraft, column: string, code: string): string {
  if (plan.scores && set !== undefined) return `${column} = ${word(code)}`;
  const { letters, number } = codeParts(code);
  if (number === '') return `${column} = ${word(code)}`;
  const parts = columnParts(column);
  const alike = letters === '' ? '' : ` and ${parts.letters} in ('', ${word(letters)})`;
  return `(${column} = ${word(code)} or (${parts.number} = ${word(number)}${alike}))`;
}
