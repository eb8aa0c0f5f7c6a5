/**
 * Headers that look like a column which was not recognised, for a person to confirm.
 * Invariant: nothing is read by a suggestion; a header is suggested for one column at most.
 */

import { distance } from 'fastest-levenshtein';
import type { CanonicalColumn } from '../model/case-table.ts';
import { CASE_COLUMNS, headerKey } from './case-columns.ts';
import type { ColumnMapping } from './column-map.ts';

/** Letters that must at least agree. */
const LEAST = 3;
/** Letters of a name in which two slips of the pen leave it what it was. */
const LONG = 6;
/** So much of a known name at least, when letters were left out of it. */
const LEAST_SHARE = 0.4;

/**
 * Words of exports that may mean a column and need not: a cost price may be of one unit, a closing date of an
 * invoice. Enough to ask, too little to read.
 */
const MAY_MEAN: Partial<Readonly<Record<CanonicalColumn, readonly string[]>>> = {
  team: ['behandelteam', 'zorgeenheid', 'organisatie-eenheid'],
  date: ['afname', 'ingevuld op'],
  end: ['afsluitdatum', 'sluitdatum', 'datum afsluiting', 'ontslagdatum'],
  minutes: ['directe tijd', 'behandeltijd', 'bestede tijd'],
  current_revenue: ['opbrengst', 'gefactureerd', 'gedeclareerd'],
  cost: ['kostprijs', 'lasten'],
  rom_status: ['status ROM', 'status meting'],
};

/** How alike a header and a known name are; smaller is better, undefined = not alike. */
function unlikeness(header: string, name: string): number | undefined {
  const slips = name.length < LONG ? 1 : 2;
  if (header[0] === name[0] && distance(header, name) <= slips) return 0;
  if (header.length >= LEAST && name.startsWith(header)) return 1;
  if (name.length >= LEAST && header.startsWith(name)) return 2;
  const short = header.length > LEAST && header.length >= name.length * LEAST_SHARE;
  return short && header[0] === name[0] && leavesLettersOut(header, name) ? 3 : undefined;
}

/** `zorgvzk` of `zorgverzekeraar`: the letters in their order. */
function leavesLettersOut(short: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === short[at]) at += 1;
  return at === short.length;
}

/**
 * Suggestions for the columns that were not found, out of the headers that are read as nothing.
 *
 * @returns canonical name -> header as written
 * @example
 * suggestColumns(mapColumns(['Patientnumer', 'Vest.'])) // Map { 'patient' => 'Patientnumer', 'site' => 'Vest.' }
 */
export function suggestColumns({
  columns,
  plain,
}: Pick<ColumnMapping, 'columns' | 'plain'>): ReadonlyMap<CanonicalColumn, string> {
  const wanted = CASE_COLUMNS.filter(({ name }) => !columns.has(name));
  const pairs = wanted
    .filter(({ kind }) => kind !== 'rating')
    .flatMap(({ name, aliases }) =>
      plain.flatMap(({ header }) => {
        const key = headerKey(header);
        const found = [name, ...aliases, ...(MAY_MEAN[name] ?? [])].flatMap(
          (known) => unlikeness(key, headerKey(known)) ?? [],
        );
        return key === '' || found.length === 0 ? [] : [{ name, header, how: Math.min(...found) }];
      }),
    )
    .sort((a, b) => a.how - b.how);
  const suggested = new Map<CanonicalColumn, string>();
  const used = new Set<string>();
  for (const { name, header } of [...pairs, ...numbered(wanted, plain)]) {
    if (suggested.has(name) || used.has(header)) continue;
    suggested.set(name, header);
    used.add(header);
  }
  return suggested;
}

/** A family of headers that differ in a number from 1 to 19 only, `HoNOS_01_score` …: the ratings in their order. */
function numbered(
  wanted: readonly { readonly name: CanonicalColumn; readonly kind: string }[],
  plain: ColumnMapping['plain'],
): { name: CanonicalColumn; header: string }[] {
  const families = new Map<string, Map<number, string>>();
  for (const { header } of plain) {
    const [, before, digits, after] = /^(\D*)(\d{1,2})(\D*)$/.exec(header) ?? [];
    const number = Number(digits);
    if (digits === undefined || number < 1 || number > 19) continue;
    const family = `${before}#${after}`;
    families.set(family, (families.get(family) ?? new Map<number, string>()).set(number, header));
  }
  // Fewer are a coincidence: months, versions, years.
  const [family] = [...families.values()].filter(({ size }) => size > 12);
  if (family === undefined || families.size > 3) return [];
  return wanted
    .filter(({ kind }) => kind === 'rating')
    .flatMap(({ name }) => {
      const header = family.get(Number(name.slice(2)));
      return header === undefined ? [] : [{ name, header }];
    });
}
