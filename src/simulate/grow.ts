/**
 * Typed arrays that grow: quantities of millions of rows without an object per number. Room that is asked for costs no
 * memory until it is written, so it is better asked for once than copied: a copy stays until memory is cleared.
 */

export class GrowingInts {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.reserve(2 * this.length);
    this.#values[this.length++] = value;
  }

  /** Makes room for so many numbers at once. */
  reserve(size: number): void {
    if (size <= this.#values.length) return;
    const larger = new Int32Array(size);
    larger.set(this.#values.subarray(0, this.length));
    this.#values = larger;
  }

  /** All numbers, without a copy; nothing stays here. */
  done(): Int32Array {
    const all = this.#values.subarray(0, this.length);
    this.#values = new Int32Array(1024);
    this.length = 0;
    return all;
  }
}

export class GrowingFloats {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.reserve(2 * this.length);
    this.#values[this.length++] = value;
  }

  /** Makes room for so many numbers at once. */
  reserve(size: number): void {
    if (size <= this.#values.length) return;
    const larger = new Float64Array(size);
    larger.set(this.#values.subarray(0, this.length));
    this.#values = larger;
  }

  /** All numbers, without a copy; nothing stays here. */
  done(): Float64Array {
    const all = this.#values.subarray(0, this.length);
    this.#values = new Float64Array(1024);
    this.length = 0;
    return all;
  }
}
