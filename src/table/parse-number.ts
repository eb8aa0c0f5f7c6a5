/** One written number under a known decimal sign: strict, never a guess, never a silent truncation. */

import type { DecimalSign } from './number-notation.ts';

const ZERO = 48;
const NINE = 57;

/** Plain: optional sign, digits, an optional fraction; exponents as spreadsheets and R write them. */
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const GROUPED = {
  '.': /^[+-]?\d{1,3}(?:[,\s'’]\d{3})+(?:\.\d*)?$/,
  ',': /^[+-]?\d{1,3}(?:[.\s'’]\d{3})+(?:,\d*)?$/,
} as const;
const CURRENCY = /^([+\-−]?)\s*(?:€|EUR)\s*|\s*(?:€|EUR)$/gi;

function onlyDigits(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return cell.length > 0 && cell.length < 16;
}

/**
 * The number, or undefined where the text is none under this sign. Accepts `€`, spaces and
 * thousands separators in groups of three, and the Dutch `12,-`. Blank is not a number here.
 *
 * @example parseNumber('€ 1.234,50', ',') // 1234.5
 * @example parseNumber('2,5', '.') // undefined
 */
export function parseNumber(cell: string, decimal: DecimalSign): number | undefined {
  if (onlyDigits(cell)) return Number(cell);
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
