/**
 * The second query of a contribution: per episode who it is, as a keyed hash, in which models and levels it is,
 * and its values as keyed hashes. No value can be read from it without the key; it stays inside the institution.
 */

import { type BenchmarkSqlOptions, benchmarkRows } from './benchmark-rows.ts';
import { checkedNames, plainText, withStages } from './benchmark-text.ts';
import { jsonText, numberText, textSql } from './benchmark-words.ts';
import { hmacSql } from './hmac.ts';

export interface HashesSqlOptions extends BenchmarkSqlOptions {
  /** Key of the release ledger. */
  readonly key: Uint8Array;
  /** What the query was made for, as both files must say it. */
  readonly madeFor: string;
}

/**
 * Columns: `made_for, patient, turn, left_out, status, outside_window, instrument`, one per measure with its
 * hash (blank = no value), `x0` … hashes of the numbers adjusted for, `c0` … levels as they are.
 * @throws Refusal as `benchmarkRows`; `sql-name`
 */
export function benchmarkHashesSql(options: HashesSqlOptions): string {
  checkedNames(options);
  const draft = benchmarkRows(options);
  const { rules } = draft;
  const start = textSql('["patient ');
  const hash = (text: string): string => hmacSql(rules, options.key, text);
  const valueHash = (column: string, value: string): string => {
    const middle = textSql(`",${JSON.stringify(column)},`);
    const text = numberText(rules, `abs(${value})`);
    return `case when ${value} is not null then coalesce(${hash(`${start} || zc_who || ${middle} || nullif(${text}, 'x') || ']'`)}, 'x') end`;
  };
  const columns = [
    `${plainText(rules, options.madeFor)} as made_for`,
    `${hash(`${start} || zc_who || ${textSql('"]')}`)} as patient`,
    'zc_turn as turn',
    'zc_left as left_out',
    'zc_status as status',
    'zc_outside as outside_window',
    'zc_instrument as instrument',
    ...draft.measures.map((measure) => `${valueHash(measure, `zc_${measure}`)} as ${measure}`),
    ...draft.numbers.map((column, at) => `${valueHash(column, `x${at}`)} as x${at}`),
    ...draft.categories.map((_, at) => `c${at}`),
  ];
  const named = ['zc_named', `select *, ${jsonText(rules, 'zc_patient')} as zc_who\nfrom zc_rows`] as const;
  return withStages(
    '-- Keyed hashes for benchmark contribute. The key stands in this text: keep it and its result inside.',
    rules,
    [...draft.stages, named],
    `select\n  ${columns.join(',\n  ')}\nfrom zc_named`,
  );
}
