/**
 * Third-order sums within clusters: over patients, products of three of a cluster's coordinates, its
 * share of current revenue being one of them. With them the skewness of a cluster's payment follows
 * from any price vector without a row; a patient has few coordinates of one cluster, so that making
 * them costs little. For the whole they would be hundreds per patient: there rows are passed over.
 */

import type { Participants } from './participants.ts';
import type { ClusterTriples, CompactRows, TypedRows } from './prepared.ts';

export interface ClusterTriplesInput {
  readonly rows: CompactRows;
  readonly participants: Participants;
  /** Of the scenario's side. */
  readonly typed: TypedRows;
  readonly clusters: number;
  /** Per coordinate, -1 = of no cluster. */
  readonly clusterOf: Int16Array;
  /** Whether the last entry of every row is current revenue. */
  readonly current: boolean;
}

export function clusterTriples(input: ClusterTriplesInput): ClusterTriples {
  const { rows, participants, typed, clusterOf, current } = input;
  const { patientStart } = participants;
  const { rowStart, cell, quantity, probability } = rows;
  const currentAt = clusterOf.length - 1;
  const parts = Array.from({ length: input.clusters }, () => new Part(clusterOf.length));
  for (let patient = 0; patient + 1 < patientStart.length; patient++) {
    const first = patientStart[patient]!;
    const last = patientStart[patient + 1]!;
    for (let at = rowStart[first]!; at < rowStart[last]!; at++) {
      const cluster = clusterOf[cell[at]!]!;
      if (cluster >= 0) parts[cluster]!.gather(cell[at]!, probability[at]! * quantity[at]!);
    }
    for (let row = first; row < last; row++) {
      const cents = current ? quantity[rowStart[row + 1]! - 1]! : 0;
      for (let at = typed.rowStart[row]!; at < typed.rowStart[row + 1]!; at++) {
        if (current) parts[typed.cluster[at]!]!.gather(currentAt, typed.probability[at]! * cents);
      }
    }
    for (let at = rowStart[first]!; at < rowStart[last]!; at++) {
      const cluster = clusterOf[cell[at]!]!;
      if (cluster >= 0) parts[cluster]!.multiply();
    }
    for (let at = typed.rowStart[first]!; at < typed.rowStart[last]!; at++) {
      parts[typed.cluster[at]!]!.multiply();
    }
  }
  return { cubes: (prices) => Float64Array.from(parts, (part) => part.form(prices)) };
}

/** Of some thirty coordinates of one cluster. */
const NEAR_TRIPLES = 4096;

/** Sums of one cluster. Triples are numbered as they are first met. */
class Part {
  /** Coordinates of the patient at hand, and what the patient has of each. */
  readonly #touched: number[] = [];
  readonly #value: number[] = [];
  /** Number of each triple plus one, where it would stand among all; 0 = not met. Beyond the table in the map. */
  readonly #near = new Int32Array(NEAR_TRIPLES);
  readonly #far = new Map<number, number>();
  readonly #triples: number[] = [];
  readonly #sums: number[] = [];
  /** Own numbers of coordinates, small so that a triple of them makes a small key. */
  readonly #own: Int32Array;
  readonly #coordinates: number[] = [];

  constructor(coordinates: number) {
    this.#own = new Int32Array(coordinates).fill(-1);
  }

  gather(coordinate: number, amount: number): void {
    let own = this.#own[coordinate]!;
    if (own < 0) {
      own = this.#coordinates.length;
      this.#own[coordinate] = own;
      this.#coordinates.push(coordinate);
    }
    const at = this.#touched.indexOf(own);
    if (at >= 0) this.#value[at]! += amount;
    else {
      this.#touched.push(own);
      this.#value.push(amount);
    }
  }

  /** Adds the products of the patient at hand, once. */
  multiply(): void {
    const { length } = this.#touched;
    for (let a = 0; a < length; a++) {
      for (let b = 0; b <= a; b++) {
        const pair = this.#value[a]! * this.#value[b]!;
        for (let c = 0; c <= b; c++) {
          const id = this.#idOf(this.#touched[a]!, this.#touched[b]!, this.#touched[c]!);
          this.#sums[id]! += pair * this.#value[c]!;
        }
      }
    }
    this.#touched.length = 0;
    this.#value.length = 0;
  }

  #idOf(a: number, b: number, c: number): number {
    const high = Math.max(a, b, c);
    const low = Math.min(a, b, c);
    const middle = a + b + c - high - low;
    const key = (high * (high + 1) * (high + 2)) / 6 + (middle * (middle + 1)) / 2 + low;
    const known = key < NEAR_TRIPLES ? this.#near[key]! : (this.#far.get(key) ?? 0);
    if (known !== 0) return known - 1;
    this.#triples.push(high, middle, low);
    this.#sums.push(0);
    if (key < NEAR_TRIPLES) this.#near[key] = this.#sums.length;
    else this.#far.set(key, this.#sums.length);
    return this.#sums.length - 1;
  }

  /** Sum over patients of their payment in the cluster, cubed. */
  form(prices: Float64Array): number {
    const own = this.#coordinates.map((coordinate) => prices[coordinate]!);
    let sum = 0;
    for (const [id, value] of this.#sums.entries()) {
      const [high, middle, low] = [
        this.#triples[3 * id]!,
        this.#triples[3 * id + 1]!,
        this.#triples[3 * id + 2]!,
      ];
      // In how many orders the three stand.
      const orders = high === low ? 1 : high === middle || middle === low ? 3 : 6;
      sum += orders * value * own[high]! * own[middle]! * own[low]!;
    }
    return sum;
  }
}
