/** The compact set of (patient, episode) pairs says what a plain set of texts would say. */

import { describe, expect, it } from 'vitest';
import { EpisodeSet } from '../../src/read/episode-set.ts';

describe('EpisodeSet', () => {
  it('tells a pair seen before, through many growths', () => {
    const set = new EpisodeSet();
    let fresh = 0;
    for (let row = 0; row < 300_000; row += 1) if (set.add(`P${row % 1000}`, `E${row % 150_000}`)) fresh += 1;
    expect(fresh).toBe(150_000);
    expect(set.add('P1', 'E1')).toBe(false);
    expect(set.add('P1', 'E2')).toBe(true);
  });

  it('keeps apart pairs whose texts run on alike', () => {
    const set = new EpisodeSet();
    const pairs = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc', ''],
      ['', 'abc'],
      ['a', 'b'],
      ['b', 'a'],
    ];
    expect(pairs.map(([patient, episode]) => set.add(patient!, episode!))).toEqual(pairs.map(() => true));
    expect(pairs.map(([patient, episode]) => set.add(patient!, episode!))).toEqual(pairs.map(() => false));
  });
});
