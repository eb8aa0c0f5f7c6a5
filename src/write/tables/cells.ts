/** From result fields to table cells: what could not be computed says why in its cell. */

import type { Cell, CellKind, ReportColumn, ReportTable } from '../../model/figure.ts';
import type { IssueSummary } from '../../model/issue.ts';
import type { Computed, NotComputed } from '../../model/meta.ts';
import type { RowCounts } from '../../model/score.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { REASON_WORDS } from '../../text/words/reasons.ts';
import { TABLE_WORDS as W } from '../../text/words/tables.ts';

/** True where a result has a value; otherwise it is `{undefined: reason}`. */
export function isComputed<T>(value: T | NotComputed): value is T {
  return !(typeof value === 'object' && value !== null && 'undefined' in value);
}

/** One number of a computed result, or the reason there is none. */
export function cellOf<T>(
  value: T | NotComputed | undefined,
  pick: (value: T) => Computed<number | string>,
): Cell {
  if (value === undefined) return null;
  if (!isComputed(value)) return value.undefined;
  const picked = pick(value);
  return isComputed(picked) ? picked : picked.undefined;
}

/** Puts words where a code says why a number is missing; a sentence stays as it is. */
export function inWords(tables: readonly ReportTable[], lang: Lang): ReportTable[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell, index) => {
        if (typeof cell !== 'string' || table.columns[index]!.kind === 'text') return cell;
        const words = REASON_WORDS[cell];
        return words === undefined ? cell : say(words, lang);
      }),
    ),
  }));
}

export function column(key: string, label: string, kind: CellKind): ReportColumn {
  return { key, label, kind };
}

/** A column whose label is a phrase. */
export function columnsIn(lang: Lang): (key: string, label: Bilingual, kind: CellKind) => ReportColumn {
  return (key, label, kind) => column(key, say(label, lang), kind);
}

/** A blank group has a name for readers; scripts find "" in the JSON. */
export function groupName(value: string, lang: Lang): string {
  return value === '' ? say(W.blankGroup, lang) : value;
}

/** How many rows were read, and what was found: the last tables of every result made from a case file. */
export function inputTables(rows: RowCounts, issues: readonly IssueSummary[], lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const counts: ReportTable = {
    id: 'rows',
    title: say(W.rowsTitle, lang),
    columns: [col('what', W.what, 'text'), col('n', W.count, 'count')],
    rows: [
      [say(W.rowsRead, lang), rows.read],
      [say(W.rowsUsed, lang), rows.used],
      [say(W.rowsRejected, lang), rows.rejected],
    ],
  };
  if (issues.length === 0) return [counts];
  const findings: ReportTable = {
    id: 'issues',
    title: say(W.issuesTitle, lang),
    columns: [
      col('severity', W.severity, 'text'),
      col('count', W.count, 'count'),
      col('message', W.finding, 'text'),
    ],
    rows: issues.map((issue) => [say(W[issue.severity], lang), issue.count, issue.message]),
  };
  return [counts, findings];
}
