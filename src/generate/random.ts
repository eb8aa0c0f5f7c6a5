/**
 * Seeded random numbers of the generator: the same seed gives the same stream on any machine.
 * Only 32-bit integer arithmetic below `uniform`, so nothing depends on how a platform rounds.
 */

/** Chris Doty-Humphrey's sfc32: four words of state, passes PractRand; 2^32 values at least per seed. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** `seed` is a whole number from 0 to 2^53 - 1; neighbouring seeds give unrelated streams. */
  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 0x1_0000_0000) | 0;
    this.#c = 0x9e3779b9 | 0;
    for (let round = 0; round < 20; round += 1) this.#next();
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Strictly between 0 and 1, so that its logarithm is finite. */
  uniform(): number {
    return (this.#next() + 0.5) / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** Standard normal (Box and Muller 1958, one of the pair). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Log-normal with the given mean; `sigma` is the sd of its logarithm. */
  logNormal(mean: number, sigma: number): number {
    return mean * Math.exp(sigma * this.normal() - (sigma * sigma) / 2);
  }

  /** Weibull by inversion: scale * (-ln u)^(1 / shape). */
  weibull(shape: number, scale: number): number {
    return scale * (-Math.log(this.uniform())) ** (1 / shape);
  }

  /** Index drawn in proportion to weights; the last one where rounding leaves a gap. */
  pick(weights: ArrayLike<number>): number {
    let total = 0;
    for (let index = 0; index < weights.length; index += 1) total += weights[index]!;
    let rest = this.uniform() * total;
    for (let index = 0; index < weights.length - 1; index += 1) {
      rest -= weights[index]!;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }
}
