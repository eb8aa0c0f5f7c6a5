/** Whether a file has the columns a command cannot do without; the refusal names what was found. */

import { Refusal } from '../issue/refusal.ts';
import type { Issue } from '../model/issue.ts';
import { caseColumn } from './case-columns.ts';
import { type ColumnMapping, canonicalOf, findHeader, nearestOf } from './column-map.ts';
import { NOT_A_DAY, parseDay } from './parse-day.ts';
import type { ReadCasesOptions } from './read-options.ts';
import type { RawCell } from './row-source.ts';

const MOST_NAMED = 12;
const LONGEST_NAME = 40;

/** Rows looked at for column names that stand lower. */
const HEADER_WITHIN = 20;

/**
 * Whether the column names stand in the first row: an export often has a title above them. A row
 * lower down that holds at least two known names, where the first holds none, is no row of data.
 * @throws Refusal `header-lower`
 */
export function requireHeaderFirst(
  header: readonly string[],
  head: readonly (readonly RawCell[])[],
  isKnown: (header: string) => boolean,
): void {
  if (header.some(isKnown)) return;
  const at = head
    .slice(0, HEADER_WITHIN)
    .findIndex((row) => row.filter((cell) => isKnown(String(cell))).length >= 2);
  if (at >= 0) throw refusal([{ code: 'header-lower', params: { row: at + 2 } }]);
}

/**
 * @throws Refusal with every column missing, or `header-missing`, or `delimiter-unknown`
 */
export function requireColumns(
  header: readonly string[],
  mapping: ColumnMapping,
  options: Pick<ReadCasesOptions, 'requires' | 'extra'>,
): void {
  const present = (name: string): boolean => {
    const canonical = canonicalOf(header, mapping, name);
    return canonical === undefined ? findHeader(header, name) >= 0 : mapping.columns.has(canonical);
  };
  const wanted = [...(options.requires ?? []), ...(options.extra ?? []).filter((name) => name !== '*')];
  const missing = wanted.filter((name) =>
    typeof name === 'string' ? !present(name) : !name.some((each) => present(each)),
  );
  if (missing.length === 0) return;
  // A first line of data must not be quoted back as if it held column names.
  if (mapping.columns.size === 0 && header.some(looksLikeData))
    throw refusal([{ code: 'header-missing', params: {} }]);
  if (header.length === 1) {
    throw refusal([{ code: 'delimiter-unknown', params: { column: listed([missing[0]!].flat()) } }]);
  }
  const found = listedHeaders(header);
  const free = mapping.plain.map((column) => column.header);
  throw refusal(
    missing.map((name) =>
      typeof name === 'string'
        ? { code: 'column-missing', params: { column: name, found, nearest: nearestOf(name, free) || '…' } }
        : { code: 'columns-missing-any', params: { columns: listed(name), found } },
    ),
  );
}

function refusal(faults: readonly Pick<Issue, 'code' | 'params'>[]): Refusal {
  return new Refusal(faults.map((fault) => ({ ...fault, severity: 'error' })));
}

function looksLikeData(cell: string): boolean {
  return /^[-+]?[\d.,]+$/.test(cell) || parseDay(cell, 'dmy') !== NOT_A_DAY;
}

/** The names; a row of items as its first and last. */
function listed(names: readonly string[]): string {
  const items = names.filter((name) => caseColumn(name)?.kind === 'rating');
  if (items.length < 4) return names.join(', ');
  return [`${items[0]} … ${items.at(-1)}`, ...names.filter((name) => !items.includes(name))].join(', ');
}

function listedHeaders(header: readonly string[]): string {
  const names = header.filter((name) => name !== '');
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name));
  return shown.join(', ') + (names.length > MOST_NAMED ? ', …' : '');
}
