/** What can be worked out by taking releases from each other. */

import { FEWEST_IN_CELL } from '../rules.ts';
import type { ReleaseTable } from './release.ts';
import { hasNearGroup } from './same-group.ts';

type Line = ReleaseTable['lines'][number];
type Cells = ReadonlyMap<string, readonly Line[]>;

/**
 * Whether some group of patients that are in the same tables, and in no others, holds 1-9 of them: then a
 * difference of published sums is a sum over that few. Pairs of releases are not enough (61, 61 and 120 leave
 * one patient alone), so groups are made over all tables together, within every cell that the new tables give.
 * A changed value is another patient. What releases name differently is seen to in `same-group.ts`.
 */
export function hasSmallPattern(earlier: readonly ReleaseTable[], fresh: readonly ReleaseTable[]): boolean {
  for (const kind of ['sums', 'counts'] as const) {
    const tables = [...fresh, ...earlier].filter((table) => table.kind === kind);
    const common = commonLevels(tables);
    const cells = tables.map((table) => cellsOfTable(table, common));
    const names = new Set(
      fresh.flatMap((table) => (table.kind === kind ? [...cells[tables.indexOf(table)]!.keys()] : [])),
    );
    for (const name of names) if (smallIn(name, tables, cells)) return true;
  }
  const ofSums = ({ kind }: ReleaseTable) => kind === 'sums';
  return hasNearGroup(earlier.filter(ofSums), fresh.filter(ofSums));
}

function smallIn(name: string, tables: readonly ReleaseTable[], cells: readonly Cells[]): boolean {
  // A table without the cell says nothing of it: it may have merged that level.
  const having = [...tables.keys()].filter((at) => cells[at]!.has(name));
  const quantities = name.includes(PAIR) ? [] : having.flatMap((at) => tables[at]!.quantities);
  for (const quantity of new Set<string | undefined>([undefined, ...quantities])) {
    const patterns = new Map<string, { readonly patient: string; in: string }>();
    for (const at of having) {
      const place = quantity === undefined ? -1 : tables[at]!.quantities.indexOf(quantity);
      if (place < 0 && quantity !== undefined) continue;
      for (const [patient, turn, , values] of cells[at]!.get(name)!) {
        const line = `${patient} ${turn} ${values[place] ?? ''}`;
        const found = patterns.get(line);
        if (found === undefined) patterns.set(line, { patient, in: `${at}` });
        else found.in += `,${at}`;
      }
    }
    const groups = new Map<string, Set<string>>();
    for (const { patient, in: pattern } of patterns.values()) {
      const group = groups.get(pattern);
      if (group === undefined) groups.set(pattern, new Set([patient]));
      else group.add(patient);
    }
    for (const { size } of groups.values()) if (size < FEWEST_IN_CELL) return true;
  }
  return false;
}

/** Between the two names of a combination; no name holds it. */
const PAIR = '\u0001';

/** Levels that every table with the column has: what one release merged another may have given apart. */
function commonLevels(tables: readonly ReleaseTable[]): Map<string, Set<string>> {
  const common = new Map<string, Set<string>>();
  for (const { categories, lines } of tables) {
    categories.forEach(({ column, words }, at) => {
      const own = new Set(lines.map(([, , codes]) => words[codes[at]!] ?? ''));
      const earlier = common.get(column);
      common.set(column, earlier === undefined ? own : new Set([...earlier].filter((word) => own.has(word))));
    });
  }
  return common;
}

/**
 * Everybody, every level, for sums every combination of two levels, and per column all levels together that
 * not every table gives apart.
 */
function cellsOfTable(table: ReleaseTable, common: ReadonlyMap<string, ReadonlySet<string>>): Cells {
  const cells = new Map<string, Line[]>();
  for (const line of table.lines) {
    const levels = line[2].map((code, at) => {
      const { column, words } = table.categories[at]!;
      return JSON.stringify([column, words[code] ?? '']);
    });
    const names = ['', ...levels];
    line[2].forEach((code, at) => {
      const { column, words } = table.categories[at]!;
      if (!common.get(column)!.has(words[code] ?? '')) names.push(JSON.stringify([column]));
    });
    if (table.kind === 'sums') {
      levels.forEach((left, at) => {
        for (const right of levels.slice(at + 1)) names.push([left, right].sort().join(PAIR));
      });
    }
    for (const name of names) {
      const cell = cells.get(name);
      if (cell === undefined) cells.set(name, [line]);
      else cell.push(line);
    }
  }
  return cells;
}
