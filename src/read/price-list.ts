/**
 * Price lists from CSV: every fault said at once, with its row. What comes out has known units,
 * amounts in cents, dates as day numbers, and no two rows that hold for the same case and day.
 */

import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import Papa from 'papaparse';
import type { Checked, Issue } from '../model/issue.ts';
import type { Status } from '../model/meta.ts';
import type { PriceList, PriceRow, PriceUnit } from '../model/price-list.ts';
import { decideDecimal } from '../table/number-notation.ts';
import { parseNumber } from '../table/parse-number.ts';
import { type DateOrder, NOT_A_DAY, OrderVotes, OTHER_ORDER, parseDay } from './parse-day.ts';
import { priceConflicts } from './price-conflicts.ts';
import { sniffCsv } from './sniff-csv.ts';

export const PRICE_COLUMNS = [
  'cluster',
  'unit',
  'setting',
  'payer',
  'from',
  'until',
  'amount',
  'status',
  'source',
  'published',
] as const;
/** Other names of columns. */
const ALIASES: ReadonlyMap<string, PriceColumn> = new Map([['gepubliceerd', 'published']]);
type PriceColumn = (typeof PRICE_COLUMNS)[number];

const REQUIRED: readonly PriceColumn[] = ['cluster', 'unit', 'amount'];
export const PRICE_UNITS: readonly PriceUnit[] = [
  'episode',
  'day',
  'bed-day',
  'review-period',
  'year',
  'assessment',
];
const STATUSES: readonly Status[] = ['official', 'local', 'derived', 'hypothetical', 'synthetic'];

type Cells = Readonly<Record<PriceColumn, string>>;

/**
 * Reads a price list (`cluster;unit;setting;payer;from;until;amount;status;source` and, where known,
 * `published`; comma and tab as well, columns in any order). Amounts are euros; the decimal sign is decided for the column.
 * Clusters stay as written: they are matched to the case file's when a simulation is prepared.
 * @param conflicts rows that hold for one case on one day refuse the list, or are told beside it (for a linter)
 */
export function parsePriceList(
  text: string,
  id: string,
  conflicts: 'refuse' | 'tell' = 'refuse',
): Checked<PriceList> {
  const clean = text.replace(/^\uFEFF/, '');
  const rows = readCells(clean);
  if (rows.issues.some(({ severity }) => severity === 'error')) return { issues: rows.issues };
  const cells = rows.cells;
  if (cells.length === 0) return { issues: [...rows.issues, issue('price-list-empty')] };
  const decimal = decideDecimal(cells.map(({ amount }) => amount));
  const votes = new OrderVotes();
  for (const { from, until, published } of cells) {
    for (const cell of [from, until, published]) votes.add(cell);
  }
  const order = votes.decide() ?? 'dmy';
  const issues: Issue[] = [...rows.issues];
  if (decimal === undefined) {
    const first = cells.findIndex(({ amount }) => /[.,]/.test(amount));
    issues.push(issue('price-amount-undecided', first + 1, 'amount', { value: cells[first]!.amount }));
  }
  const parsed = cells.map((row, position) => readRow(row, position + 1, decimal ?? '.', order, issues));
  const between = priceConflicts(parsed);
  const refused = issues.some(({ severity }) => severity === 'error');
  issues.push(...between);
  if (refused || (conflicts === 'refuse' && between.length > 0)) return { issues };
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { value: { id, rows: parsed, sha256 }, issues };
}

function issue(
  code: string,
  row?: number,
  column?: string,
  params: Readonly<Record<string, string | number>> = {},
): Issue {
  return {
    code,
    severity: 'error',
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    params: { ...(row === undefined ? {} : { row }), ...params },
  };
}

