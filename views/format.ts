/** Dates and signed amounts as people read them; numbers come from the library's own formats. */

import { dayInWords, formatEuros, formatNumber, formatShare, type Lang, withMinus } from '../src/index.ts';

const DAY_MS = 86_400_000;

/** An ISO instant as its day. */
export function dayOf(iso: string, lang: Lang): string {
  return dayInWords(Math.floor(Date.parse(iso) / DAY_MS), lang);
}

/** A number with a real minus. */
export function number(value: number, lang: Lang, decimals = 0): string {
  return withMinus(formatNumber(value, lang, decimals));
}

/** Cents as euros with a real minus. */
export function euros(cents: number, lang: Lang): string {
  return withMinus(formatEuros(cents, lang));
}

/** A share (0-1) as a percentage with a real minus. */
export function share(part: number, lang: Lang): string {
  return withMinus(formatShare(part, lang));
}

/** `+€ 1.234`, `−€ 1.234`, `€ 0`, as in the figures: the sign always shown, so that a rise and a fall never look alike. */
export function signedEuros(cents: number, lang: Lang): string {
  if (cents === 0) return formatEuros(0, lang);
  // A line never ends between the sign and its amount.
  return `${cents > 0 ? '+' : '−'}${formatEuros(Math.abs(cents), lang).replace(' ', '\u00a0')}`;
}

/** A difference in percent with its sign: `+3,1%`. */
export function signedPercent(percent: number, lang: Lang): string {
  const text = formatNumber(Math.abs(percent), lang, 1);
  if (Number(Math.abs(percent).toFixed(1)) === 0) return `${text}%`;
  return `${percent > 0 ? '+' : '−'}${text}%`;
}

/** A sentence as the rest of another: no capital, no full stop. A word that is no word of a sentence keeps its form. */
export function asClause(sentence: string): string {
  const text = sentence.replace(/\.$/, '');
  return /^\p{Lu}\p{Ll}*[ ,]/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

/** Bytes as kB or MB. */
export function size(bytes: number, lang: Lang): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)), lang)} kB`
    : `${formatNumber(bytes / 1_000_000, lang, 1)} MB`;
}

export { dayInWords as day };
