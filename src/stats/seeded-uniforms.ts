/** Reproducible uniform draws: same seed, same numbers, on every machine. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A stream of uniform values strictly between 0 and 1 (xoroshiro128+, 32 bits).
 *
 * @example
 * seededUniforms(1)() === seededUniforms(1)() // => true
 *
 * @param seed whole number
 */
export function seededUniforms(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => ((generator.next() >>> 0) + 0.5) / 4294967296;
}
