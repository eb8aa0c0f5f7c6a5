/** Members' rows to their sums for one model. */

import type { DesignColumn, MemberSums } from '../model/benchmark.ts';
import { RunningProducts } from '../stats/running-products.ts';
import { compareCodePoints } from '../table/compare-code-points.ts';
import type { DesignCovariate } from './design.ts';

/** The rows of one member in one model, at least one, all values filled. */
export interface RowsOfMember {
  readonly member: string;
  readonly rows: readonly number[];
}

/**
 * Per member, means and centred cross-products over its rows of (design columns, responses).
 * Categories bring every level that the member has, with no reference dropped.
 * The table is read once, from its first row to its last: picking the rows of one member after the other reads memory
 * in leaps, which takes six times as long. What a member gets depends on its own rows alone, to the last bit.
 * @param members no row stands with two of them
 */
export function memberSums(
  members: readonly RowsOfMember[],
  design: readonly DesignCovariate[],
  responses: readonly Float64Array[],
): MemberSums[] {
  const numbers = [...design.flatMap((each) => (each.kind === 'number' ? [each.values] : [])), ...responses];
  const codes = design.flatMap((each) => (each.kind === 'category' ? [each.codes] : []));
  const layouts = members.map(({ rows }) => layoutOf(rows, design, responses.length));
  const running = members.map(({ rows }, i) => {
    const levels = layouts[i]!.order.length - numbers.length;
    return new RunningProducts([
      ...numbers.map((values) => values[rows[0]!]!),
      ...new Array<number>(levels).fill(0),
    ]);
  });

  const owners = ownersOf(members, responses[0]!.length);
  for (let row = 0; row < owners.length; row++) {
    const owner = owners[row]!;
    if (owner < 0) continue;
    const own = running[owner]!;
    const { panel, next } = own;
    for (let j = 0; j < numbers.length; j++) panel[next + j] = numbers[j]![row]!;
    for (let c = 0; c < codes.length; c++) panel[next + layouts[owner]!.places[c]!.get(codes[c]![row]!)!] = 1;
    own.added();
  }
  return members.map(({ member }, i) => {
    const { columns, order } = layouts[i]!;
    const { n, means, cross } = running[i]!.result();
    return {
      member,
      n,
      columns,
      means: means.map((_, j) => means[order[j]!]!),
      cross: cross.map((_, at) => {
        const width = order.length;
        return cross[order[Math.floor(at / width)]! * width + order[at % width]!]!;
      }),
    };
  });
}

/** A member's row: numbers of the design, responses, then levels. */
interface Layout {
  readonly columns: readonly DesignColumn[];
  /** Where each column, and then each response, stands in the row. */
  readonly order: readonly number[];
  /** Per category, where the level of a code stands. */
  readonly places: readonly ReadonlyMap<number, number>[];
}

function layoutOf(rows: readonly number[], design: readonly DesignCovariate[], responses: number): Layout {
  const columns: DesignColumn[] = [];
  const order: number[] = [];
  const places: Map<number, number>[] = [];
  const numbers = design.filter(({ kind }) => kind === 'number').length;
  let number = 0;
  let level = numbers + responses;
  for (const covariate of design) {
    if (covariate.kind === 'number') {
      columns.push({ column: covariate.column });
      order.push(number++);
      continue;
    }
    const { column, codes, words } = covariate;
    const used = new Set<number>();
    for (const row of rows) used.add(codes[row]!);
    const sorted = [...used].sort((a, b) => compareCodePoints(words[a]!, words[b]!));
    const own = new Map<number, number>();
    for (const code of sorted) {
      columns.push({ column, level: words[code]! });
      own.set(code, level);
      order.push(level++);
    }
    places.push(own);
  }
  for (let response = 0; response < responses; response++) order.push(numbers + response);
  return { columns, order, places };
}

/** Per row of the table, which member it is of; -1 = of none. */
function ownersOf(members: readonly RowsOfMember[], length: number): Int32Array {
  const owners = new Int32Array(length).fill(-1);
  for (const [i, { rows }] of members.entries()) for (const row of rows) owners[row] = i;
  return owners;
}
