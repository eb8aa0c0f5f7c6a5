/**
 * The improvement log that each member keeps: CSV or JSON of date, finding, action, follow-up. Free text travels to
 * a payer, so that text naming a person is refused.
 */

import { refuse } from '../issue/refusal.ts';
import type { ImprovementEntry } from '../model/evidence.ts';
import { isoFromDay } from '../table/day.ts';
import { IdentityGuard } from './identity-guard.ts';
import { FIRST_DAY, LAST_DAY, NOT_A_DAY, OTHER_ORDER, parseDay } from './parse-day.ts';
import { parseRuleTable } from './rule-tables.ts';

const COLUMNS = {
  member: ['member', 'instelling'],
  date: ['date', 'datum'],
  finding: ['finding', 'bevinding'],
  action: ['action', 'actie'],
  followUpDate: ['followupdate', 'follow_up_date', 'vervolgdatum', 'datum_vervolg'],
  followUp: ['followup', 'follow_up', 'vervolg'],
} as const;
type Key = keyof typeof COLUMNS;
const KEYS = Object.keys(COLUMNS) as Key[];
const NEEDED: readonly Key[] = ['date', 'finding', 'action'];

/**
 * @param name base name, for the sentence
 * @param member of the whole log, where it has no column for it
 * @throws Refusal `log-not-json`, `log-column`, `log-blank`, `log-date`, `log-order` (a follow-up before its finding, or
 * a date of one without text), `log-identity`, `log-member`, those of `parseRuleTable`
 */
export function parseImprovementLog(text: string, name: string, member?: string): ImprovementEntry[] {
  const rows = /^\uFEFF?\s*[[{]/.test(text) ? rowsOfJson(text, name) : rowsOfCsv(text, name);
  const guard = new IdentityGuard(KEYS);
  const entries = rows.map((row, at) => entryOf(row, at + 1, name, member, guard));
  const named = guard.findings(true)[0];
  if (named !== undefined) throw refuse('log-identity', { name, column: named.header });
  return entries;
}

type Row = Partial<Record<Key, string>>;

function rowsOfCsv(text: string, name: string): Row[] {
  const { header, rows } = parseRuleTable(name, text);
  const places = placesOf(header, name);
  return rows.map((row) =>
    Object.fromEntries(KEYS.flatMap((key) => (places[key] < 0 ? [] : [[key, row[places[key]]!.trim()]]))),
  );
}

function placesOf(header: readonly string[], name: string): Record<Key, number> {
  const titles = header.map((title) => title.trim().toLowerCase().replace(/[\s-]/g, '_'));
  const places = Object.fromEntries(
    KEYS.map((key) => [
      key,
      titles.findIndex((title) =>
        COLUMNS[key].some((known) => known === title || known === title.replace(/_/g, '')),
      ),
    ]),
  ) as Record<Key, number>;
  const missing = NEEDED.find((key) => places[key] < 0);
  if (missing !== undefined) throw refuse('log-column', { name, column: missing });
  return places;
}

function rowsOfJson(text: string, name: string): Row[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('log-not-json', { name });
  }
  if (!Array.isArray(parsed)) throw refuse('log-not-json', { name });
  return parsed.map((item: unknown) => {
    if (item === null || typeof item !== 'object') throw refuse('log-not-json', { name });
    const entries = Object.entries(item);
    const unknown = entries.find(([key, value]) => !KEYS.includes(key as Key) || typeof value !== 'string');
    if (unknown !== undefined) throw refuse('log-column', { name, column: unknown[0] });
    return Object.fromEntries(entries.map(([key, value]) => [key, String(value).trim()]));
  });
}

function entryOf(
  row: Row,
  at: number,
  name: string,
  member: string | undefined,
  guard: IdentityGuard,
): ImprovementEntry {
  const blank = NEEDED.find((key) => (row[key] ?? '') === '');
  if (blank !== undefined) throw refuse('log-blank', { name, row: at, column: blank });
  const who = row.member || member;
  if (who === undefined) throw refuse('log-member', { name, row: at });
  guard.watch(KEYS.map((key) => (key === 'member' ? '' : (row[key] ?? ''))));
  const date = dayOf(row.date!, at, name, 'date');
  const followUp = row.followUp ?? '';
  const followUpDate =
    (row.followUpDate ?? '') === '' ? undefined : dayOf(row.followUpDate!, at, name, 'followUpDate');
  if (followUpDate !== undefined && (followUpDate < date || followUp === '')) {
    throw refuse('log-order', { name, row: at });
  }
  return {
    member: who,
    date: isoFromDay(date),
    finding: row.finding!,
    action: row.action!,
    ...(followUpDate === undefined ? {} : { followUpDate: isoFromDay(followUpDate) }),
    ...(followUp === '' ? {} : { followUp }),
  };
}

function dayOf(text: string, row: number, name: string, column: string): number {
  const day = parseDay(text, 'dmy');
  if (day === NOT_A_DAY || day === OTHER_ORDER || day < FIRST_DAY || day > LAST_DAY) {
    throw refuse('log-date', { name, row, column });
  }
  return day;
}
