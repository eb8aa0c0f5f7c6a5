/**
 * Text as a page or a report shows it: a real minus, and days in words. What is copied, computed with or printed on a
 * terminal keeps its hyphen and its ISO day. Invariant: only the way of writing changes.
 */

import type { ReportTable } from '../model/figure.ts';
import type { Lang } from '../model/text.ts';
import { formatTable } from './shown-difference.ts';

const LOCALE: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB' };
const DAY_MS = 86_400_000;
const DAY = /^(\d{4}-\d{2})(?:-\d{2})?$/;

const formats = new Map<string, Intl.DateTimeFormat>();

function calendar(ms: number, lang: Lang, withDay: boolean): string {
  const key = `${lang}${withDay}`;
  let format = formats.get(key);
  if (format === undefined) {
    const day = withDay ? ({ day: 'numeric' } as const) : {};
    format = new Intl.DateTimeFormat(LOCALE[lang], {
      ...day,
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format.format(new Date(ms)).replace('.', '');
}

/** A day number (days since 1970-01-01) as `21 nov 2026`. */
export function dayInWords(day: number, lang: Lang): string {
  return calendar(day * DAY_MS, lang, true);
}

/** Hyphens that stand for a minus become one: `−€ 12`, `−0,5`; those inside a word or a code stay. */
export function withMinus(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])-(?=€?\s?[\d.,])/gu, '−');
}

export interface ReadableCell {
  readonly text: string;
  /** The ISO day or month, where the cell is one. */
  readonly iso?: string;
}

/** One text as people read it; an ISO day or month in words. */
export function readable(text: string, lang: Lang): ReadableCell {
  if (!DAY.test(text)) return { text: withMinus(text) };
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? { text } : { text: calendar(ms, lang, text.length > 7), iso: text };
}

/** A sentence whose days are days of the data, not examples of how to write one. */
export function readableSentence(text: string, lang: Lang): string {
  return withMinus(text).replace(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (day) => readable(day, lang).text);
}

/** All cells of a table per column, as `formatTable`, as people read them. */
export function readableTable(table: Pick<ReportTable, 'columns' | 'rows'>, lang: Lang): ReadableCell[][] {
  return formatTable(table, lang).map((column) => column.map((text) => readable(text, lang)));
}