function readCells(text: string): { cells: readonly Cells[]; issues: readonly Issue[] } {
  if (text.trim() === '') return { cells: [], issues: [issue('price-list-empty')] };
  const known = (header: string): boolean => PRICE_COLUMNS.some((name) => name === plain(header));
  const format = sniffCsv(text, known);
  const { data } = Papa.parse<string[]>(text.slice(format.skip), {
    delimiter: format.delimiter,
    newline: format.lineEnding === '\r' ? '\r' : '\n',
    skipEmptyLines: 'greedy',
  });
  const header = (data[0] ?? []).map(plain);
  const allowed = PRICE_COLUMNS.join(', ');
  const issues: Issue[] = [];
  for (const [at, name] of header.entries()) {
    if (header.indexOf(name) !== at) issues.push(issue('price-column-twice', undefined, name, { name }));
    else if (name !== '' && !known(name)) {
      const nearest = nearestOf(name, PRICE_COLUMNS);
      issues.push({
        ...issue('price-column-unknown', undefined, name, { name, nearest }),
        severity: 'warning',
      });
    }
  }
  for (const name of REQUIRED) {
    if (!header.includes(name))
      issues.push(issue('price-column-missing', undefined, name, { name, allowed }));
  }
  for (const [at, row] of data.slice(1).entries()) {
    // A delimiter inside a text: what stands behind it would be lost without a word.
    if (row.slice(header.length).some((cell) => cell.trim() !== '')) {
      issues.push(issue('price-row-too-long', at + 1, undefined, { columns: header.length }));
    }
  }
  const cells = data.slice(1).map((row) => {
    const cell = (name: PriceColumn): string => row[header.indexOf(name)]?.trim() ?? '';
    return Object.fromEntries(PRICE_COLUMNS.map((name) => [name, cell(name)])) as Cells;
  });
  return { cells, issues };
}

function plain(header: string): string {
  const name = header.trim().toLowerCase();
  return ALIASES.get(name) ?? name;
}

function nearestOf(name: string, words: readonly string[]): string {
  return [...words].sort((a, b) => distance(name, a) - distance(name, b))[0]!;
}

/** Faulty cells get a harmless value, so that the rest of the list is still checked. */
function readRow(cells: Cells, row: number, decimal: ',' | '.', order: DateOrder, issues: Issue[]): PriceRow {
  const add = (code: string, column: PriceColumn, params: Readonly<Record<string, string | number>>) =>
    issues.push(issue(code, row, column, params));
  const { cluster, amount, setting, payer, source } = cells;
  if (cluster === '') add('price-cluster-blank', 'cluster', {});
  const unit = PRICE_UNITS.find((known) => known === cells.unit.toLowerCase());
  if (unit === undefined) {
    add('price-unit-unknown', 'unit', { value: cells.unit || '""', allowed: PRICE_UNITS.join(', ') });
  }
  const status = STATUSES.find((known) => known === cells.status.toLowerCase());
  if (status === undefined && cells.status !== '') {
    add('price-status-unknown', 'status', { value: cells.status, allowed: STATUSES.join(', ') });
  }
  const euros = parseNumber(amount, decimal);
  if (euros === undefined || euros < 0) add('price-amount-bad', 'amount', { value: amount || '""' });
  const day = (name: 'from' | 'until' | 'published'): number | undefined => {
    if (cells[name] === '') return undefined;
    const value = parseDay(cells[name], order);
    if (value !== NOT_A_DAY && value !== OTHER_ORDER) return value;
    add('price-date-bad', name, { name, value: cells[name] });
    return undefined;
  };
  const from = day('from');
  const until = day('until');
  const published = day('published');
  if (from !== undefined && until !== undefined && from > until) add('price-from-after-until', 'from', {});
  return {
    cluster,
    unit: unit ?? 'episode',
    setting,
    payer,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(published === undefined ? {} : { published }),
    // Ten decimals of a cent: 0.29 euro is 29 cents, not 28.999999999999996.
    amountCents: Number(((euros ?? 0) * 100).toFixed(10)),
    status: status ?? '',
    source,
  };
}
