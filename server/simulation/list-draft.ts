/**
 * A price list as it is being edited: rows of what was typed. Invariants: nothing typed is lost, also where
 * it cannot be read; what is read goes through the reader of price lists, so a fault has the same sentence.
 */

import {
  clusterMatcher,
  csvOf,
  type Issue,
  isoFromDay,
  type Lang,
  type LintFinding,
  lintFindings,
  lintPrices,
  PRICE_COLUMNS,
  type PriceRow,
  parsePriceList,
  readableSentence,
} from '../../src/index.ts';
import type { DraftRow, ListFinding, PriceColumn } from '../../views/pages/price-list.tsx';
import { pageSentence } from '../page-sentences.ts';
import { parseAmount } from '../parse-amount.ts';

/** Rows that a page can still hold as fields. */
export const MOST_ROWS = 400;

const BLANK = Object.fromEntries(PRICE_COLUMNS.map((column) => [column, ''])) as unknown as DraftRow;

export function blankRow(like: DraftRow | undefined): DraftRow {
  return { ...BLANK, unit: like?.unit ?? 'day', status: like?.status ?? '' };
}

export function draftOf(rows: readonly PriceRow[], lang: Lang): DraftRow[] {
  const day = (value: number | undefined): string => (value === undefined ? '' : isoFromDay(value));
  return rows.map((row) => ({
    ...row,
    from: day(row.from),
    until: day(row.until),
    published: day(row.published),
    amount: amountText(row.amountCents, lang),
  }));
}

function amountText(cents: number, lang: Lang): string {
  return (cents / 100).toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 6,
  });
}

/** Fields `r.<row>.<column>` of the form, in their order. */
export function draftFrom(body: Readonly<Record<string, unknown>>): DraftRow[] {
  const rows = new Map<number, Record<PriceColumn, string>>();
  for (const [name, value] of Object.entries(body)) {
    const match = /^r\.(\d{1,4})\.([a-z]+)$/.exec(name);
    const column = PRICE_COLUMNS.find((each) => each === match?.[2]);
    if (match === null || column === undefined || typeof value !== 'string') continue;
    const at = Number(match[1]);
    rows.set(at, { ...(rows.get(at) ?? BLANK), [column]: value.slice(0, 500) });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

export interface ReadDraft {
  /** Present where the list can be kept. */
  readonly rows?: readonly PriceRow[];
  readonly findings: readonly ListFinding[];
}

/** The draft as a list, or every fault at its cell; beside them what the linter sees. */
export function readDraft(draft: readonly DraftRow[], lang: Lang): ReadDraft {
  // A row in which nothing was typed is no row; the reader skips it too.
  const places = [...draft.keys()].filter((at) => isFilled(draft[at]!));
  const text = csvOf({
    id: 'list',
    title: '',
    columns: PRICE_COLUMNS.map((key) => ({ key, label: key, kind: 'text' })),
    rows: places.map((at) => PRICE_COLUMNS.map((column) => cellText(draft[at]!, column, lang))),
  });
  const { value, issues } = parsePriceList(text, 'list', 'tell');
  const place = (row: number | undefined): { row?: number } =>
    row === undefined ? {} : { row: places[row - 1]! };
  const faults = issues.map((issue): ListFinding => {
    const column = PRICE_COLUMNS.find((each) => each === issue.column);
    return {
      severity: issue.severity,
      message: pageSentence(numbered(issue, places), lang),
      ...place(issue.row),
      ...(column === undefined ? {} : { column }),
    };
  });
  const sound = value !== undefined && issues.every(({ severity }) => severity !== 'error');
  const lint = value === undefined ? [] : lintFindings(lintPrices(value.rows), lang);
  // Overlaps are said by the reader already.
  const noted = lint.filter(({ severity }) => severity !== 'error');
  return {
    ...(sound ? { rows: value.rows } : {}),
    findings: [...faults, ...noted.map((finding) => ({ ...fromLint(finding, lang), ...place(finding.row) }))],
  };
}

function fromLint({ severity, message }: LintFinding, lang: Lang): ListFinding {
  return { severity, message: readableSentence(message, lang), column: 'amount' };
}

/** Rows as the page numbers them: blank ones count there. */
function numbered(issue: Issue, places: readonly number[]): Issue {
  const page = (row: unknown): number | undefined =>
    typeof row === 'number' ? (places[row - 1] ?? row - 1) + 1 : undefined;
  const { row, first } = issue.params ?? {};
  return {
    ...issue,
    params: {
      ...issue.params,
      ...(page(row) === undefined ? {} : { row: page(row)! }),
      ...(page(first) === undefined ? {} : { first: page(first)! }),
    },
  };
}

function isFilled(row: DraftRow): boolean {
  return (['cluster', 'amount', 'setting', 'payer', 'from', 'until', 'source'] as const).some(
    (column) => row[column].trim() !== '',
  );
}

/** An amount in a notation that leaves no question; what is none stays as typed, for its sentence. */
function cellText(row: DraftRow, column: PriceColumn, lang: Lang): string {
  const typed = row[column].trim();
  if (column !== 'amount') return typed;
  const cents = parseAmount(typed, lang);
  return cents === undefined ? `"${typed}"` : String(cents / 100).replace(/(\.\d{3})$/, '$10');
}

export interface Pasted {
  readonly draft: readonly DraftRow[];
  readonly filled: number;
  /** Lines without a place. */
  readonly left: number;
  /** Whether the range took the place of the whole list. */
  readonly whole: boolean;
}

/**
 * A range from a spreadsheet: with a header it is a list; otherwise its first column names clusters and its
 * last holds amounts for the rows of that cluster and unit.
 */
export function pasteInto(draft: readonly DraftRow[], text: string, unit: string, lang: Lang): Pasted {
  const list = parsePriceList(text, 'list', 'tell').value;
  if (list !== undefined) {
    const rows = draftOf(list.rows, lang);
    return { draft: rows, filled: rows.length, left: 0, whole: true };
  }
  const next = draft.map((row) => ({ ...row }));
  const match = clusterMatcher(next.map(({ cluster }) => cluster));
  let filled = 0;
  let left = 0;
  for (const line of text.split(/\r?\n/)) {
    const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
    const [cluster = '', amount = ''] = [cells[0], cells.at(-1)];
    if (cells.length < 2 || cluster === '') continue;
    const known = match(cluster);
    const at =
      known < 0 ? -1 : next.findIndex((row) => row.cluster === next[known]!.cluster && row.unit === unit);
    if (at < 0 || parseAmount(amount, lang) === undefined) left += 1;
    else {
      next[at] = { ...next[at]!, amount };
      filled += 1;
    }
  }
  return { draft: next, filled, left, whole: false };
}
