/** Chance for inputs: the same seed, the same choices. */

import { randomFrom } from '../support/random.ts';

export interface Choose {
  /** A whole number from 0 to under `limit`. */
  below(limit: number): number;
  oneOf<T>(list: readonly T[]): T;
  /** Whether something happens that happens once in `times`. */
  onceIn(times: number): boolean;
}

export function chooseFrom(seed: number): Choose {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    oneOf: (list) => list[below(list.length)]!,
    onceIn: (times) => below(times) === 0,
  };
}

/** A seed of its own for every case of every target, so that one case can be made again alone. */
export function seedOf(seed: number, target: string, number: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const sign of target) mixed = Math.imul(mixed ^ sign.codePointAt(0)!, 0x01000193);
  return Math.imul(mixed ^ number, 0xc2b2ae35) >>> 0;
}
