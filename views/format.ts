/** Dates and signed amounts as people read them; numbers come from the library's own formats. */

import { formatEuros, formatNumber, formatShare, type Lang } from '../src/index.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB' };
const DAY_MS = 86_400_000;

const dates: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  nl: dateFormat('nl'),
  en: dateFormat('en'),
};

function dateFormat(lang: Lang): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE[lang], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A day number (days since 1970-01-01) as `21 nov 2026`. */
export function day(days: number, lang: Lang): string {
  return dates[lang].format(new Date(days * DAY_MS)).replace('.', '');
}

/** An ISO instant as its day. */
export function dayOf(iso: string, lang: Lang): string {
  return dates[lang].format(new Date(iso)).replace('.', '');
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

export { formatEuros as euros, formatNumber as number, formatShare as share };
