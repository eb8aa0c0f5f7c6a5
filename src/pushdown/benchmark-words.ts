/** Texts and numbers as the ledger hashes them: what `JSON.stringify` would write. */

import { type DialectRules, word } from './dialect.ts';

/** No number outside these is written as JavaScript does by every engine; 0 is. */
const [SMALLEST, LARGEST] = [1e-3, 1e7];

/** A text of ours between quotes; a backslash goes by its number, because Spark reads it as an escape. */
export function textSql(text: string): string {
  return text.split('\\').map(word).join(' || chr(92) || ');
}

/** A column as the inside of a JSON string; blank where it holds a control character, which needs an escape of its own. */
export function jsonText({ dialect }: DialectRules, column: string): string {
  const control = "concat('[', chr(1), '-', chr(31), ']')";
  const found =
    dialect === 'duckdb'
      ? `regexp_matches(${column}, ${control})`
      : dialect === 'postgres'
        ? `${column} ~ ${control}`
        : `${column} rlike ${control}`;
  const escaped = `replace(replace(${column}, chr(92), chr(92) || chr(92)), '"', chr(92) || '"')`;
  return `case when ${found} then null else ${escaped} end`;
}

/** A double of 0 or more as text, shortest exact; `x` where engines write it otherwise than JavaScript. */
export function numberText(rules: DialectRules, value: string): string {
  const { number, text } = rules;
  return [
    `case when ${value} = floor(${value}) and abs(${value}) < ${number(1e15)} then cast(cast(${value} as bigint) as ${text})`,
    `when abs(${value}) >= ${number(SMALLEST)} and abs(${value}) < ${number(LARGEST)} then cast(${value} as ${text})`,
    `when ${value} is not null then 'x' end`,
  ].join('\n    ');
}
