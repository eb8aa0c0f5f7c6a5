/** One written number under a known decimal sign: strict, never a guess, never a silent truncation. */

import type { DecimalSign } from './number-notation.ts';

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const COMMA = 44;
const POINT = 46;

/** Plain: optional sign, digits, an optional fraction; exponents as spreadsheets and R write them. */
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const GROUPED = {
  '.': /^[+-]?\d{1,3}(?:[,\s'’]\d{3})+(?:\.\d*)?$/,
  ',': /^[+-]?\d{1,3}(?:[.\s'’]\d{3})+(?:,\d*)?$/,
} as const;
const CURRENCY = /^([+\-−]?)\s*(?:€|EUR)\s*|\s*(?:€|EUR)$/gi;

/**
 * Whether a cell is an optional minus, digits and at most one decimal sign with digits on both sides:
 * what nearly all cells are, told without a pattern.
 */
function isPlain(cell: string, decimal: number): boolean {
  let at = cell.charCodeAt(0) === MINUS ? 1 : 0;
  const first = at;
  let sign = -1;
  for (; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= ZERO && code <= NINE) continue;
    if (code !== decimal || sign >= 0 || at === first) return false;
    sign = at;
  }
  return at > first && at < 20 && sign < at - 1;
}

/**
 * The number, or undefined where the text is none under this sign. Accepts `€`, spaces and
 * thousands separators in groups of three, and the Dutch `12,-`. Blank is not a number here.
 *
 * @example parseNumber('€ 1.234,50', ',') // 1234.5
 * @example parseNumber('2,5', '.') // undefined
 */
export function parseNumber(cell: string, decimal: DecimalSign): number | undefined {
  // `1.234` under a comma is no plain number: its point separates thousands.
  if (decimal === '.') {
    if (isPlain(cell, POINT)) return Number(cell);
  } else if (isPlain(cell, COMMA)) return Number(cell.replace(',', '.'));
  let text = cell
    .trim()
    .replace(CURRENCY, '$1')
    .replace(/^−/, '-')
    .replace(/,[-–—]{1,2}$/, '')
    .trim();
  if (GROUPED[decimal].test(text)) text = text.replace(decimal === ',' ? /[.\s'’]/g : /[,\s'’]/g, '');
  if (decimal === ',') {
    if (text.includes('.')) return undefined;
    text = text.replace(',', '.');
  }
  if (!PLAIN.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
