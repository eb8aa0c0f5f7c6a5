/**
 * Symmetric sums of products of coordinates. Dense while that is small, sparse beyond:
 * most pairs of cells never meet in one patient.
 */

const DENSE_UP_TO = 2500;

export class CrossProducts {
  readonly size: number;
  readonly #dense: Float64Array | undefined;
  readonly #sparse = new Map<number, number>();

  constructor(size: number) {
    this.size = size;
    this.#dense = size <= DENSE_UP_TO ? new Float64Array((size * (size + 1)) / 2) : undefined;
  }

  /** Adds to the pair (i, j) = (j, i). */
  add(i: number, j: number, value: number): void {
    const high = Math.max(i, j);
    const at = (high * (high + 1)) / 2 + Math.min(i, j);
    if (this.#dense !== undefined) this.#dense[at]! += value;
    else this.#sparse.set(at, (this.#sparse.get(at) ?? 0) + value);
  }

  get(i: number, j: number): number {
    const high = Math.max(i, j);
    const at = (high * (high + 1)) / 2 + Math.min(i, j);
    return this.#dense !== undefined ? this.#dense[at]! : (this.#sparse.get(at) ?? 0);
  }

  /** a' M b. */
  form(a: Float64Array, b: Float64Array): number {
    let sum = 0;
    const visit = (i: number, j: number, value: number): void => {
      if (value === 0) return;
      sum += i === j ? value * a[i]! * b[i]! : value * (a[i]! * b[j]! + a[j]! * b[i]!);
    };
    if (this.#dense === undefined) {
      for (const [at, value] of this.#sparse) {
        // Inverse of the triangular position; exact for any size that fits in memory.
        let i = Math.floor((Math.sqrt(8 * at + 1) - 1) / 2);
        if ((i * (i + 1)) / 2 > at) i -= 1;
        else if (((i + 1) * (i + 2)) / 2 <= at) i += 1;
        visit(i, at - (i * (i + 1)) / 2, value);
      }
      return sum;
    }
    let at = 0;
    for (let i = 0; i < this.size; i++) {
      for (let j = 0; j <= i; j++) visit(i, j, this.#dense[at++]!);
    }
    return sum;
  }
}
