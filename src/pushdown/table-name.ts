/** The name of a table as people write it: `cases`, `care.cases`, `care."Cases 2025"`. It is a name, never a function. */

import { refuse } from '../issue/refusal.ts';
import type { DialectRules } from './dialect.ts';

/** A plain name, or anything between quotes; quotes inside are doubled. */
const PART = /(?:[\p{L}\p{N}_$]+|"(?:[^"]|"")+"|`(?:[^`]|``)+`)/u;
const TABLE = new RegExp(`^${PART.source}(?:\\.${PART.source})*$`, 'u');

/**
 * Every part between the engine's own quotes.
 * @throws Refusal `sql-table` when it is no name: `read_csv('…')` between quotes would be a table of that name, which
 *   nobody has
 */
export function tableName(table: string, rules: DialectRules): string {
  if (!TABLE.test(table)) throw refuse('sql-table', { name: table }, 2);
  const parts = table.match(new RegExp(PART.source, 'gu')) ?? [];
  return parts.map((part) => rules.name(plain(part))).join('.');
}

function plain(part: string): string {
  const [quote = ''] = part;
  return quote === '"' || quote === '`' ? part.slice(1, -1).replaceAll(quote + quote, quote) : part;
}
