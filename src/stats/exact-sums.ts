/**
 * Sums that do not depend on the order in which numbers come, nor on how they are divided over collectors.
 * Each number is rounded to a multiple of 2^-52 and cut in two at 2^-26; the sums of both are whole multiples of
 * their unit and stay exact for more than forty million numbers below 3.
 */

/** Adding and taking these away rounds to a multiple of 2^-26, of 2^-52. */
const COARSE = 1.5 * 2 ** 26;
const FINE = 1.5;

/** As plain data. */
export interface ExactSumsState {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

export class ExactSums {
  readonly #high: Float64Array;
  readonly #low: Float64Array;

  constructor(columns: number) {
    this.#high = new Float64Array(columns);
    this.#low = new Float64Array(columns);
  }

  /** Adds one number from 0 to 4 per column: `values` from `start`. */
  addRow(values: Float64Array, start: number): void {
    const high = this.#high;
    const low = this.#low;
    for (let k = 0; k < high.length; k++) {
      const value = values[start + k]!;
      if (value === 0) continue;
      const top = value + COARSE - COARSE;
      high[k]! += top;
      low[k]! += value - top + FINE - FINE;
    }
  }

  at(column: number): number {
    return this.#high[column]! + this.#low[column]!;
  }

  state(): ExactSumsState {
    return { high: this.#high, low: this.#low };
  }

  merge({ high, low }: ExactSumsState): void {
    for (const [k, value] of high.entries()) this.#high[k]! += value;
    for (const [k, value] of low.entries()) this.#low[k]! += value;
  }
}
