/** Means and centred cross-products of rows that come one by one. */

import { addOuterProducts } from './outer-products.ts';

/** Rows at a time: with the sums of thirty columns they fit in the fastest memory. */
const PANEL = 128;

/**
 * One pass, and yet hardly a digit is lost: rows are taken from a pivot, at first the first row, and from then on what
 * the mean is so far. A panel of b rows moves the mean of n by what is at most b / n of the panel's own squares, so
 * that moving the pivot takes away no more than half of what came in (Chan, Golub and LeVeque 1983 for the identity).
 * What a sum about a rounded pivot leaves is carried on, not dropped.
 * Panels follow from the own rows alone: what else is read in between cannot show in a digit.
 */
export class RunningProducts {
  /** Rows that were not added yet; `stride` numbers each. What is not written counts as nought. */
  readonly panel: Float64Array;
  readonly stride: number;
  /** Where the next row belongs in `panel`. */
  next = 0;
  readonly #width: number;
  #n = 0;
  /** A last column counts rows: taken from -1 it is 1, and its products are the sums of the others. */
  readonly #pivot: Float64Array;
  /** Sums of all rows less the pivot: what is left of rounding. */
  readonly #carry: Float64Array;
  readonly #moved: Float64Array;
  readonly #cross: Float64Array;

  /** @param pivot about where each column lies */
  constructor(pivot: ArrayLike<number>) {
    this.#width = pivot.length;
    this.stride = 4 * Math.ceil((pivot.length + 1) / 4);
    this.panel = new Float64Array(PANEL * this.stride);
    this.#pivot = new Float64Array(this.stride);
    this.#pivot.set(pivot);
    this.#pivot[pivot.length] = -1;
    this.#carry = new Float64Array(this.stride);
    this.#moved = new Float64Array(this.stride);
    this.#cross = new Float64Array(this.stride ** 2);
  }

  /** Says that a row was written at `next`. */
  added(): void {
    this.next += this.stride;
    if (this.next === this.panel.length) this.#addPanel();
  }

  /** Of all rows, at least one; cross-products width x width, row by row. */
  result(): { readonly n: number; readonly means: Float64Array; readonly cross: Float64Array } {
    if (this.next > 0) this.#addPanel();
    const width = this.#width;
    const n = this.#n;
    const carry = this.#carry;
    const cross = new Float64Array(width * width);
    for (let j = 0; j < width; j++) {
      for (let l = 0; l <= j; l++) {
        const value = this.#cross[j * this.stride + l]! - (carry[j]! * carry[l]!) / n;
        cross[j * width + l] = value;
        cross[l * width + j] = value;
      }
    }
    return { n, means: this.#pivot.slice(0, width).map((pivot, j) => pivot + carry[j]! / n), cross };
  }

  #addPanel(): void {
    const { panel, stride, next: end } = this;
    const width = this.#width;
    const pivot = this.#pivot;
    const carry = this.#carry;
    const moved = this.#moved;
    const cross = this.#cross;
    takeAway(panel, pivot, stride, end);
    addOuterProducts(cross, panel, stride, end / stride);
    panel.fill(0);
    this.next = 0;
    this.#n += end / stride;
    const n = this.#n;
    const counts = width * stride;
    for (let j = 0; j < width; j++) {
      const total = carry[j]! + cross[counts + j]!;
      const to = pivot[j]! + total / n;
      moved[j] = to - pivot[j]!;
      pivot[j] = to;
      carry[j] = total - n * moved[j]!;
    }
    cross.fill(0, counts);
    for (let j = 0; j < width; j++) {
      for (let l = 0; l <= j; l++) {
        // The total of l is its carry and what its pivot moved.
        cross[j * stride + l]! -= moved[j]! * (carry[l]! + n * moved[l]!) + carry[j]! * moved[l]!;
      }
    }
  }
}

/** Takes a row away from each of the rows, four columns at a time. */
function takeAway(rows: Float64Array, from: Float64Array, width: number, end: number): void {
  for (let j = 0; j < width; j += 4) {
    const f0 = from[j]!;
    const f1 = from[j + 1]!;
    const f2 = from[j + 2]!;
    const f3 = from[j + 3]!;
    for (let at = j; at < end; at += width) {
      rows[at]! -= f0;
      rows[at + 1]! -= f1;
      rows[at + 2]! -= f2;
      rows[at + 3]! -= f3;
    }
  }
}
