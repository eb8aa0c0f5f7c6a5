/** Products of a file's coordinates as products of the engine's: of all, per group, and of three at a time. */

import type { SumsLine } from '../model/sums.ts';
import { DirectedProducts, PairPattern, PairProducts } from './pair-products.ts';
import type { GroupSums, Sums, ThirdOrder } from './prepared.ts';
import type { SumsGroups } from './sums-groups.ts';

/** A numbered line of the file, and the engine's coordinates that it is part of. */
export interface Located {
  readonly line: SumsLine;
  readonly at: readonly number[];
}

export function productsOf(
  lines: readonly SumsLine[],
  located: ReadonlyMap<number, Located>,
  groups: SumsGroups,
  coordinates: number,
): Sums {
  const pattern = new PairPattern(coordinates);
  const quantities = new Float64Array(coordinates);
  const byGroup = groups.groupings.map(({ values }) => new Float64Array(values.length * coordinates));
  for (const { line, at } of located.values()) {
    for (const id of at) {
      quantities[id]! += line.value;
      for (const g of groups.groupings.keys()) {
        byGroup[g]![groups.of(g, line) * coordinates + id]! += line.value;
      }
    }
  }
  const over = new SpanReader(pattern, groups);
  const within = new SpanReader(pattern, groups);
  for (const line of lines) {
    const reader = line.kind === 'pair' ? over : line.kind === 'typing' ? within : undefined;
    if (reader === undefined) continue;
    const [a, b] = [located.get(line.a), located.get(line.b)];
    if (a !== undefined && b !== undefined) reader.add(a, b, line.value);
  }
  return {
    quantities,
    byGroup,
    overPatients: over.total,
    typing: within.total,
    groups: groups.groupings.map(({ values }, g) =>
      values.map(
        (_, group): GroupSums => ({
          patients: over.own[g]![group]!,
          patientsWithRest: over.rest[g]![group]!,
          typing: within.own[g]![group]!,
          typingWithRest: within.rest[g]![group]!,
        }),
      ),
    ),
  };
}

class SpanReader {
  readonly total: PairProducts;
  readonly own: readonly (readonly PairProducts[])[];
  readonly rest: readonly (readonly DirectedProducts[])[];
  readonly #pattern: PairPattern;
  readonly #groups: SumsGroups;

  constructor(pattern: PairPattern, groups: SumsGroups) {
    const each = <T>(make: () => T): T[][] => groups.groupings.map(({ values }) => values.map(make));
    this.#pattern = pattern;
    this.#groups = groups;
    this.total = new PairProducts(pattern);
    this.own = each(() => new PairProducts(pattern));
    this.rest = each(() => new DirectedProducts());
  }

  /** One unordered pair of lines; it may be a line with itself. */
  add(a: Located, b: Located, value: number): void {
    this.#symmetric(this.total, a, b, value);
    for (const g of this.#groups.groupings.keys()) {
      const [first, second] = [this.#groups.of(g, a.line), this.#groups.of(g, b.line)];
      if (first === second) {
        this.#symmetric(this.own[g]![first]!, a, b, value);
        continue;
      }
      for (const i of a.at) {
        for (const j of b.at) {
          this.rest[g]![first]!.add(i, j, value);
          this.rest[g]![second]!.add(j, i, value);
        }
      }
    }
  }

  #symmetric(sums: PairProducts, a: Located, b: Located, value: number): void {
    const same = a === b;
    for (const [x, i] of a.at.entries()) {
      for (const [y, j] of b.at.entries()) {
        // A line with itself: each two of its coordinates once.
        if (same && y > x) continue;
        const twice = !same && i === j;
        sums.add(this.#pattern.idOf(i, j), twice ? 2 * value : value);
      }
    }
  }
}

/** Sums over patients of a priced total, cubed: of all, and of what each group has of a patient. */
export function thirdOrderOf(
  lines: readonly SumsLine[],
  located: ReadonlyMap<number, Located>,
  groups: SumsGroups,
): ThirdOrder {
  const triples = lines.filter(({ kind }) => kind === 'triple');
  return {
    cubes: (prices) => {
      const priceOf = new Map<number, number>();
      for (const [number, { at }] of located) {
        priceOf.set(
          number,
          at.reduce((sum, id) => sum + prices[id]!, 0),
        );
      }
      let total = 0;
      const perGroup = groups.groupings.map(({ values }) => new Float64Array(values.length));
      for (const { a, b, c, value } of triples) {
        const [x, y, w] = [located.get(a), located.get(b), located.get(c)];
        if (x === undefined || y === undefined || w === undefined) continue;
        // In how many orders three coordinates stand: one, three or six.
        const orders = a === b && b === c ? 1 : a === b || b === c ? 3 : 6;
        const cube = orders * value * priceOf.get(a)! * priceOf.get(b)! * priceOf.get(c)!;
        total += cube;
        for (const g of groups.groupings.keys()) {
          const group = groups.of(g, x.line);
          if (groups.of(g, y.line) === group && groups.of(g, w.line) === group) perGroup[g]![group]! += cube;
        }
      }
      return { total, perGroup };
    },
  };
}
