/** The coordinates of a patient or a rating while its rows are read. */

/** Adds up a few coordinates out of many without clearing the rest. */
export class Gatherer {
  readonly value: Float64Array;
  readonly touched: Int32Array;
  count = 0;
  readonly #seen: Uint8Array;

  constructor(size: number) {
    this.value = new Float64Array(size);
    this.touched = new Int32Array(size);
    this.#seen = new Uint8Array(size);
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) {
      this.value[this.touched[at]!] = 0;
      this.#seen[this.touched[at]!] = 0;
    }
    this.count = 0;
  }

  add(id: number, amount: number): void {
    if (this.#seen[id] === 0) {
      this.#seen[id] = 1;
      this.touched[this.count++] = id;
    }
    this.value[id]! += amount;
  }
}
