/** Numbers as they stand beside marks and on axes: short, in the reader's notation, with a real minus. */

import type { Lang } from '../model/text.ts';
import { formatNumber, formatShare } from '../text/format.ts';
import { withMinus } from '../text/readable.ts';
import { say } from '../text/say.ts';
import { MONEY_FIGURE_WORDS as W } from '../text/words/figures.ts';

export function numberLabel(value: number, lang: Lang, decimals = 0): string {
  return withMinus(formatNumber(value, lang, decimals));
}

export function shareLabel(share: number, lang: Lang): string {
  return withMinus(formatShare(share, lang));
}

/** `12%`: for axes, where the decimal says nothing. */
export function axisShare(share: number, lang: Lang): string {
  return `${formatNumber(share * 100, lang)}%`;
}

/** Three digits that count: `€ 88,1 mln`, `−€ 370.000`, `€ 950`. */
export function moneyLabel(cents: number, lang: Lang): string {
  const euros = Math.abs(cents) / 100;
  const sign = cents < 0 ? '−' : '';
  const symbol = lang === 'nl' ? '€\u00a0' : '€';
  // 999,950 would be written as 1,000,000.
  if (euros >= 999_500) {
    const millions = euros / 1e6;
    const decimals = millions < 9.995 ? 2 : millions < 99.95 ? 1 : 0;
    return `${sign}${symbol}${formatNumber(millions, lang, decimals)}\u00a0${say(W.million, lang)}`;
  }
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, euros))) - 2);
  return `${sign}${symbol}${formatNumber(Math.round(euros / step) * step, lang)}`;
}

/** With a plus where it rises: a sign is shown, not only a side. */
export function signedMoneyLabel(cents: number, lang: Lang): string {
  return `${cents > 0 ? '+' : ''}${moneyLabel(cents, lang)}`;
}

/** A difference as its figure's mark says it: `+€ 370.000 (+€ 120.000 – +€ 620.000)`. */
export function withInterval(
  row: { readonly cents: number; readonly low?: number; readonly high?: number },
  lang: Lang,
): string {
  const value = signedMoneyLabel(row.cents, lang);
  if (row.low === undefined || row.high === undefined) return value;
  return `${value} (${signedMoneyLabel(row.low, lang)} – ${signedMoneyLabel(row.high, lang)})`;
}

/** Ticks of a money axis, all in one unit: millions where the axis reaches one. */
export function axisMoney(lang: Lang, ends: readonly number[]): (cents: number) => string {
  const largest = Math.max(...ends.map(Math.abs)) / 100;
  if (largest < 1e6) return (cents) => numberLabel(cents / 100, lang);
  const decimals = largest < 2e6 ? 2 : largest < 1e7 ? 1 : 0;
  return (cents) =>
    cents === 0 ? '0' : `${numberLabel(cents / 1e8, lang, decimals)} ${say(W.million, lang)}`;
}
