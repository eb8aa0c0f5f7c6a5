/** How the queries of a contribution are put together: names that are names, inner queries in a row. */

import { refuse } from '../issue/refusal.ts';
import type { BenchmarkSqlOptions, Stage } from './benchmark-rows.ts';
import { type DialectRules, word } from './dialect.ts';

/** @throws Refusal `sql-name` where a name or word holds a character that engines take as an escape */
export function checkedNames({ source, design }: BenchmarkSqlOptions): void {
  const names = [
    source.table,
    ...Object.values(source.columns ?? {}),
    ...design.adjust.flatMap(({ column, levels = [] }) => [column, ...levels]),
    ...(design.where ?? []).flatMap(({ column, values }) => [column, ...values]),
    ...[design.outcome, design.duration, design.cost, design.instrument].filter((each) => each !== undefined),
  ];
  for (const each of names) if (!/^[^\p{Cc}\\]+$/u.test(each)) throw refuse('sql-name', {}, 2);
}

/** A text of the type that a union of constants needs. */
export function plainText({ text }: DialectRules, value: string): string {
  return `cast(${word(value)} as ${text})`;
}

export function withStages(
  comment: string,
  { once }: DialectRules,
  stages: readonly Stage[],
  result: string,
): string {
  const inner = stages.map(([name, text]) => `${name} ${once} (\n${text}\n)`);
  return [comment, `with ${inner.join(', ')}`, result, ''].join('\n');
}
