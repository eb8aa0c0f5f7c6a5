/** Conversion tables: CSV `instrument;version;source;status;raw;t;se`, status and se optional, every row naming the same table. */

import { createHash } from 'node:crypto';
import { refuse } from '../issue/refusal.ts';
import type { ConversionTable } from '../model/conversion.ts';
import type { Status } from '../model/meta.ts';
import type { ParsedTable } from '../rules/parsed-table.ts';
import { decideDecimal } from '../table/number-notation.ts';
import { parseNumber } from '../table/parse-number.ts';
import { readRuleTable } from './rule-tables.ts';

const NEEDED = ['instrument', 'version', 'source', 'raw', 't'] as const;
const HASH_SHOWN = 12;

/** @throws Refusal as `readRuleTable` and `parseConversion` */
export async function readConversion(path: string): Promise<ConversionTable> {
  return parseConversion(await readRuleTable(path));
}

const STATUSES = ['official', 'local', 'derived', 'illustrative', 'hypothetical', 'synthetic'] as const;

function statusOf(text: string): Status | 'unknown' {
  return STATUSES.find((status) => status === text.trim().toLowerCase()) ?? 'unknown';
}

/**
 * @throws Refusal `conversion-column`, `conversion-mixed` (a column that should hold one text holds more, or
 * none), `conversion-number`, `conversion-status`, `conversion-order` (raw or T does not rise), each with what and where
 */
export function parseConversion({ name, header, rows }: ParsedTable): ConversionTable {
  const places = new Map(header.map((title, at) => [title.trim().toLowerCase(), at]));
  const missing = NEEDED.find((column) => !places.has(column));
  if (missing !== undefined) throw refuse('conversion-column', { name, column: missing });
  const cells = (column: string) => rows.map((row) => row[places.get(column)!]!);
  const single = (column: string): string => {
    const [first, ...more] = new Set(cells(column));
    if (first === undefined || first === '' || more.length > 0) {
      throw refuse('conversion-mixed', { name, column });
    }
    return first;
  };
  const numbers = (column: string): number[] => {
    const texts = cells(column);
    const decimal = decideDecimal(texts) ?? '.';
    return texts.map((text, at) => {
      const value = parseNumber(text, decimal);
      if (value === undefined) throw refuse('conversion-number', { name, column, row: at + 1 });
      return value;
    });
  };
  const rising = (column: string, values: readonly number[]): void => {
    const at = values.findIndex((value, row) => row > 0 && !(value > values[row - 1]!));
    if (at > 0) throw refuse('conversion-order', { name, column, row: at + 1 });
  };
  const raw = numbers('raw');
  const t = numbers('t');
  rising('raw', raw);
  rising('t', t);
  const status = places.has('status') ? statusOf(single('status')) : undefined;
  if (status === 'unknown') throw refuse('conversion-status', { name, allowed: STATUSES.join(', ') });
  const content = {
    instrument: single('instrument'),
    version: single('version'),
    source: single('source'),
    ...(status === undefined ? {} : { status }),
    raw,
    t,
    ...(places.has('se') && cells('se').some((text) => text !== '') ? { se: numbers('se') } : {}),
  };
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return {
    id: `${content.instrument}@${content.version}#${sha256.slice(0, HASH_SHOWN)}`,
    sha256,
    ...content,
  };
}
