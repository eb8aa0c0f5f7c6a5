/** Which levels must go into `other`, and where merging cannot help. */

import type { GateReason } from '../model/disclosure.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import { type Cell, type CellPart, rowsByLevel } from './cells.ts';
import type { GateCategory, GateInput, GateNumbers, GateTable } from './gate-input.ts';
import type { CountedCell, Place } from './look.ts';
import { patientsIn } from './patients.ts';
import { FEWEST_IN_CELL, LARGEST_TOP_TWO, OTHER_LEVEL } from './rules.ts';

export interface LevelToMerge {
  /** Index in the categories of the input. */
  readonly category: number;
  readonly codes: ReadonlySet<number>;
  readonly reason: GateReason;
}

export interface CannotMerge {
  readonly column: string;
  readonly reason: GateReason;
}

/** A merge to make, a table that no merge can save, or nothing. */
export type LevelFinding = { readonly merge: LevelToMerge } | { readonly cannot: CannotMerge } | undefined;

interface Violation {
  readonly cell: Cell;
  readonly reason: GateReason;
}

/**
 * The next level to merge in one table: one that holds too few patients, whose values are all alike or hang
 * on two patients, or the smaller side of a combination that is too small. Columns of two values count as
 * categories too, since sums of 0 and 1 are counts; they cannot be merged.
 * @param fromEnds whether sums of distances from the ends of a column are judged as well
 */
export function nextMerge(input: GateInput, table: GateTable, fromEnds: boolean): LevelFinding {
  const place = { input, table };
  const columns = [...input.numbers, ...table.responses];
  const own = input.categories.length;
  const levels = input.categories.map((category) => rowsByLevel(category, table.rows));
  for (const [at, { size }] of levels.entries()) {
    if (size < 2) return { cannot: { column: input.categories[at]!.column, reason: 'one-level' } };
  }
  const binary = columns.filter((column) => input.look.distinct(place, column, 3) === 2);
  const violations = input.look.cells(place, binary).flatMap((cell): Violation[] => {
    const reason = faultOf(cell, place, columns, { binary, own, fromEnds });
    return reason === undefined ? [] : [{ cell, reason }];
  });
  let best: (LevelToMerge & { readonly patients: number; readonly collapses: boolean }) | undefined;
  for (const { cell, reason } of violations) {
    for (const { category, code } of cell.parts) {
      if (category >= own) continue;
      const patients = patientsIn(input.patients, levels[category]!.get(code)!);
      const collapses = levels[category]!.size <= 2;
      if (best !== undefined && (collapses || !best.collapses)) {
        if (collapses !== best.collapses || patients > best.patients) continue;
        // Of levels of one size the first by column and code point, so that the order of the rows says nothing.
        if (patients === best.patients && !comesFirst(input, { category, code }, best)) continue;
      }
      best = { category, codes: new Set([code]), reason, patients, collapses };
    }
  }
  if (best === undefined) {
    const stuck = violations[0];
    if (stuck === undefined) return undefined;
    const { column } = binary[stuck.cell.parts[0]!.category - own]!;
    return { cannot: { column, reason: stuck.reason === 'small-cell' ? 'few-values' : stuck.reason } };
  }
  const category = input.categories[best.category]!;
  if (best.collapses) return { cannot: { column: category.column, reason: best.reason } };
  return { merge: { ...best, codes: withCompany(best, category, levels[best.category]!, input.patients) } };
}

function comesFirst(
  { categories }: GateInput,
  { category, code }: CellPart,
  best: Pick<LevelToMerge, 'category' | 'codes'>,
): boolean {
  const { words } = categories[category]!;
  const [known] = best.codes;
  return category !== best.category
    ? category < best.category
    : compareCodePoints(words[code]!, words[known!]!) < 0;
}

/** `other` that is itself too small takes the smallest level along. */
function withCompany(
  { codes }: LevelToMerge,
  { words }: GateCategory,
  levels: ReadonlyMap<number, readonly number[]>,
  patients: Int32Array,
): ReadonlySet<number> {
  const [code] = codes;
  if (words[code!] !== OTHER_LEVEL) return codes;
  const rest = [...levels]
    .filter(([level]) => level !== code)
    .map(([level, rows]) => ({ level, n: patientsIn(patients, rows) }))
    .sort((a, b) => a.n - b.n || compareCodePoints(words[a.level]!, words[b.level]!));
  return new Set([rest[0]!.level]);
}

function faultOf(
  cell: CountedCell,
  { input, table }: Place,
  columns: readonly GateNumbers[],
  { binary, own, fromEnds }: { binary: readonly GateNumbers[]; own: number; fromEnds: boolean },
): GateReason | undefined {
  const { parts, patients } = cell;
  if (parts.length === 0) return undefined;
  const itself = parts.length === 1 ? binary[parts[0]!.category - own] : undefined;
  // How many patients have one value of a column of numbers is judged with the column as a whole.
  if (itself === undefined && patients < FEWEST_IN_CELL) return 'small-cell';
  if (parts.length > 1) return undefined;
  const { look } = input;
  const place = { input, table, cell };
  // The ends of a scale are known: where all but one patient are at an end, the sum tells that one's value.
  const amounts = fromEnds ? (['size', 'above-low', 'below-high'] as const) : (['size'] as const);
  for (const column of columns) {
    if (column === itself) continue;
    if (look.distinct(place, column, 2) < 2) return 'uniform-level';
    if (!binary.includes(column) && look.fewOffEnd(place, column)) return 'dominated-level';
    if (amounts.some((amount) => look.topTwo(place, column, amount) > LARGEST_TOP_TWO))
      return 'dominated-level';
  }
  return undefined;
}
