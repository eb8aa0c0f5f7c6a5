/** The interval of kappa against an independent calculation in R. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../src/stats/cohen-kappa.ts';
import { kappaInterval } from '../../src/stats/kappa-interval.ts';

interface Reference {
  readonly tables: readonly {
    readonly size: number;
    readonly counts: readonly number[];
    readonly kappa: number;
    readonly se: number;
  }[];
}

const path = join(import.meta.dirname, '..', 'reference', 'agreement', 'kappa.json');
const { tables } = JSON.parse(readFileSync(path, 'utf8')) as Reference;

describe('kappaInterval', () => {
  it.each(tables.map((table, at) => [at, table] as const))('agrees with R on table %i', (_, table) => {
    const { size, counts, kappa, se } = table;
    expect(cohenKappa(counts, size)).toBeCloseTo(kappa, 10);
    const interval = kappaInterval(counts, size);
    if (se === 0) {
      expect(interval).toEqual({ undefined: 'no-spread' });
      return;
    }
    expect(interval).toEqual({
      se: expect.closeTo(se, 8),
      low: expect.closeTo(Math.max(-1, kappa - 1.959963984540054 * se), 8),
      high: expect.closeTo(Math.min(1, kappa + 1.959963984540054 * se), 8),
    });
  });

  it('says nothing where all agree, where there is one category, or no case', () => {
    expect(kappaInterval([7, 0, 0, 5], 2)).toEqual({ undefined: 'no-spread' });
    expect(kappaInterval([7, 0, 0, 0], 2)).toEqual({ undefined: 'one-category' });
    expect(kappaInterval([0, 0, 0, 0], 2)).toEqual({ undefined: 'no-cases' });
  });

  it('does not grow with categories that nobody used', () => {
    const wide = [20, 5, 0, 10, 15, 0, 0, 0, 0];
    expect(kappaInterval(wide, 3)).toEqual(kappaInterval([20, 5, 10, 15], 2));
  });
});
