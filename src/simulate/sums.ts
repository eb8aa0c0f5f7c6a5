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
  const over = sums.read(
    participants.patientStart,
    (at) => probability[at]! * quantity[at]!,
    () => 1,
  );
  const chance = new Float64Array(coordinates);
  const within = drawnCluster.some((cluster) => cluster >= 0)
    ? sums.read(
        participants.unitStart,
        (at) => {
          const id = cell[at]!;
          if (drawnCluster[id]! < 0) return 0;
          chance[id] = probability[at]!;
          return quantity[at]!;
        },
        // One cluster is drawn: quantities of the same cluster come together, of others never.
        (i, j) => (drawnCluster[i] === drawnCluster[j] ? chance[i]! : 0) - chance[i]! * chance[j]!,
      )
    : sums.read(
        new Int32Array(1),
        () => 0,
        () => 0,
      );
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
  /** Pairs of the span at hand. */
  #ids = new Int32Array(256);
  #products = new Float64Array(256);

  constructor(rows: CompactRows, groupings: readonly Grouping[], coordinates: number, pattern: PairPattern) {
    this.#rows = rows;
    this.#groupings = groupings;
    this.#pattern = pattern;
    this.#whole = new Gatherer(coordinates);
    this.#part = new Gatherer(coordinates);
  }

  /**
   * @param starts first row of each span, and one more at the end
   * @param amount quantity of an entry; 0 = not counted
   * @param factor of the product of two coordinates in the span at hand
   */
  read(
    starts: Int32Array,
    amount: (at: number) => number,
    factor: (i: number, j: number) => number,
  ): SpanProducts {
    const each = <T>(make: () => T): T[][] => this.#groupings.map(({ values }) => values.map(make));
    const total = new PairProducts(this.#pattern);
    const own = each(() => new PairProducts(this.#pattern));
    const rest = each(() => new DirectedProducts());
    for (let span = 0; span + 1 < starts.length; span++) {
      const first = starts[span]!;
      const last = starts[span + 1]!;
      this.#whole.clear();
      for (let row = first; row < last; row++) this.#gather(this.#whole, row, amount);
      const pairs = this.#multiply(this.#whole, factor);
      this.#addTo(total, pairs);
      for (let g = 0; g < this.#groupings.length; g++) {
        const { ofPosition } = this.#groupings[g]!;
        if (inOneGroup(ofPosition, first, last)) this.#addTo(own[g]![ofPosition[first]!]!, pairs);
      }
      if (last - first > 1) this.#readSplit(first, last, amount, factor, own, rest);
    }
    return { total, own, rest };
  }

  /** The groupings of a span whose rows fall in several groups. */
  #readSplit(
    first: number,
    last: number,
    amount: (at: number) => number,
    factor: (i: number, j: number) => number,
    own: readonly (readonly PairProducts[])[],
    rest: readonly (readonly DirectedProducts[])[],
  ): void {
    for (let g = 0; g < this.#groupings.length; g++) {
      const { ofPosition } = this.#groupings[g]!;
      if (inOneGroup(ofPosition, first, last)) continue;
      for (const group of new Set(ofPosition.subarray(first, last))) {
        this.#part.clear();
        for (let row = first; row < last; row++) {
          if (ofPosition[row] === group) this.#gather(this.#part, row, amount);
        }
        this.#addTo(own[g]![group]!, this.#multiply(this.#part, factor));
        this.#withRest(rest[g]![group]!, factor);
      }
    }
  }

  #gather(into: Gatherer, row: number, amount: (at: number) => number): void {
    const { rowStart, cell } = this.#rows;
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const value = amount(at);
      if (value !== 0) into.add(cell[at]!, value);
    }
  }

  /** Fills the pairs; returns how many. */
  #multiply({ touched, count, value }: Gatherer, factor: (i: number, j: number) => number): number {
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
        this.#products[at++] = factor(i, j) * value[i]! * value[j]!;
      }
    }
    return pairs;
  }

  #addTo(sums: PairProducts, pairs: number): void {
    for (let at = 0; at < pairs; at++) sums.add(this.#ids[at]!, this.#products[at]!);
  }

  #withRest(sums: DirectedProducts, factor: (i: number, j: number) => number): void {
    const { touched: ownTouched, count: ownCount, value: own } = this.#part;
    const { touched, count, value } = this.#whole;
    for (let a = 0; a < ownCount; a++) {
      const i = ownTouched[a]!;
      for (let b = 0; b < count; b++) {
        const j = touched[b]!;
        const product = factor(i, j) * own[i]! * (value[j]! - own[j]!);
        if (product !== 0) sums.add(i, j, product);
      }
    }
  }
}
