/**
 * Rows without identities: keyed pseudonyms, names dropped, birth dates cut to an age.
 * Invariant: with the same key the same person gets the same pseudonym in every file, and without
 * the key nobody can compute it (HMAC-SHA-256).
 */

import { createHmac } from 'node:crypto';
import type { Issue } from '../model/issue.ts';
import { calendarFromDay } from '../table/day.ts';
import type { ColumnMapping } from './column-map.ts';
import { type IdentityFinding, isBirthHeader } from './identity-guard.ts';
import { type DateOrder, FIRST_DAY, LAST_DAY, parseDay } from './parse-day.ts';

const CACHE = 1024;

/** The pseudonym of a name under a key: 64 hexadecimal characters; blank stays blank. */
export function pseudonym(key: Uint8Array, name: string): string {
  const text = name.trim();
  return text === '' ? '' : createHmac('sha256', key).update(text, 'utf8').digest('hex');
}

/** Whole years from birth to a day; negative where the day lies before it. */
export function ageAt(birth: number, day: number): number {
  const from = calendarFromDay(birth);
  const to = calendarFromDay(day);
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}

interface Step {
  readonly index: number;
  readonly act: 'keep' | 'hash' | 'age';
}

export interface Pseudonymiser {
  readonly header: readonly string[];
  /** Index in the file of each column kept. */
  readonly source: readonly number[];
  /** The row without identities; cells in the order of `header`. */
  row(cells: readonly string[]): string[];
  /** What was done, to which column. */
  readonly notes: readonly Issue[];
}

/**
 * Plans the change from the header, the mapping of the raw columns and what the guard found.
 * The age is that on the rating's date, else on the start; without either it stays blank.
 */
export function pseudonymiser(
  key: Uint8Array,
  header: readonly string[],
  mapping: ColumnMapping,
  found: readonly IdentityFinding[],
  order: DateOrder,
): Pseudonymiser {
  const hashed = new Set(
    found.filter((finding) => finding.kind === 'identity-bsn').map((finding) => finding.index),
  );
  const apart = new Set(['identity-bsn', 'identity-birth']);
  const dropped = new Set(found.filter(({ kind }) => !apart.has(kind)).map(({ index }) => index));
  const patient = mapping.columns.get('patient')?.index;
  if (patient !== undefined) {
    hashed.add(patient);
    dropped.delete(patient);
  }
  const hasAge = header.some((name) => ['age', 'leeftijd'].includes(name.trim().toLowerCase()));
  const birth = header.findIndex((name) => isBirthHeader(name));
  const steps: Step[] = [];
  const notes: Issue[] = [];
  const note = (code: string, index: number): void => {
    const column = header[index]!;
    notes.push({ code, severity: 'info', column, params: { column } });
  };
  for (const index of header.keys()) {
    const isBirth = isBirthHeader(header[index]!);
    if (dropped.has(index) || (isBirth && (hasAge || index !== birth))) {
      note('identity-dropped', index);
      continue;
    }
    if (hashed.has(index)) note('identity-hashed', index);
    if (isBirth) note('birth-cut-to-age', index);
    steps.push({ index, act: hashed.has(index) ? 'hash' : isBirth ? 'age' : 'keep' });
  }
  const cache = new Map<string, string>();
  const hash = (name: string): string => {
    let known = cache.get(name);
    if (known === undefined) {
      if (cache.size >= CACHE) cache.clear();
      known = pseudonym(key, name);
      cache.set(name, known);
    }
    return known;
  };
  const dates = [mapping.columns.get('date')?.index, mapping.columns.get('start')?.index];
  return {
    header: steps.map((step) => (step.act === 'age' ? 'age' : header[step.index]!)),
    source: steps.map((step) => step.index),
    notes,
    row: (cells) =>
      steps.map(({ index, act }) => {
        const cell = cells[index] ?? '';
        if (act === 'keep') return cell;
        return act === 'hash'
          ? hash(cell)
          : ageText(
              cell,
              dates.map((at) => (at === undefined ? '' : cells[at]!)),
              order,
            );
      }),
  };
}

function ageText(birthCell: string, dateCells: readonly string[], order: DateOrder): string {
  const birth = parseDay(birthCell, order);
  if (birth < FIRST_DAY || birth > LAST_DAY) return '';
  for (const cell of dateCells) {
    const day = parseDay(cell, order);
    if (day >= birth && day <= LAST_DAY) return String(ageAt(birth, day));
  }
  return '';
}
