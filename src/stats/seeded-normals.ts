/** Reproducible standard normal draws: same seed, same numbers, on every machine. */

import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { normalQuantile } from './normal-quantile.ts';

/**
 * A stream of standard normal values by inversion of xoroshiro128+ uniforms (32 bits, never 0 or 1).
 * @param seed whole number
 */
export function seededNormals(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => normalQuantile(((generator.next() >>> 0) + 0.5) / 4294967296);
}
