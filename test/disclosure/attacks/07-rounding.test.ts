/** A member reads the number of patients off the digits of a mean: 0.34636871508 is 62/179 and nothing else. */

import { expect, it } from 'vitest';
import type { BenchmarkResult } from '../../../src/model/benchmark.ts';
import { patientsIn } from '../../support/exchange.ts';
import { bandOf, peersOf, views } from './combined-view.ts';

const SIZES = { a: 150, b: 179, c: 163 };
const rows = Object.entries(SIZES)
  .flatMap(([name, n], at) =>
    patientsIn({ members: [{ name, n, settings: ['home', 'day'] }], seed: 70 + at }),
  )
  .map((row) => ({ ...row, outcome: Math.round(row.outcome!) }));

/** Whole totals over n give only some means: which n under 1000 fits the digits shown, and lies in the band? */
function numbersThatFit(result: BenchmarkResult): number[] {
  return peersOf(result, 'a').flatMap(({ observed, n }) => {
    const [low, high] = typeof n === 'number' ? [1, 999] : bandOf(n);
    const digits = String(observed).replace(/^-?\d+\.?/, '').length;
    const precision = 0.5 * 10 ** -digits;
    const fits = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter(
      (each) => Math.abs(Math.round(observed * each) / each - observed) <= precision + 1e-12,
    );
    // A whole multiple gives the same mean: the smallest is the guess.
    return fits.length > 0 && fits.every((each) => each % fits[0]! === 0) ? [fits[0]!] : [];
  });
}

it('the digits of a peer’s mean do not give its number', () => {
  const { hidden, named } = views(rows, 'a');
  expect(numbersThatFit(named).sort()).toEqual([163, 179]);
  expect(numbersThatFit(hidden)).toEqual([]);
});
