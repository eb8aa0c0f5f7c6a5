/**
 * From a header row to the contract's columns.
 * Invariant: a canonical name wins over an alias and `map` over both; no header is read as two
 * columns unless `map` says so; what is not recognised, or by `map` not to be read, stays a plain column.
 */

import { distance } from 'fastest-levenshtein';
import { Refusal } from '../issue/refusal.ts';
import type { CanonicalColumn } from '../model/case-table.ts';
import type { Issue } from '../model/issue.ts';
import { CASE_COLUMNS, caseColumn, headerKey, knownHeader, plainHeader } from './case-columns.ts';

export interface MappedColumn {
  /** As written in the file. */
  readonly header: string;
  readonly index: number;
  readonly by: 'name' | 'alias' | 'map';
}

export interface ColumnMapping {
  readonly columns: ReadonlyMap<CanonicalColumn, MappedColumn>;
  /** Columns the contract does not know, and those that lost to a better header. */
  readonly plain: readonly { readonly header: string; readonly index: number }[];
  readonly warnings: readonly Issue[];
}

/** `vraag 1`, `item 1` … are HoNOS items only in a list that stops at 19. */
const LOOSE_FAMILY = /^(vraag|item)0*(\d+)$/;

/**
 * @param map canonical name -> header; a blank header = this column is not read, whatever is recognised
 * @throws Refusal with every `headers-equal`, `map-unknown-column` and `map-header-missing` found
 */
export function mapColumns(
  header: readonly string[],
  map: Readonly<Record<string, string>> = {},
): ColumnMapping {
  const faults = [...equalHeaders(header)];
  const columns = new Map<CanonicalColumn, MappedColumn>();
  const unread = new Set<CanonicalColumn>();
  for (const [canonical, wanted] of Object.entries(map)) {
    const spec = caseColumn(canonical);
    const index = findHeader(header, wanted);
    if (spec === undefined) {
      const names = CASE_COLUMNS.map((column) => column.name);
      const allowed = nearestOf(canonical, names) || names.join(', ');
      faults.push(fault('map-unknown-column', { column: canonical, allowed }));
    } else if (wanted === '') {
      unread.add(spec.name);
    } else if (index < 0) {
      faults.push(
        fault('map-header-missing', {
          column: canonical,
          header: wanted,
          nearest: nearestOf(wanted, header) || '-',
        }),
      );
    } else {
      columns.set(spec.name, { header: header[index]!, index, by: 'map' });
    }
  }
  if (faults.length > 0) {
    const usage = faults.every((issue) => issue.code === 'map-unknown-column');
    throw new Refusal(faults, usage ? 2 : 1);
  }
  const warnings = addKnown(header, columns, unread);
  const taken = new Set([...columns.values()].map((column) => column.index));
  const plain = header.flatMap((name, index) =>
    taken.has(index) || name === '' ? [] : [{ header: name, index }],
  );
  return { columns, plain, warnings };
}

function fault(code: string, params: Record<string, string>): Issue {
  return { code, severity: 'error', params };
}

function* equalHeaders(header: readonly string[]): Generator<Issue> {
  const seen = new Set<string>();
  const told = new Set<string>();
  for (const name of header) {
    // Two headers that mean the same column in the same rank are as equal as two equal words.
    const known = knownHeader(name);
    const key = known === undefined ? plainHeader(name) : `=${headerKey(name)}`;
    if (name !== '' && seen.has(key) && !told.has(key)) {
      told.add(key);
      yield { ...fault('headers-equal', { column: name }), column: name };
    }
    seen.add(key);
  }
}

function addKnown(
  header: readonly string[],
  columns: Map<CanonicalColumn, MappedColumn>,
  unread: ReadonlySet<CanonicalColumn>,
): Issue[] {
  const taken = new Set([...columns.values()].map((column) => column.index));
  const loose = looseFamilies(header);
  const candidates = header.flatMap((name, index) => {
    const known = knownHeader(name);
    if (known === undefined || taken.has(index) || loose.has(headerKey(name))) return [];
    if (unread.has(known.spec.name)) return [];
    return [{ name, index, ...known }];
  });
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const warnings: Issue[] = [];
  for (const { name, index, spec, rank } of candidates) {
    const winner = columns.get(spec.name);
    if (winner === undefined) {
      columns.set(spec.name, { header: name, index, by: rank === 0 ? 'name' : 'alias' });
    } else {
      warnings.push({
        code: 'column-double',
        severity: 'warning',
        column: name,
        params: { column: name, used: winner.header, canonical: spec.name },
      });
    }
  }
  return warnings;
}

/** Keys of `vraag` and `item` headers that belong to another questionnaire: one that goes past 19. */
function looseFamilies(header: readonly string[]): ReadonlySet<string> {
  const other = new Set<string>();
  const found = header.flatMap((name) => {
    const match = LOOSE_FAMILY.exec(headerKey(name));
    return match === null ? [] : [{ key: match[0], family: match[1]!, number: Number(match[2]) }];
  });
  for (const { family, number } of found) {
    if (number >= 1 && number <= 19) continue;
    for (const each of found) if (each.family === family) other.add(each.key);
  }
  return other;
}

/** Index of a header: as written, else without case and accents, else by letters and digits; -1 = none. */
export function findHeader(header: readonly string[], wanted: string): number {
  for (const form of [(text: string) => text, plainHeader, headerKey]) {
    const at = header.findIndex((name) => name !== '' && form(name) === form(wanted.trim()));
    if (at >= 0) return at;
  }
  return -1;
}

/**
 * The contract's column that a user means by a name: its canonical name, a header of the file that is
 * read as one, or, where the file has no such header, an alias. Undefined: a plain column, or none.
 */
export function canonicalOf(
  header: readonly string[],
  mapping: Pick<ColumnMapping, 'columns'>,
  wanted: string,
): CanonicalColumn | undefined {
  const direct = caseColumn(wanted)?.name;
  if (direct !== undefined) return direct;
  const index = findHeader(header, wanted);
  if (index >= 0) return [...mapping.columns].find(([, column]) => column.index === index)?.[0];
  const known = knownHeader(wanted)?.spec.name;
  return known !== undefined && mapping.columns.has(known) ? known : undefined;
}

/** Letters to add, drop or change to make one name of the other, in the form headers are matched in. */
function editsBetween(a: string, b: string): number {
  return distance(headerKey(a), headerKey(b));
}

/** The name that could be a slip of the pen for `wanted`: few edits away, for its length; '' = none is. */
export function nearestOf(wanted: string, names: readonly string[]): string {
  let best = '';
  let least = Math.floor(Math.max(2, headerKey(wanted).length / 3)) + 1;
  for (const name of names) {
    const edits = editsBetween(wanted, name);
    if (name !== '' && edits < least) [best, least] = [name, edits];
  }
  return best;
}
