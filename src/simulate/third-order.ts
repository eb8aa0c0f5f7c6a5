/**
 * Third-order sums of a large data set: over patients, products of three coordinates, for all and per
 * group. With them the skewness of any price vector follows without a row. They are made where a pass
 * over the rows would hold up a changed price, and not where a patient has so many coordinates that
 * their products cost more than the passes they save.
 */

import { Gatherer } from './gatherer.ts';
import { type Grouping, inOneGroup } from './groups.ts';
import type { Participants } from './participants.ts';
import type { CompactRows, ThirdOrder } from './prepared.ts';

/** With fewer a pass over rows takes a millisecond or two. */
const FROM_PATIENTS = 20_000;
/** Triples of one patient, in the mean of the first patients. */
const MOST_TRIPLES = 600;
const FIRST_PATIENTS = 1000;
/** Beyond, the table that numbers triples takes too much room. */
const MOST_COORDINATES = 300;

/** @returns undefined where rows are passed over instead */
export function thirdOrderWhereItPays(
  rows: CompactRows,
  participants: Participants,
  groupings: readonly Grouping[],
  coordinates: number,
): ThirdOrder | undefined {
  const patients = participants.patientStart.length - 1;
  if (patients < FROM_PATIENTS || coordinates > MOST_COORDINATES) return undefined;
  if (meanTriples(rows, participants) > MOST_TRIPLES) return undefined;
  return thirdOrder(rows, participants, groupings, coordinates);
}

function meanTriples({ rowStart, cell }: CompactRows, { patientStart }: Participants): number {
  let sum = 0;
  for (let patient = 0; patient < FIRST_PATIENTS; patient++) {
    const from = rowStart[patientStart[patient]!]!;
    const until = rowStart[patientStart[patient + 1]!]!;
    const count = new Set(cell.subarray(from, until)).size;
    sum += (count * (count + 1) * (count + 2)) / 6;
  }
  return sum / FIRST_PATIENTS;
}

/** @param coordinates number of coordinates */
export function thirdOrder(
  rows: CompactRows,
  { patientStart }: Participants,
  groupings: readonly Grouping[],
  coordinates: number,
): ThirdOrder {
  const triples = new Triples(rows, coordinates);
  const total = new TripleSums();
  const perGroup = groupings.map(({ values }) => values.map(() => new TripleSums()));
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    const first = patientStart[patient]!;
    const last = patientStart[patient + 1]!;
    triples.of(first, last);
    total.add(triples);
    for (let g = 0; g < groupings.length; g++) {
      const { ofPosition } = groupings[g]!;
      if (inOneGroup(ofPosition, first, last)) perGroup[g]![ofPosition[first]!]!.add(triples);
    }
    if (last - first === 1) continue;
    for (let g = 0; g < groupings.length; g++) {
      const { ofPosition } = groupings[g]!;
      if (inOneGroup(ofPosition, first, last)) continue;
      for (const group of new Set(ofPosition.subarray(first, last))) {
        triples.of(first, last, (row) => ofPosition[row] === group);
        perGroup[g]![group]!.add(triples);
      }
    }
  }
  return {
    cubes: (prices) => {
      const priced = triples.priced(prices);
      return {
        total: total.form(priced),
        perGroup: perGroup.map((groups) => Float64Array.from(groups, (sums) => sums.form(priced))),
      };
    },
  };
}

/** Products of three of a patient's coordinates. Triples are numbered as they are first met. */
class Triples {
  /** Numbers of the triples at hand and their products: the first `count` of each; the highest number. */
  ids = new Int32Array(256);
  products = new Float64Array(256);
  count = 0;
  highest = -1;
  readonly #rows: CompactRows;
  readonly #gatherer: Gatherer;
  readonly #sorted: Int32Array;
  /** Number of each triple plus one, where it would stand among all; 0 = not met. */
  readonly #numbers: Int32Array;
  /** Three coordinates a triple, highest first. */
  readonly #met: number[] = [];

