/**
 * Typed arrays that grow: quantities of millions of rows without an object per number. They grow by blocks that are
 * let go one by one when the whole is made: never twice as much room as there are numbers.
 */

const BLOCK = 1 << 20;
const FIRST = 1024;

export class GrowingInts {
  readonly #full: Int32Array[] = [];
  #last = new Int32Array(FIRST);
  #at = 0;

  get length(): number {
    return this.#full.length * BLOCK + this.#at;
  }

  push(value: number): void {
    if (this.#at === this.#last.length) this.#grow();
    this.#last[this.#at++] = value;
  }

  #grow(): void {
    if (this.#at === BLOCK) {
      this.#full.push(this.#last);
      this.#last = new Int32Array(BLOCK);
      this.#at = 0;
      return;
    }
    const larger = new Int32Array(2 * this.#at);
    larger.set(this.#last);
    this.#last = larger;
  }

  /** All numbers; nothing stays here. */
  done(): Int32Array {
    const all = new Int32Array(this.length);
    emptyInto(all, this.#full, this.#last.subarray(0, this.#at));
    this.#last = new Int32Array(FIRST);
    this.#at = 0;
    return all;
  }
}

export class GrowingFloats {
  readonly #full: Float64Array[] = [];
  #last = new Float64Array(FIRST);
  #at = 0;

  get length(): number {
    return this.#full.length * BLOCK + this.#at;
  }

  push(value: number): void {
    if (this.#at === this.#last.length) this.#grow();
    this.#last[this.#at++] = value;
  }

  #grow(): void {
    if (this.#at === BLOCK) {
      this.#full.push(this.#last);
      this.#last = new Float64Array(BLOCK);
      this.#at = 0;
      return;
    }
    const larger = new Float64Array(2 * this.#at);
    larger.set(this.#last);
    this.#last = larger;
  }

  /** All numbers; nothing stays here. */
  done(): Float64Array {
    const all = new Float64Array(this.length);
    emptyInto(all, this.#full, this.#last.subarray(0, this.#at));
    this.#last = new Float64Array(FIRST);
    this.#at = 0;
    return all;
  }
}

/** From the end, so that each block is let go as soon as it is copied. */
function emptyInto<T extends Int32Array | Float64Array>(all: T, full: T[], last: T): void {
  all.set(last, full.length * BLOCK);
  for (let block = full.pop(); block !== undefined; block = full.pop()) all.set(block, full.length * BLOCK);
}
