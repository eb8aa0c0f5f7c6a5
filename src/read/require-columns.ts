/** Whether a file has the columns a command cannot do without; the refusal names what was found. */

import { Refusal } from '../issue/refusal.ts';
import type { Issue } from '../model/issue.ts';
import { caseColumn } from './case-columns.ts';
import { type ColumnMapping, editsBetween, findHeader, nearestOf } from './column-map.ts';
import { NOT_A_DAY, parseDay } from './parse-day.ts';
import type { ReadCasesOptions } from './read-options.ts';

const MOST_NAMED = 12;
const LONGEST_NAME = 40;

/**
 * @throws Refusal with every column missing, or `header-missing`, or `delimiter-unknown`
 */
export function requireColumns(
  header: readonly string[],
  mapping: ColumnMapping,
  options: Pick<ReadCasesOptions, 'requires' | 'extra'>,
): void {
  const present = (name: string): boolean =>
    caseColumn(name) === undefined
      ? findHeader(header, name) >= 0
      : mapping.columns.has(caseColumn(name)!.name);
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
        ? { code: 'column-missing', params: { column: name, found, nearest: likely(name, free) } }
        : { code: 'columns-missing-any', params: { columns: listed(name), found } },
    ),
  );
}

/** A header that could be a slip of the pen for `name`; an ellipsis where none is near. */
function likely(name: string, headers: readonly string[]): string {
  const nearest = nearestOf(name, headers);
  const near = editsBetween(name, nearest) <= Math.max(2, name.length / 3);
  return nearest !== '' && near ? nearest : '…';
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