  constructor(rows: CompactRows, coordinates: number) {
    this.#rows = rows;
    this.#gatherer = new Gatherer(coordinates);
    this.#sorted = new Int32Array(coordinates);
    this.#numbers = new Int32Array((coordinates * (coordinates + 1) * (coordinates + 2)) / 6);
  }

  /** Fills the triples of the rows at positions [first, last). */
  of(first: number, last: number, wanted?: (row: number) => boolean): void {
    const { rowStart, cell, quantity, probability } = this.#rows;
    this.#gatherer.clear();
    for (let row = first; row < last; row++) {
      if (wanted?.(row) === false) continue;
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const amount = probability[at]! * quantity[at]!;
        if (amount !== 0) this.#gatherer.add(cell[at]!, amount);
      }
    }
    this.#multiply();
  }

  #multiply(): void {
    const { value, count } = this.#gatherer;
    const sorted = this.#sort();
    const length = (count * (count + 1) * (count + 2)) / 6;
    if (length > this.ids.length) {
      this.ids = new Int32Array(2 * length);
      this.products = new Float64Array(2 * length);
    }
    let at = 0;
    let highest = -1;
    for (let a = 0; a < count; a++) {
      const high = sorted[a]!;
      const ofHigh = (high * (high + 1) * (high + 2)) / 6;
      for (let b = 0; b <= a; b++) {
        const middle = sorted[b]!;
        const ofPair = ofHigh + (middle * (middle + 1)) / 2;
        const product = value[high]! * value[middle]!;
        for (let c = 0; c <= b; c++) {
          const low = sorted[c]!;
          let number = this.#numbers[ofPair + low]!;
          if (number === 0) {
            this.#met.push(high, middle, low);
            number = this.#met.length / 3;
            this.#numbers[ofPair + low] = number;
          }
          if (number > highest) highest = number;
          this.ids[at] = number - 1;
          this.products[at++] = product * value[low]!;
        }
      }
    }
    this.count = at;
    this.highest = highest - 1;
  }

  /** The touched coordinates, lowest first: few, and nearly in order already. */
  #sort(): Int32Array {
    const { touched, count } = this.#gatherer;
    const sorted = this.#sorted;
    for (let at = 0; at < count; at++) {
      const id = touched[at]!;
      let to = at;
      while (to > 0 && sorted[to - 1]! > id) {
        sorted[to] = sorted[to - 1]!;
        to -= 1;
      }
      sorted[to] = id;
    }
    return sorted;
  }

  /** Per triple the product of its prices, times the orders in which its coordinates stand: one, three or six. */
  priced(prices: Float64Array): Float64Array {
    const priced = new Float64Array(this.#met.length / 3);
    for (let id = 0; id < priced.length; id++) {
      const [high, middle, low] = [this.#met[3 * id]!, this.#met[3 * id + 1]!, this.#met[3 * id + 2]!];
      const orders = high === low ? 1 : high === middle || middle === low ? 3 : 6;
      priced[id] = orders * prices[high]! * prices[middle]! * prices[low]!;
    }
    return priced;
  }
}

/** A sum per triple. */
class TripleSums {
  #values = new Float64Array(64);

  add({ ids, products, count, highest }: Triples): void {
    if (highest >= this.#values.length) this.#grow(highest);
    const values = this.#values;
    for (let at = 0; at < count; at++) values[ids[at]!]! += products[at]!;
  }

  #grow(id: number): void {
    const larger = new Float64Array(Math.max(2 * this.#values.length, id + 1));
    larger.set(this.#values);
    this.#values = larger;
  }

  form(priced: Float64Array): number {
    const length = Math.min(this.#values.length, priced.length);
    let sum = 0;
    for (let id = 0; id < length; id++) sum += this.#values[id]! * priced[id]!;
    return sum;
  }
}
