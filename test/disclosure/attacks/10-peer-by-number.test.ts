/** A member knows from annual reports how many patients each institution has, and looks for that number. */

import { expect, it } from 'vitest';
import type { BenchmarkResult } from '../../../src/model/benchmark.ts';
import { patientsIn } from '../../support/exchange.ts';
import { outcomeModel, peersOf, views } from './combined-view.ts';

/** Two peers of nearly the same size, as the annual reports give them. */
const REPORTS = new Map([
  ['b', 164],
  ['c', 171],
]);
const rows = patientsIn({
  members: [{ name: 'a', n: 150 }, ...[...REPORTS].map(([name, n]) => ({ name, n }))].map((each) => ({
    ...each,
    settings: ['home', 'day'],
  })),
  seed: 10,
});

/** From the spread of a shrunken effect: se² = tau² sigma² / (sigma² + n tau²), solved for n. */
function sizes(result: BenchmarkResult): number[] {
  const { tau2, sigma2 } = outcomeModel(result);
  return peersOf(result, 'a').map(({ n, se }) =>
    typeof n === 'number' ? n : Math.round(sigma2 / se ** 2 - sigma2 / tau2),
  );
}

/** Also from the width of the interval, and from shares of the response. */
function recognised(result: BenchmarkResult): string[] {
  const found = sizes(result);
  return [...REPORTS].flatMap(([name, n]) => (found.includes(n) ? [name] : []));
}

it('neither the number nor the spread of a peer says which it is', () => {
  const { hidden, named } = views(rows, 'a');
  expect(outcomeModel(named).tau2).toBeGreaterThan(0);
  expect(recognised(named).sort()).toEqual(['b', 'c']);
  expect(recognised(hidden)).toEqual([]);
  // The control's spreads are exact: without bands and rounding they give the number too.
  const unrounded = {
    ...named,
    members: named.members.map((member) => ({
      ...member,
      outcome: 'undefined' in member.outcome ? member.outcome : { ...member.outcome, n: '100-199' },
    })),
  };
  expect(recognised(unrounded).sort()).toEqual(['b', 'c']);
});
