/** Numbers as people read them: Dutch or English signs, euros from cents, percentages with one decimal. */

import type { Cell, CellKind } from '../model/figure.ts';
import type { Lang } from '../model/text.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB' };
const LARGE_CENTS = 10_000_000;
const MOST_DECIMALS = 8;
const formats = new Map<string, Intl.NumberFormat>();

/** The sign between units and fraction. */
export function decimalSign(lang: Lang): ',' | '.' {
  return lang === 'nl' ? ',' : '.';
}

/**
 * A number with grouped thousands and a fixed count of decimals, half away from zero.
 * Minus zero is written as zero: a sign without an amount means nothing to a reader.
 */
export function formatNumber(value: number, lang: Lang, decimals = 0): string {
  const key = `${lang}${decimals}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALE[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: 'negative',
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Amount in cents as euros without the sign: whole euros from a thousand up, cents below. */
export function formatAmount(cents: number, lang: Lang): string {
  return formatNumber(cents / 100, lang, Math.abs(cents) >= 100_000 || cents === 0 ? 0 : 2);
}

/** Amount in cents as euros with the sign, for sentences: `€ 1.234`, `-€ 1.234`. */
export function formatEuros(cents: number, lang: Lang): string {
  const amount = formatAmount(Math.abs(cents), lang);
  const sign = cents < 0 ? '-' : '';
  return lang === 'nl' ? `${sign}€ ${amount}` : `${sign}€${amount}`;
}

/** A share (0-1) as a percentage with one decimal: `12,3%`. */
export function formatShare(share: number, lang: Lang): string {
  return `${formatNumber(share * 100, lang, 1)}%`;
}

/**
 * Decimals with which a column of plain numbers stays readable: none when all are whole,
 * otherwise the fewer the larger the numbers are.
 */
export function columnDecimals(values: readonly number[]): number {
  if (values.every((value) => Number.isInteger(value))) return 0;
  const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  if (largest >= 1000) return 0;
  if (largest >= 100) return 1;
  return largest >= 1 ? 2 : largest >= 0.1 ? 3 : 4;
}

/** Decimals that leave a number about three significant digits; whole from a hundred up. */
function estimateDecimals(value: number): number {
  if (value === 0) return 0;
  return Math.min(MOST_DECIMALS, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** One cell for reading. The column's label carries the unit, so the cell is the bare number. */
export function formatCell(cell: Cell, kind: CellKind, lang: Lang, decimals = 2): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  switch (kind) {
    case 'text':
      return String(cell);
    case 'count':
      return formatNumber(cell, lang, 0);
    case 'number':
      return formatNumber(cell, lang, decimals);
    case 'estimate':
      return formatNumber(cell, lang, estimateDecimals(cell));
    case 'cents':
      return formatAmount(cell, lang);
    case 'price':
      return formatNumber(cell / 100, lang, 2);
    case 'share':
    case 'probability':
      return formatNumber(cell * 100, lang, 1);
    case 'percent':
      return formatNumber(cell, lang, 1);
  }
}

/** All cells of a table, column by column consistent. */
export function formatColumn(cells: readonly Cell[], kind: CellKind, lang: Lang): string[] {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number');
  const decimals = kind === 'number' ? columnDecimals(numbers) : 0;
  // Beside hundreds of thousands the cents of one small amount only blur the column.
  if (kind === 'cents' && numbers.some((cents) => Math.abs(cents) >= LARGE_CENTS)) {
    return cells.map((cell) => (typeof cell === 'number' ? formatNumber(cell / 100, lang) : (cell ?? '')));
  }
  return cells.map((cell) => formatCell(cell, kind, lang, decimals));
}
