/** A member knows from annual reports how many patients each institution has, and looks for that number. */

import { expect, it } from 'vitest';
import type { BenchmarkResult, MemberMeasure } from '../../../src/model/benchmark.ts';
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

/** Differences between members small enough for the effects to be shrunk. */
const LEVEL: Readonly<Record<string, number>> = { a: 0, small: 0.9, large: -0.9 };

/** Two peers at the ends of one band: every width and the shrinkage would tell which is the larger. */
const uneven = patientsIn({
  members: [
    { name: 'a', n: 150, settings: ['home', 'day'] },
    { name: 'small', n: 104, settings: ['home', 'day'] },
    { name: 'large', n: 196, settings: ['home', 'day'] },
  ],
  seed: 3,
}).map((row) => ({ ...row, outcome: row.outcome! + LEVEL[row.member]! }));

/** One number per clue that falls with the number of patients. */
function clues({ members }: BenchmarkResult, adjusted: number): number[] {
  const peer = members.find(
    ({ outcome }) => 'adjusted' in outcome && Math.abs((outcome.adjusted as number) - adjusted) < 0.01,
  )!;
  const { outcome, duration, ellipse, adjustedDurationPerOutcome: ratio } = peer;
  if ('undefined' in outcome || 'undefined' in duration || 'undefined' in ellipse || 'undefined' in ratio) {
    throw new Error('not computed');
  }
  const { low, high } = outcome;
  return [
    (high as number) - (low as number),
    outcome.se,
    duration.se,
    ellipse.covariance[0]![0]!,
    ellipse.covariance[1]![1]!,
    Math.log(ratio.high / ratio.low) * (outcome.adjusted as number),
  ];
}

it('no spread says which of two peers in a band is the larger', () => {
  const { hidden, named } = views(uneven, 'a');
  const adjusted = (name: string) => {
    const { outcome } = named.members.find(({ member }) => member === name)!;
    return 'undefined' in outcome ? Number.NaN : (outcome.adjusted as number);
  };
  const told = (result: BenchmarkResult) => {
    const small = clues(result, adjusted('small'));
    return clues(result, adjusted('large')).map((clue, at) => Math.abs(clue / small[at]! - 1) > 0.08);
  };
  expect(told(named)).toEqual([true, true, true, true, true, true]);
  expect(told(hidden)).toEqual([false, false, false, false, false, false]);
});

/** effect = share (contrast + k), share = n tau² / (n tau² + sigma²); k is the same for all, and one's own tells it. */
it('shrinkage does not give the number', () => {
  const { hidden, named } = views(uneven, 'a');
  const guesses = (result: BenchmarkResult): number[] => {
    const { tau2, sigma2 } = outcomeModel(result);
    const shareOf = (n: number) => (n * tau2) / (n * tau2 + sigma2);
    const own = result.members.find(({ member }) => member === 'a')!.outcome as MemberMeasure;
    const contrastOf = ({ contrast }: MemberMeasure) =>
      'undefined' in contrast ? Number.NaN : contrast.value;
    const k = own.effect / shareOf(own.n as number) - contrastOf(own);
    return peersOf(result, 'a').map((peer) => {
      const share = peer.effect / (contrastOf(peer) + k);
      return (share * sigma2) / tau2 / (1 - share);
    });
  };
  const close = (result: BenchmarkResult, n: number) =>
    guesses(result).some((guess) => Math.abs(guess / n - 1) < 0.15);
  expect(close(named, 196)).toBe(true);
  expect(close(hidden, 196)).toBe(false);
});

/** Rankability = tau² / (tau² + sigma² / median n): with one's own number and the total all three are known. */
it('the models of the network do not give the number', () => {
  const { hidden, named } = views(uneven, 'a');
  const median = (result: BenchmarkResult) => {
    const { tau2, sigma2, rankability } = outcomeModel(result);
    return sigma2 / (tau2 * (1 / (rankability as number) - 1));
  };
  expect(median(named)).toBeCloseTo(150, 6);
  expect(Math.abs(median(hidden) - 150)).toBeGreaterThan(2);
  expect(outcomeModel(hidden).logLik % 1).toBe(-0);
});
