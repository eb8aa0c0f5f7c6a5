/** Random episodes of one member with every edge in them, as rows of the library and as a table of an engine. */

import type { CaseTable } from '../../src/model/case-table.ts';
import { dayFromIso } from '../../src/table/day.ts';
import { caseTable, days, numbers, text } from '../support/case-table.ts';
import { randomFrom } from '../support/random.ts';

export interface MemberCase {
  readonly patient: string;
  readonly episode: string;
  readonly instrument?: string;
  readonly pre?: number;
  readonly post?: number;
  readonly start?: string;
  readonly end?: string;
  readonly pre_date?: string;
  readonly post_date?: string;
  readonly minutes?: number;
  readonly bed_days?: number;
  readonly cost?: number;
  readonly rom_status?: string;
  readonly age?: number;
  readonly sex?: number;
  readonly setting?: string;
  readonly diagnosis?: string;
}

const DAY = 86_400_000;
const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n * DAY).toISOString().slice(0, 10);

/** @param small patients in each of three levels that are too small to leave */
export function memberCases(n: number, seed: number, small: number): MemberCase[] {
  const random = randomFrom(seed);
  const chance = (share: number): boolean => random() < share;
  const whole = (below: number): number => Math.floor(random() * below);
  const cases = Array.from({ length: n }, (_, i): MemberCase => {
    // Some patients have two episodes; their names hold what JSON escapes.
    const patient = i % 17 === 0 && i > 0 ? `p"${i - 1}\\é` : `p"${i}\\é`;
    const start = whole(300);
    const length = chance(0.05) ? 0 : 20 + whole(300);
    const pre = 15 + whole(21) + (chance(0.3) ? 0.5 : 0);
    const measured = { pre: chance(0.9), post: chance(0.8), ended: chance(0.85) };
    const other = chance(0.07);
    const rare = i < 3 * small ? `rare ${i % 3}` : undefined;
    const diagnosis =
      rare ?? (chance(0.03) ? undefined : ['stemming', "angst'", 'Psychose', 'ßucht'][whole(4)]!);
    return {
      patient,
      episode: `e${i}`,
      ...(chance(0.9) ? { instrument: other ? 'BSI' : 'OQ-45' } : {}),
      ...(measured.pre ? { pre } : {}),
      ...(measured.pre && measured.post
        ? { post: Math.max(15, Math.round(2 * (pre - 6 + whole(12))) / 2) }
        : {}),
      ...(chance(0.99) ? { start: day(start) } : {}),
      ...(measured.ended ? { end: day(start + length) } : {}),
      ...(chance(0.97) ? { pre_date: day(start + whole(16)) } : {}),
      ...(chance(0.97) ? { post_date: day(start + length - whole(34)) } : {}),
      minutes: chance(0.1) ? 0 : whole(4000),
      bed_days: chance(0.8) ? 0 : whole(60),
      cost: 500 + whole(900_000) / 100,
      ...(chance(0.02) ? { rom_status: ['Non-responder', 'onbekend', 'drop out'][whole(3)]! } : {}),
      ...(chance(0.97) ? { age: 18 + whole(60) + (chance(0.2) ? 0.25 : 0) } : {}),
      sex: whole(2),
      setting: ['ambulant', ' kliniek', 'dag', 'fact'][Math.min(3, whole(5))]!,
      ...(diagnosis === undefined ? {} : { diagnosis }),
    };
  });
  // A file's order of episodes; a table has none, and the query takes this one.
  const place = ({ start = '9', end = '9', episode }: MemberCase): string => `${start} ${end} ${episode}`;
  return cases.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

const TEXTS = ['patient', 'episode', 'instrument', 'rom_status', 'setting', 'diagnosis'] as const;
const NUMBERS = ['pre', 'post', 'minutes', 'bed_days', 'cost', 'age', 'sex'] as const;
const DAYS = ['start', 'end', 'pre_date', 'post_date'] as const;

export function memberTable(cases: readonly MemberCase[]): CaseTable {
  return caseTable({
    ...Object.fromEntries(TEXTS.map((name) => [name, text(cases.map((one) => one[name]?.trim() ?? ''))])),
    ...Object.fromEntries(NUMBERS.map((name) => [name, numbers(cases.map((one) => one[name]))])),
    ...Object.fromEntries(
      DAYS.map((name) => [
        name,
        days(cases.map((one) => (one[name] === undefined ? undefined : dayFromIso(one[name])))),
      ]),
    ),
  });
}

/** Makes and fills the table `cases`, in an order of its own. */
export function memberStatements(cases: readonly MemberCase[]): string[] {
  const columns = [
    ...TEXTS.map((name) => `${name} varchar`),
    ...NUMBERS.map((name) => `${name} ${name === 'sex' ? 'smallint' : 'double precision'}`),
    ...DAYS.map((name) => `"${name}" date`),
  ];
  const cell = (value: string | number | undefined): string =>
    value === undefined
      ? 'null'
      : typeof value === 'number'
        ? String(value)
        : `'${value.replaceAll("'", "''")}'`;
  const rows = [...cases]
    .reverse()
    .map((one) => `(${[...TEXTS, ...NUMBERS, ...DAYS].map((name) => cell(one[name])).join(',')})`);
  return [`create table cases (${columns.join(', ')})`, `insert into cases values ${rows.join(',')}`];
}

/** What an engine would write of a result. */
export function csv(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const header = Object.keys(rows[0]!);
  const cell = (value: unknown): string => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
  return [header, ...rows.map((row) => header.map((name) => row[name]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n');
}
