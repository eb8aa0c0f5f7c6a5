/** An amount as people type it in a price field, in euros, to cents. */

import type { Lang } from '../src/index.ts';

/** `1.234,56`, `1,234.56`, `€ 12`, `12,5`: groups of three only with the language's own sign. */
const GROUPED: Readonly<Record<Lang, RegExp>> = {
  nl: /^[1-9]\d{0,2}(\.\d{3})+$/,
  en: /^[1-9]\d{0,2}(,\d{3})+$/,
};

/**
 * Cents of a typed amount; undefined when it is no amount of 0 or more. With both signs the last is
 * decimal; with one, it groups only where it stands as the language groups.
 */
export function parseAmount(typed: string, lang: Lang): number | undefined {
  const text = typed.replace(/[€\s\u00a0']/g, '');
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  let plain: string;
  if (comma >= 0 && point >= 0) {
    const decimal = Math.max(comma, point);
    plain = `${text.slice(0, decimal).replace(/[.,]/g, '')}.${text.slice(decimal + 1)}`;
  } else if (GROUPED[lang].test(text)) {
    plain = text.replace(/[.,]/g, '');
  } else {
    plain = text.replace(',', '.');
  }
  if (!/^\d+(\.\d*)?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 10_000) / 100;
}
