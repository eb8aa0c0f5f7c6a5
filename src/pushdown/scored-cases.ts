/** The table with its advice, for designs that name what only scoring gives. */

import type { RuleSet } from '../model/rule-set.ts';
import type { BenchmarkSqlOptions } from './benchmark-rows.ts';
import { scoreSql } from './score-sql.ts';

/** What `score` adds to a row. */
const SCORED = [
  'advised_cluster',
  'advised_probability',
  'second_cluster',
  'second_probability',
  'entropy',
  'items_missing',
  'status',
];
const USED = [
  ...['patient', 'episode', 'instrument', 'pre', 'post', 'start', 'end', 'minutes', 'bed_days', 'cost'],
  'rom_status',
];

/**
 * The query of `sql score` with every column of the table that a contribution reads.
 * @throws Refusal as `scoreSql`
 */
export function scoredCasesSql(
  set: RuleSet,
  options: Pick<BenchmarkSqlOptions, 'dialect' | 'source' | 'design'> & { readonly supercluster?: string },
): string {
  const { dialect, source, design, supercluster } = options;
  const named = [
    ...USED,
    ...(design.windows === undefined ? [] : ['pre_date', 'post_date']),
    ...(source.columns?.origin === undefined ? [] : ['origin']),
    ...[design.outcome, design.duration, design.cost].filter(
      (each) => each !== undefined && each !== 'change',
    ),
    ...design.adjust.map(({ column }) => column),
    ...(design.where ?? []).map(({ column }) => column),
  ] as string[];
  const keep = [...new Set(named)]
    .filter((column) => !SCORED.includes(column) && source.absent?.includes(column) !== true)
    .map((column) => source.columns?.[column] ?? column);
  const text = scoreSql(set, {
    ...{ dialect, source, keep: [...new Set(keep)] },
    ...(supercluster === undefined ? {} : { supercluster }),
  });
  // A remark at the start would stand inside brackets.
  return text.replace(/^--.*\n/, '').trimEnd();
}
