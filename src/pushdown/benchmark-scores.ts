/** T-scores and response statuses in SQL, as `convertScores` and `responseStatuses` have them. */

import type { ConversionTable } from '../model/conversion.ts';
import { RESPONSE_STATUSES } from '../outcomes/classes.ts';
import { type DialectRules, word } from './dialect.ts';

/** The score as T-score, and 1 where it takes part and lies outside the table. */
export function conversionSql(
  { number, double }: DialectRules,
  { raw, t }: ConversionTable,
  score: string,
  takesPart: string | undefined,
  side: string,
): string[] {
  const known = `${score} >= ${number(raw[0]!)} and ${score} <= ${number(raw.at(-1)!)}`;
  const pieces = Array.from({ length: Math.max(0, raw.length - 1) }, (_, at) => raw.length - 2 - at).map(
    (at) => {
      const slope = `((${score} - ${number(raw[at]!)}) / ${number(raw[at + 1]! - raw[at]!)}) * ${number(t[at + 1]! - t[at]!)}`;
      return `when ${score} >= ${number(raw[at]!)} then ${number(t[at]!)} + ${slope}`;
    },
  );
  const inside = pieces.length === 0 ? number(t[0]!) : `case ${pieces.join('\n      ')} end`;
  const other = takesPart === undefined ? '' : `when not ${takesPart} then ${score}\n    `;
  const part = takesPart === undefined ? '' : ` and ${takesPart}`;
  return [
    `cast(case ${other}when ${known} then ${inside} end as ${double}) as zc_t_${side}`,
    `case when ${score} is not null${part} and not (${known}) then 1 else 0 end as zc_o_${side}`,
  ];
}

interface StatusColumns {
  readonly pre: string;
  readonly post: string;
  readonly end: string;
  readonly stated: string;
  readonly minutes: string;
  readonly bedDays: string;
}

/** The status of an episode; a word in `rom_status` overrides. */
export function statusSql({ dialect, number }: DialectRules, columns: StatusColumns): string {
  const { pre, post, end, stated, minutes, bedDays } = columns;
  const everywhere = dialect === 'spark' ? '' : `, 'g'`;
  const plain = `regexp_replace(lower(${stated}), '[^a-z]', ''${everywhere})`;
  return [
    'case',
    ...RESPONSE_STATUSES.map((each) => `when ${plain} = ${word(each.toLowerCase())} then ${word(each)}`),
    `when ${pre} is null and ${minutes} = ${number(0)} and ${bedDays} = ${number(0)} then 'nonStarter'`,
    `when ${pre} is null then 'nonResponder'`,
    `when ${post} is not null then 'completer'`,
    `when ${end} is not null then 'dropout'`,
    `else 'open' end`,
  ].join('\n    ');
}
