/**
 * Sums of products of coordinates that meet in one patient or rating. Most pairs of cells never
 * meet, so the pairs that do are numbered once and every sum over them - total or of a group - is a
 * plain array in that order.
 */

/** Price vectors that never price the same coordinate, as one: what each coordinate is priced, and in which column. */
export interface PricedColumns {
  readonly size: number;
  readonly price: Float64Array;
  /** -1 = in none. */
  readonly columnOf: Int16Array;
}

const DENSE_UP_TO = 2500;

/** Numbers unordered pairs of coordinates as they are first met. */
export class PairPattern {
  /** Higher coordinate of each pair, and the lower one. */
  readonly high: number[] = [];
  readonly low: number[] = [];
  readonly #dense: Int32Array | undefined;
  readonly #sparse = new Map<number, number>();

  constructor(size: number) {
    this.#dense = size <= DENSE_UP_TO ? new Int32Array((size * (size + 1)) / 2) : undefined;
  }

  idOf(i: number, j: number): number {
    const high = Math.max(i, j);
    const low = Math.min(i, j);
    const at = (high * (high + 1)) / 2 + low;
    const known = this.#dense === undefined ? (this.#sparse.get(at) ?? 0) : this.#dense[at]!;
    if (known !== 0) return known - 1;
    this.high.push(high);
    this.low.push(low);
    // Stored plus one: 0 says that the pair is new.
    if (this.#dense === undefined) this.#sparse.set(at, this.high.length);
    else this.#dense[at] = this.high.length;
    return this.high.length - 1;
  }
}

/** A symmetric sum: one value per pair of a pattern. */
export class PairProducts {
  readonly #pattern: PairPattern;
  #values = new Float64Array(64);

  constructor(pattern: PairPattern) {
    this.#pattern = pattern;
  }

  add(id: number, value: number): void {
    if (id >= this.#values.length) {
      const larger = new Float64Array(Math.max(2 * this.#values.length, id + 1));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[id]! += value;
  }

  /** Adds the first `count` values to the pairs of those numbers. */
  addAll(ids: Int32Array, values: Float64Array, count: number): void {
    let own = this.#values;
    for (let at = 0; at < count; at++) {
      const id = ids[at]!;
      if (id >= own.length) {
        this.add(id, 0);
        own = this.#values;
      }
      own[id]! += values[at]!;
    }
  }

  /** a' M b. */
  form(a: Float64Array, b: Float64Array): number {
    const { high, low } = this.#pattern;
    const values = this.#values;
    const length = Math.min(values.length, high.length);
    let sum = 0;
    for (let id = 0; id < length; id++) {
      const value = values[id]!;
      if (value === 0) continue;
      const i = high[id]!;
      const j = low[id]!;
      sum += i === j ? value * a[i]! * b[i]! : value * (a[i]! * b[j]! + a[j]! * b[i]!);
    }
    return sum;
  }

  /** a' M b for every two columns, row-major: what `form` gives, in one pass. */
  forms({ size, price, columnOf }: PricedColumns): Float64Array {
    const { high, low } = this.#pattern;
    const values = this.#values;
    const length = Math.min(values.length, high.length);
    const forms = new Float64Array(size * size);
    for (let id = 0; id < length; id++) {
      const value = values[id]!;
      if (value === 0) continue;
      const i = high[id]!;
      const j = low[id]!;
      const a = columnOf[i]!;
      const b = columnOf[j]!;
      if (a < 0 || b < 0) continue;
      if (i === j) {
        forms[a * size + a]! += value * price[i]! * price[i]!;
        continue;
      }
      // Added once to each of two columns, and so twice where both are one.
      const product = value * (price[i]! * price[j]!);
      if (a === b) forms[a * size + a]! += 2 * product;
      else {
        forms[a * size + b]! += product;
        forms[b * size + a]! += product;
      }
    }
    return forms;
  }

  /**
   * For each part of the coordinates: its columns with each other, and with the columns of the whole.
   * @param partOf per coordinate, -1 = in no part
   */
  partForms(
    { size, price, columnOf }: PricedColumns,
    partOf: Int16Array,
    parts: number,
  ): { readonly own: Float64Array[]; readonly withWhole: Float64Array[] } {
    const { high, low } = this.#pattern;
    const values = this.#values;
    const length = Math.min(values.length, high.length);
    const matrices = () => Array.from({ length: parts }, () => new Float64Array(size * size));
    const own = matrices();
    const withWhole = matrices();
    for (let id = 0; id < length; id++) {
      const value = values[id]!;
      if (value === 0) continue;
      const i = high[id]!;
      const j = low[id]!;
      const a = columnOf[i]!;
      const b = columnOf[j]!;
      if (a < 0 || b < 0) continue;
      const part = partOf[i]!;
      const other = partOf[j]!;
      const product = value * (price[i]! * price[j]!);
      if (part >= 0) withWhole[part]![a * size + b]! += product;
      if (part >= 0 && part === other) own[part]![a * size + b]! += product;
      if (i === j) continue;
      if (other >= 0) withWhole[other]![b * size + a]! += product;
      if (part >= 0 && part === other) own[part]![b * size + a]! += product;
    }
    return { own, withWhole };
  }
}

/** A sum that is not symmetric: what a group's part of a patient has to do with the rest of that patient. */
export class DirectedProducts {
  /** Pairs (i, j) and (j, i) apart. */
  readonly #cells = new Map<number, Map<number, number>>();

  add(i: number, j: number, value: number): void {
    let row = this.#cells.get(i);
    if (row === undefined) {
      row = new Map();
      this.#cells.set(i, row);
    }
    row.set(j, (row.get(j) ?? 0) + value);
  }

  /** a' M b for every two columns, row-major. */
  forms({ size, price, columnOf }: PricedColumns): Float64Array {
    const forms = new Float64Array(size * size);
    for (const [i, row] of this.#cells) {
      const a = columnOf[i]!;
      if (a < 0) continue;
      for (const [j, value] of row) {
        const b = columnOf[j]!;
        if (b >= 0) forms[a * size + b]! += price[i]! * value * price[j]!;
      }
    }
    return forms;
  }
}
