/**
 * The sums a simulation keeps: expected quantities, and their cross-products over patients
 * (sampling) and within ratings (typing), for all and per group. Rows of one patient are added before
 * they are multiplied, and rows that share one rating are drawn together: leaving out either makes the
 * variance too small. A patient seen in several groups ties them together: what a group's part has to
 * do with the rest of its patients is kept too.
 */

import { Gatherer } from './gatherer.ts';
import { type Grouping, inOneGroup } from './groups.ts';
import { DirectedProducts, PairPattern, PairProducts } from './pair-products.ts';
import type { Participants } from './participants.ts';
import type { CompactRows, GroupSums, Sums } from './prepared.ts';

/**
 * @param coordinates number of coordinates
 * @param drawnCluster per coordinate the cluster whose probability decides it, -1 = not drawn
 */
export function sumsOf(
  rows: CompactRows,
  participants: Participants,
  groupings: readonly Grouping[],
  coordinates: number,
  drawnCluster: Int16Array,
): Sums {
  const byGroup = groupings.map(({ values }) => new Float64Array(values.length * coordinates));
  const quantities = new Float64Array(coordinates);
  const { cell, quantity, probability, rowStart } = rows;
  for (let row = 0; row + 1 < rowStart.length; row++) {
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const expected = probability[at]! * quantity[at]!;
      quantities[cell[at]!]! += expected;
      for (let g = 0; g < groupings.length; g++) {
        byGroup[g]![groupings[g]!.ofPosition[row]! * coordinates + cell[at]!]! += expected;
      }
    }
  }
  const pattern = new PairPattern(coordinates);
  const sums = new SpanSums(rows, groupings, coordinates, pattern);
  const over = sums.read(participants.patientStart);
  const within = drawnCluster.some((cluster) => cluster >= 0)
    ? sums.read(participants.unitStart, drawnCluster)
    : sums.read(new Int32Array(1));
  return {
    quantities,
    byGroup,
    overPatients: over.total,
    typing: within.total,
    groups: groupings.map(({ values }, g) =>
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

interface SpanProducts {
  readonly total: PairProducts;
  /** Per grouping and group: its part of each span, and that part with the rest of the span. */
  readonly own: readonly (readonly PairProducts[])[];
  readonly rest: readonly (readonly DirectedProducts[])[];
}

/** Products within spans of rows: patients or ratings. */
class SpanSums {
  readonly #rows: CompactRows;
  readonly #groupings: readonly Grouping[];
  readonly #pattern: PairPattern;
  readonly #whole: Gatherer;
  readonly #part: Gatherer;
  /** Per coordinate, where clusters are drawn: the cluster that decides it, and its chance in the span at hand. */
  #drawn: Int16Array | undefined;
  readonly #chance: Float64Array;
  /** Pairs of the span at hand. */
  #ids = new Int32Array(256);
  #products = new Float64Array(256);

  constructor(rows: CompactRows, groupings: readonly Grouping[], coordinates: number, pattern: PairPattern) {
    this.#rows = rows;
    this.#groupings = groupings;
    this.#pattern = pattern;
    this.#whole = new Gatherer(coordinates);
    this.#part = new Gatherer(coordinates);
    this.#chance = new Float64Array(coordinates);
  }

  /**
   * @param starts first row of each span, and one more at the end
   * @param drawn per coordinate the cluster whose chance decides it, -1 = not drawn; absent = expected
   *   quantities are multiplied as they are
   */
  read(starts: Int32Array, drawn?: Int16Array): SpanProducts {
    this.#drawn = drawn;
    const each = <T>(make: () => T): T[][] => this.#groupings.map(({ values }) => values.map(make));
    const total = new PairProducts(this.#pattern);
    const own = each(() => new PairProducts(this.#pattern));
    const rest = each(() => new DirectedProducts());
    for (let span = 0; span + 1 < starts.length; span++) {
      const first = starts[span]!;
      const last = starts[span + 1]!;
      this.#whole.clear();
      for (let row = first; row < last; row++) this.#gather(this.#whole, row);
      const pairs = this.#multiply(this.#whole);
      total.addAll(this.#ids, this.#products, pairs);
      for (let g = 0; g < this.#groupings.length; g++) {
        const { ofPosition } = this.#groupings[g]!;
        if (!inOneGroup(ofPosition, first, last)) continue;
        own[g]![ofPosition[first]!]!.addAll(this.#ids, this.#products, pairs);
      }
      if (last - first > 1) this.#readSplit(first, last, own, rest);
    }
    return { total, own, rest };
  }

  /** The groupings of a span whose rows fall in several groups. */
  #readSplit(
    first: number,
    last: number,
    own: readonly (readonly PairProducts[])[],
    rest: readonly (readonly DirectedProducts[])[],
  ): void {
    for (let g = 0; g < this.#groupings.length; g++) {
      const { ofPosition } = this.#groupings[g]!;
      if (inOneGroup(ofPosition, first, last)) continue;
      for (const group of new Set(ofPosition.subarray(first, last))) {
        this.#part.clear();
        for (let row = first; row < last; row++) {
          if (ofPosition[row] === group) this.#gather(this.#part, row);
        }
        const pairs = this.#multiply(this.#part);
        own[g]![group]!.addAll(this.#ids, this.#products, pairs);
        this.#withRest(rest[g]![group]!);
      }
    }
  }

  #gather(into: Gatherer, row: number): void {
    const { rowStart, cell, quantity, probability } = this.#rows;
    const drawn = this.#drawn;
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const id = cell[at]!;
      let value = quantity[at]!;
      if (drawn === undefined) value = probability[at]! * value;
      else if (drawn[id]! < 0) continue;
      else this.#chance[id] = probability[at]!;
      if (value !== 0) into.add(id, value);
    }
  }

  /** Of the product of two coordinates: one cluster is drawn, so those of one cluster come together, of others never. */
  #factor(i: number, j: number, drawn: Int16Array): number {
    const chance = this.#chance;
    return (drawn[i] === drawn[j] ? chance[i]! : 0) - chance[i]! * chance[j]!;
  }

  /** Fills the pairs; returns how many. */
  #multiply({ touched, count, value }: Gatherer): number {
    const drawn = this.#drawn;
    const pairs = (count * (count + 1)) / 2;
    if (pairs > this.#ids.length) {
      this.#ids = new Int32Array(2 * pairs);
      this.#products = new Float64Array(2 * pairs);
    }
    let at = 0;
    for (let a = 0; a < count; a++) {
      const i = touched[a]!;
      for (let b = 0; b <= a; b++) {
        const j = touched[b]!;
        this.#ids[at] = this.#pattern.idOf(i, j);
        this.#products[at++] =
          drawn === undefined ? value[i]! * value[j]! : this.#factor(i, j, drawn) * value[i]! * value[j]!;
      }
    }
    return pairs;
  }

  #withRest(sums: DirectedProducts): void {
    const drawn = this.#drawn;
    const { touched: ownTouched, count: ownCount, value: own } = this.#part;
    const { touched, count, value } = this.#whole;
    for (let a = 0; a < ownCount; a++) {
      const i = ownTouched[a]!;
      for (let b = 0; b < count; b++) {
        const j = touched[b]!;
        const rest = value[j]! - own[j]!;
        const product = drawn === undefined ? own[i]! * rest : this.#factor(i, j, drawn) * own[i]! * rest;
        if (product !== 0) sums.add(i, j, product);
      }
    }
  }
}
