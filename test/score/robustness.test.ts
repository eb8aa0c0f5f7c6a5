/** Robustness against counting by hand and against every way the ratings can move. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileRuleSet,
  createCaseScore,
  createRobustness,
  isComputed,
  type RuleSet,
  scoreCase,
  seededUniforms,
  singleRuleBook,
} from '../../src/index.ts';
import { caseTable, smallRuleSet } from '../support/small-rule-set.ts';

const MOVE = 0.1;

function advisedOf(set: RuleSet, ratings: readonly number[]): number {
  const compiled = compileRuleSet(set);
  const out = createCaseScore(compiled);
  scoreCase(compiled, ratings, 0, out);
  return out.advised;
}

/** The chance that the advice of one case flips, over all 27 ways in which three ratings can move. */
function exactFlip(set: RuleSet, ratings: readonly number[]): number {
  const before = advisedOf(set, ratings);
  const steps = [
    [-1, MOVE],
    [0, 1 - 2 * MOVE],
    [1, MOVE],
  ] as const;
  let chance = 0;
  for (const [a, pa] of steps) {
    for (const [b, pb] of steps) {
      for (const [c, pc] of steps) {
        const moved = ratings.map((rating, at) =>
          rating < 0 ? rating : Math.min(4, Math.max(0, rating + [a, b, c][at]!)),
        );
        if (advisedOf(set, moved) !== before) chance += pa * pb * pc;
      }
    }
  }
  return chance;
}

function tableOf(cases: readonly (readonly number[])[]) {
  const column = (at: number) => cases.map((ratings) => (ratings[at]! < 0 ? '' : ratings[at]!));
  return caseTable({
    ...{ hv01: column(0), hv02: column(1), hv03: column(2) },
    supercluster: cases.map(() => 'X'),
  });
}

function robustnessOf(set: RuleSet, cases: readonly (readonly number[])[], draws: number, seed = 1) {
  const robustness = createRobustness(singleRuleBook(set), {
    ...{ move: MOVE, draws, random: seededUniforms(seed) },
  });
  robustness.add(tableOf(cases));
  return robustness.result();
}

// Cluster 1 leads by its constant; each point of item 1 gives cluster 2 two points.
const set = smallRuleSet({
  coefficient: (item, s, k) => (item === 0 && k === 1 ? 2 * s : 0),
  constants: [3, 0, -20, 0],
});

describe('robustness', () => {
  it('counts single moves by hand', () => {
    // 1 -> 2 flips to cluster 2 and 1 -> 0 does not; 0 -> 1 does not; items 2 and 3 never do.
    const { overall, items } = robustnessOf(
      set,
      [
        [1, 0, 0],
        [0, 4, -1],
      ],
      1,
    );
    expect(overall.n).toBe(2);
    // First case: 2 + 1 + 1 moves within the scale; second: 1 + 1, its third rating is missing.
    expect(overall.oneMove).toEqual({ moves: 6, flips: 1, share: 1 / 6 });
    expect(overall.fragile).toMatchObject({ n: 1, share: 0.5, interval: { undefined: 'too-few-episodes' } });
    expect(items).toEqual([
      { item: 'HV01', moves: 3, flips: 1, share: 1 / 3 },
      { item: 'HV02', moves: 2, flips: 0, share: 0 },
      { item: 'HV03', moves: 1, flips: 0, share: 0 },
    ]);
  });

  it('draws what every way of moving adds up to', () => {
    const parts = fc.record({
      values: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 60, maxLength: 60 }),
      constants: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 }),
      ratings: fc.tuple(fc.integer({ min: -1, max: 4 }), fc.nat(4), fc.nat(4)),
      red: fc.record({ item: fc.nat(2), severity: fc.nat(4), cluster: fc.nat(2) }),
    });
    fc.assert(
      fc.property(parts, ({ values, constants, ratings, red }) => {
        const random = smallRuleSet({
          coefficient: (i, s, k) => values[(i * 5 + s) * 4 + k]!,
          constants,
          redRules: [red],
        });
        if (advisedOf(random, ratings) < 0) return;
        const draws = 4000;
        const { share } = robustnessOf(random, [ratings], draws).overall.allMove;
        const exact = exactFlip(random, ratings);
        const sd = Math.sqrt((exact * (1 - exact)) / draws);
        expect(Math.abs((share as number) - exact)).toBeLessThan(5 * sd + 1e-9);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('has an interval that holds the exact mean, and is narrower with more cases', () => {
    const cases = Array.from({ length: 400 }, (_, at) => [at % 5, (at >> 2) % 5, at % 3]);
    const exact = cases.reduce((sum, ratings) => sum + exactFlip(set, ratings), 0) / cases.length;
    const { interval } = robustnessOf(set, cases, 10).overall.allMove;
    if (!isComputed(interval)) throw new Error('no interval');
    expect(interval.low).toBeLessThan(exact);
    expect(interval.high).toBeGreaterThan(exact);
    const few = robustnessOf(set, cases.slice(0, 100), 10).overall.allMove.interval;
    if (!isComputed(few)) throw new Error('no interval');
    expect(few.high - few.low).toBeGreaterThan(interval.high - interval.low);
  });

  it('says so where nothing can flip, and where there is no advice', () => {
    const sure = smallRuleSet({ constants: [50, 0, 0, 0] });
    const cases = Array.from({ length: 40 }, () => [2, 2, 2]);
    expect(robustnessOf(sure, cases, 5).overall).toMatchObject({
      oneMove: { flips: 0, share: 0 },
      allMove: { share: 0, interval: { undefined: 'no-spread' } },
    });
    const none = robustnessOf(sure, [[-1, -1, 0]], 5);
    expect(none.overall).toMatchObject({ n: 0, oneMove: { share: { undefined: 'no-advice' } } });
    expect(none.superclusters).toEqual([]);
  });

  it('is the same for the same seed, whatever the batches, and takes only the rows asked for', () => {
    const cases = Array.from({ length: 60 }, (_, at) => [at % 5, at % 4, at % 3]);
    const whole = robustnessOf(set, cases, 4, 9);
    const pieces = createRobustness(singleRuleBook(set), {
      ...{ move: MOVE, draws: 4, random: seededUniforms(9) },
    });
    for (const one of cases) pieces.add(tableOf([one]));
    expect(pieces.result()).toEqual(whole);
    const half = createRobustness(singleRuleBook(set), {
      ...{ move: MOVE, draws: 4, random: seededUniforms(9) },
    });
    half.add(tableOf(cases), {}, (row) => row % 2 === 0);
    expect(half.result().overall.n).toBe(30);
  });
});
