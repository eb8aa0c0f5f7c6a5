/**
 * What can be worked out between releases that name one group differently: a level that was once released by
 * itself, a level or a column that got another name. Names say nothing here, only who is in a group.
 */

import { FEWEST_IN_CELL } from '../rules.ts';
import type { ReleaseTable } from './release.ts';

type Line = ReleaseTable['lines'][number];

/** Everybody in a table, or everybody in one of its levels. */
interface Group {
  readonly table: ReleaseTable;
  readonly isFresh: boolean;
  /** Column and level; '' = everybody. */
  readonly name: string;
  readonly lines: readonly Line[];
  /** Patient and turn. */
  readonly members: ReadonlySet<string>;
}

/**
 * Whether a new group and an earlier one of another name differ by 1-9 patients, or a level less the tables
 * that lie wholly within it leaves 1-9. A changed value is another patient.
 */
export function hasNearGroup(earlier: readonly ReleaseTable[], fresh: readonly ReleaseTable[]): boolean {
  const old = earlier.flatMap((table) => groupsOf(table, false));
  const made = fresh.flatMap((table) => groupsOf(table, true));
  if (made.some((a) => old.some((b) => a.name !== b.name && differInFew(a, b)))) return true;
  const all = [...made, ...old];
  return all.some((level) => {
    if (level.name === '') return false;
    const parts = all.filter(({ name, members }) => name === '' && isWithin(members, level.members));
    return parts.length > 0 && [level, ...parts].some(({ isFresh }) => isFresh) && leavesFew(level, parts);
  });
}

function groupsOf(table: ReleaseTable, isFresh: boolean): Group[] {
  const byName = new Map<string, Line[]>([['', [...table.lines]]]);
  for (const line of table.lines) {
    line[2].forEach((code, at) => {
      const { column, words } = table.categories[at]!;
      const name = JSON.stringify([column, words[code] ?? '']);
      const own = byName.get(name);
      if (own === undefined) byName.set(name, [line]);
      else own.push(line);
    });
  }
  return [...byName].map(([name, lines]) => {
    const members = new Set(lines.map(([patient, turn]) => `${patient} ${turn}`));
    return { table, isFresh, name, lines, members };
  });
}

function isWithin(members: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  if (members.size > all.size) return false;
  for (const member of members) if (!all.has(member)) return false;
  return true;
}

function differInFew(a: Group, b: Group): boolean {
  if (isFarFrom(a, b) || isFarFrom(b, a)) return false;
  return quantitiesIn([a, b]).some((quantity) => {
    const [left, right] = [keysOf(a, quantity), keysOf(b, quantity)];
    const different = new Set<string>();
    for (const [key, patient] of left) if (!right.has(key)) different.add(patient);
    for (const [key, patient] of right) if (!left.has(key)) different.add(patient);
    return different.size > 0 && different.size < FEWEST_IN_CELL;
  });
}

/** Whether 10 patients or more of the one are not in the other: most pairs are, and soon seen to be. */
function isFarFrom({ lines }: Group, { members }: Group): boolean {
  const outside = new Set<string>();
  for (const [patient, turn] of lines) {
    if (members.has(`${patient} ${turn}`)) continue;
    outside.add(patient);
    if (outside.size >= FEWEST_IN_CELL) return true;
  }
  return false;
}

/** Patients that are in the same parts of the level, and in no others. */
function leavesFew(level: Group, parts: readonly Group[]): boolean {
  const groups = [level, ...parts];
  return quantitiesIn(groups).some((quantity) => {
    const found = new Map<string, { readonly patient: string; in: string }>();
    for (const [at, group] of groups.entries()) {
      if (quantity !== undefined && !group.table.quantities.includes(quantity)) continue;
      for (const [key, patient] of keysOf(group, quantity)) {
        found.set(key, { patient, in: `${found.get(key)?.in ?? ''} ${at}` });
      }
    }
    const patterns = new Map<string, Set<string>>();
    for (const { patient, in: pattern } of found.values()) {
      const own = patterns.get(pattern);
      if (own === undefined) patterns.set(pattern, new Set([patient]));
      else own.add(patient);
    }
    return [...patterns.values()].some(({ size }) => size < FEWEST_IN_CELL);
  });
}

/** Who is there, whatever the values; then each quantity that two of the groups have. */
function quantitiesIn(groups: readonly Group[]): (string | undefined)[] {
  const names = groups.flatMap(({ table }) => table.quantities);
  return [undefined, ...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** Patient, turn and value, to the patient. */
function keysOf({ table, lines }: Group, quantity: string | undefined): Map<string, string> {
  const at = quantity === undefined ? -1 : table.quantities.indexOf(quantity);
  return new Map(
    lines.map(([patient, turn, , values]) => [`${patient} ${turn} ${values[at] ?? ''}`, patient]),
  );
}
