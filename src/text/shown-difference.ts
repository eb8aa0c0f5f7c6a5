/**
 * Differences as they are shown. From a thousand euros up amounts are shown in whole euros, each rounded by
 * itself; a difference beside its two amounts is then the difference of what is shown, so that who adds up
 * the page finds no euro missing. Only what is shown changes: results, CSV and JSON keep their cents.
 */

import type { Cell, ReportTable } from '../model/figure.ts';
import type { Lang } from '../model/text.ts';
import { decimalSign, formatColumn, formatNumber } from './format.ts';

/** Amounts from here on are shown in whole euros. */
const WHOLE_CENTS = 100_000;

/** Columns of which the third is the second less the first. */
const TRIPLES = [
  ['baselineCents', 'scenarioCents', 'differenceCents'],
  ['grossCents', 'netCents', 'adjustmentCents'],
] as const;

/** Half away from zero, as amounts are shown. */
function wholeEuros(cents: number): number {
  return Math.sign(cents) * Math.round(Math.abs(cents) / 100);
}

function isWhole(cents: number): boolean {
  return cents === 0 || Math.abs(cents) >= WHOLE_CENTS;
}

/** Cents to show as the difference where both amounts stand beside it. */
export function shownDifferenceCents({
  baselineCents,
  scenarioCents,
  differenceCents,
}: {
  readonly baselineCents: number;
  readonly scenarioCents: number;
  readonly differenceCents: number;
}): number {
  if (!isWhole(baselineCents) || !isWhole(scenarioCents)) return differenceCents;
  return 100 * (wholeEuros(scenarioCents) - wholeEuros(baselineCents));
}

/** All cells of a table as text, per column: columns consistent, differences that agree with their amounts. */
export function formatTable(
  { columns, rows }: Pick<ReportTable, 'columns' | 'rows'>,
  lang: Lang,
): string[][] {
  const texts = columns.map(({ kind }, index) =>
    formatColumn(
      rows.map((row) => row[index] ?? null),
      kind,
      lang,
    ),
  );
  for (const triple of TRIPLES) {
    const [before, after, difference] = triple.map((key) =>
      columns.findIndex((column) => column.key === key && column.kind === 'cents'),
    ) as [number, number, number];
    if (before < 0 || after < 0 || difference < 0) continue;
    const whole = (at: number, row: number): boolean => !texts[at]![row]!.includes(decimalSign(lang));
    for (const [row, cells] of rows.entries()) {
      const cents: readonly Cell[] = [cells[before]!, cells[after]!, cells[difference]!];
      const [a, b, d] = cents;
      if (typeof a !== 'number' || typeof b !== 'number' || typeof d !== 'number' || d !== b - a) continue;
      if (!whole(before, row) || !whole(after, row)) continue;
      texts[difference]![row] = formatNumber(wholeEuros(b) - wholeEuros(a), lang);
    }
  }
  return texts;
}
