/**
 * Quantiles of numbers between 0 and 1 in flat memory: exact for the first 100,000, from then on
 * counted in 2^20 equal bins, which is off by less than one millionth.
 */

const EXACT = 100_000;
const BINS = 2 ** 20;

/** As plain data. */
export type ShareState = { readonly exact: Float64Array } | { readonly bins: Float64Array };

/** Collects numbers in 0-1; the quantile does not depend on the order in which they come. */
export class ShareQuantiles {
  #exact = new Float64Array(1024);
  #n = 0;
  #bins: Float64Array | undefined;

  state(): ShareState {
    return this.#bins === undefined ? { exact: this.#exact.slice(0, this.#n) } : { bins: this.#bins };
  }

  /** Numbers that another collector holds. */
  merge(state: ShareState): void {
    if ('exact' in state) {
      for (const value of state.exact) this.add(value);
      return;
    }
    this.#bins ??= this.#pour();
    for (const [bin, count] of state.bins.entries()) {
      this.#bins[bin]! += count;
      this.#n += count;
    }
  }

  get count(): number {
    return this.#n;
  }

  /** @throws RangeError on a number outside 0-1 */
  add(value: number): void {
    if (!(value >= 0 && value <= 1)) throw new RangeError('Only numbers from 0 to 1 can be added');
    if (this.#bins === undefined && this.#n < EXACT) {
      if (this.#n === this.#exact.length) {
        const larger = new Float64Array(Math.min(EXACT, this.#n * 2));
        larger.set(this.#exact);
        this.#exact = larger;
      }
      this.#exact[this.#n] = value;
    } else {
      this.#bins ??= this.#pour();
      this.#bins[binOf(value)]! += 1;
    }
    this.#n += 1;
  }

  /**
   * Quantile by linear interpolation between order statistics: type 7 of R's quantile and the default
   * of numpy.
   * @throws RangeError when nothing was added or the probability lies outside 0-1
   */
  quantile(probability: number): number {
    if (this.#n === 0 || !(probability >= 0 && probability <= 1)) {
      throw new RangeError('A quantile needs numbers and a probability from 0 to 1');
    }
    const position = (this.#n - 1) * probability;
    const below = Math.floor(position);
    const fraction = position - below;
    const [low, high] = this.#orderStatistics(below, Math.min(below + 1, this.#n - 1));
    return low + fraction * (high - low);
  }

  #orderStatistics(first: number, second: number): [number, number] {
    if (this.#bins === undefined) {
      const sorted = this.#exact.slice(0, this.#n).sort();
      return [sorted[first]!, sorted[second]!];
    }
    const bins = this.#bins;
    let seen = 0;
    let low = -1;
    let bin = 0;
    for (; bin < BINS; bin++) {
      seen += bins[bin]!;
      if (low < 0 && seen > first) low = bin;
      if (seen > second) break;
    }
    return [(low + 0.5) / BINS, (bin + 0.5) / BINS];
  }

  #pour(): Float64Array {
    const bins = new Float64Array(BINS);
    for (const value of this.#exact.subarray(0, this.#n)) bins[binOf(value)]! += 1;
    this.#exact = new Float64Array(0);
    return bins;
  }
}

function binOf(value: number): number {
  return Math.min(BINS - 1, Math.floor(value * BINS));
}
