/** The order of the questions, the chances they rest on, and when it stops. */

import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_OPEN,
  ANSWER_UNKNOWN,
  adaptiveStep,
  compileRuleSet,
  DATA_FOLDER,
  explainStep,
  loadRuleSet,
  REFERENCE_RATING_SHARES,
  type RuleSet,
} from '../../../src/index.ts';
import { smallRuleSet } from '../../support/small-rule-set.ts';

const OPEN = ANSWER_OPEN;

/** The same chances by adding up every completion, one after the other. */
function byEnumeration(set: RuleSet, answers: readonly number[]) {
  const members = set.clusters.flatMap((cluster, k) => (cluster.supercluster === 'X' ? [k] : []));
  const weights = new Map<string, number>();
  const add = (ratings: readonly number[], k: number, chance: number) => {
    const ruledOut = set.redRules.some(
      (rule) =>
        rule.cluster === k &&
        ratings[rule.item] === rule.severity &&
        (rule.item2 === undefined || ratings[rule.item2] === rule.severity2),
    );
    if (ruledOut) return;
    let score = set.constants[k]!;
    ratings.forEach((rating, item) => {
      if (rating >= 0) score += set.coefficients[(item * 5 + rating) * set.clusters.length + k]!;
    });
    const key = JSON.stringify([ratings, k]);
    weights.set(key, chance * Math.exp(score));
  };
  const fill = (ratings: readonly number[], chance: number): void => {
    const open = ratings.indexOf(OPEN);
    if (open < 0) {
      for (const k of members) add(ratings, k, chance);
      return;
    }
    REFERENCE_RATING_SHARES.forEach((share, rating) => {
      fill(ratings.with(open, rating), chance * share);
    });
  };
  fill(answers, 1);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const joint = [...weights].map(([key, weight]) => {
    const [ratings, k] = JSON.parse(key) as [number[], number];
    return { ratings, k, p: weight / total };
  });
  const sumBy = (of: (one: (typeof joint)[number]) => string) => {
    const sums = new Map<string, number>();
    for (const one of joint) sums.set(of(one), (sums.get(of(one)) ?? 0) + one.p);
    return sums;
  };
  const entropy = (sums: Map<string, number>) =>
    [...sums.values()].reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return {
    probability: (code: string) => sumBy(({ k }) => set.clusters[k]!.code).get(code) ?? 0,
    entropy: entropy(sumBy(({ k }) => String(k))),
    // H(cluster) - H(cluster | rating) = H(cluster) + H(rating) - H(cluster, rating)
    gain: (item: number) =>
      entropy(sumBy(({ k }) => String(k))) +
      entropy(sumBy(({ ratings }) => String(ratings[item]))) -
      entropy(sumBy(({ k, ratings }) => `${k}/${ratings[item]}`)),
  };
}

const parts = fc.record({
  values: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 60, maxLength: 60 }),
  constants: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 }),
  redRules: fc.array(fc.record({ item: fc.nat(2), severity: fc.nat(4), cluster: fc.nat(1) }), {
    maxLength: 6,
  }),
});
const answer = fc.constantFrom(OPEN, OPEN, OPEN, ANSWER_UNKNOWN, 0, 1, 2, 3, 4);

describe('the chances', () => {
  it('are those of adding up every completion, and so is the expected fall of the entropy', () => {
    fc.assert(
      fc.property(parts, fc.tuple(answer, answer, answer), (all, answers) => {
        const set = smallRuleSet({
          coefficient: (i, s, k) => all.values[(i * 5 + s) * 4 + k]!,
          constants: all.constants,
          redRules: all.redRules,
          maxMissing: 3,
        });
        const step = adaptiveStep(compileRuleSet(set), 0, answers);
        const expected = byEnumeration(set, answers);
        for (const { cluster, probability } of step.clusters) {
          expect(probability).toBeCloseTo(expected.probability(cluster), 10);
        }
        expect(step.entropy).toBeCloseTo(expected.entropy, 10);
        for (const { at, gain } of step.questions) expect(gain).toBeCloseTo(expected.gain(at), 9);
        const gains = step.questions.map(({ gain }) => gain);
        for (const [place, gain] of gains.entries()) {
          if (place > 0) expect(gain).toBeLessThanOrEqual(gains[place - 1]! + 1e-11);
        }
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  it('see a red rule of two items as soon as one of them is looked at', () => {
    // Item 1 = 2 with item 2 = 2 rules cluster 1 out; nothing else tells the clusters apart.
    const redRules = [{ item: 0, severity: 2, item2: 1, severity2: 2, cluster: 0 }];
    const step = adaptiveStep(compileRuleSet(smallRuleSet({ redRules })), 0, [OPEN, OPEN, OPEN]);
    expect(step.questions.map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(step.questions[0]!.gain).toBeGreaterThan(0);
    expect(step.questions[0]!.gain).toBeCloseTo(step.questions[1]!.gain, 12);
    expect(step.questions[2]!.gain).toBe(0);
    const half = adaptiveStep(compileRuleSet(smallRuleSet({ redRules })), 0, [2, OPEN, OPEN]);
    expect(half.questions[0]!.at).toBe(1);
    expect(half.clusters.at(-1)!.cluster).toBe('ZT01');
  });

  it('do not overflow where coefficients are large', () => {
    const set = smallRuleSet({ coefficient: (item, s, k) => (item === 0 ? 900 * s * (k + 1) : 0) });
    const step = adaptiveStep(compileRuleSet(set), 0, [OPEN, OPEN, OPEN]);
    expect(step.clusters[0]).toEqual({ cluster: 'ZT03', probability: 1 });
    expect(step.questions.every(({ gain }) => Number.isFinite(gain))).toBe(true);
  });
});

describe('when it stops', () => {
  // Item 1 decides by 3 points a step between clusters 1 and 2; item 2 can take 1 point back.
  const set = smallRuleSet({
    coefficient: (item, s, k) => (item === 0 && k === 0 ? 3 * s : item === 1 && k === 1 ? s / 4 : 0),
    constants: [-4, 0, -20, 0],
  });
  const compiled = compileRuleSet(set);

  it('asks what tells most, first', () => {
    const step = adaptiveStep(compiled, 0, [OPEN, OPEN, OPEN]);
    expect(step).toMatchObject({ asked: 0, open: 3, stop: { undefined: 'not-finished' } });
    expect(step.questions[0]!.item.code).toBe('HV01');
    expect(step.advised).toEqual({ undefined: 'not-finished' });
    expect(step.bound.candidates).toEqual(['ZT01', 'ZT02']);
  });

  it('stops at the bound with the margin that is left', () => {
    // 3 * 3 - 4 = 5 ahead; item 2 can take 1 of it.
    const step = adaptiveStep(compiled, 0, [3, OPEN, OPEN]);
    expect(step).toMatchObject({ stop: 'bound', advised: 'ZT01', asked: 1, sameAsFullRoute: true });
    expect(step.bound.rivals[0]).toEqual({ cluster: 'ZT02', lead: 5, leadAtLeast: 4, excluded: true });
    expect(step.bound.probabilityAtLeast).toBeCloseTo(1 / (1 + Math.exp(-4) + Math.exp(-25)), 12);
  });

  it('is one question from it where that question can still turn the advice', () => {
    // 6 - 4 = 2 ahead, item 2 takes 1: settled; 3 - 4 = 1 behind, item 2 only helps the other: settled.
    expect(adaptiveStep(compiled, 0, [2, OPEN, OPEN]).stop).toBe('bound');
    expect(adaptiveStep(compiled, 0, [1, OPEN, OPEN])).toMatchObject({ stop: 'bound', advised: 'ZT02' });
    const near = smallRuleSet({
      coefficient: (item, s, k) => (item === 0 && k === 0 ? 3 * s : item === 1 && k === 1 ? s : 0),
      constants: [-4, 0, -20, 0],
    });
    const step = adaptiveStep(compileRuleSet(near), 0, [2, OPEN, OPEN]);
    expect(step).toMatchObject({ stop: { undefined: 'not-finished' }, bound: { holds: false } });
    expect(step.questions[0]!.item.code).toBe('HV02');
  });

  it('stops at a probability without a promise, and says the bound where that came first', () => {
    const early = adaptiveStep(compiled, 0, [OPEN, OPEN, OPEN], { kind: 'probability', atLeast: 0.3 });
    expect(early).toMatchObject({ stop: 'probability', asked: 0, sameAsFullRoute: false });
    expect(early.advised).toBe(early.clusters[0]!.cluster);
    const sure = adaptiveStep(compiled, 0, [3, OPEN, OPEN], { kind: 'probability', atLeast: 0.3 });
    expect(sure.stop).toBe('bound');
  });

  it('asks everything where that is the rule', () => {
    expect(adaptiveStep(compiled, 0, [3, OPEN, 0], { kind: 'all' }).stop).toEqual({
      undefined: 'not-finished',
    });
    expect(adaptiveStep(compiled, 0, [3, 0, 0], { kind: 'all' })).toMatchObject({
      stop: 'all',
      advised: 'ZT01',
      status: 'advised',
    });
  });

  it('knows that too many unknown answers leave no advice', () => {
    const step = adaptiveStep(compiled, 0, [ANSWER_UNKNOWN, ANSWER_UNKNOWN, OPEN]);
    expect(step).toMatchObject({ stop: 'bound', advised: { undefined: 'too-many-missing' }, unknown: 2 });
    const last = adaptiveStep(compiled, 0, [ANSWER_UNKNOWN, ANSWER_UNKNOWN, 0]);
    expect(last).toMatchObject({ stop: 'all', status: 'too-many-missing' });
  });

  it('knows that no cluster fits as soon as red rules have taken all', () => {
    const redRules = [0, 1, 2].map((cluster) => ({ item: 0, severity: 4, cluster }));
    const strict = compileRuleSet(smallRuleSet({ redRules }));
    const step = adaptiveStep(strict, 0, [4, OPEN, OPEN]);
    expect(step).toMatchObject({ stop: 'bound', advised: { undefined: 'none-fits' }, clusters: [] });
    expect(adaptiveStep(strict, 0, [4, 0, 0])).toMatchObject({ stop: 'all', status: 'none-fits' });
  });

  it('takes the lowest cluster of a tie that nothing can break', () => {
    const step = adaptiveStep(compileRuleSet(smallRuleSet()), 0, [OPEN, OPEN, OPEN]);
    expect(step).toMatchObject({ stop: 'bound', asked: 0, advised: 'ZT01' });
  });

  it('refuses an answer above the scale and a supercluster that is not there', () => {
    expect(() => adaptiveStep(compiled, 0, [5, OPEN, OPEN])).toThrow(RangeError);
    expect(() => adaptiveStep(compiled, 7, [OPEN, OPEN, OPEN])).toThrow(RangeError);
  });
});

describe('another answer', () => {
  it('gives the same as if it had been given at once, in any order', async () => {
    const { value } = await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'));
    const compiled = compileRuleSet(value!);
    const answers = new Int8Array(19).fill(OPEN);
    answers[6] = 3;
    answers[7] = 0;
    const changed = Int8Array.from(answers);
    changed[6] = 1;
    const direct = new Int8Array(19).fill(OPEN);
    direct[7] = 0;
    direct[6] = 1;
    expect(adaptiveStep(compiled, 0, changed)).toEqual(adaptiveStep(compiled, 0, direct));
  });

  it('is listed where the advice is then another one, or no longer settled', () => {
    const set = smallRuleSet({
      coefficient: (item, s, k) => (item === 0 && k === 0 ? 3 * s : item === 1 && k === 1 ? s : 0),
      constants: [-4, 0, -20, 0],
    });
    const compiled = compileRuleSet(set);
    // 3 -> lead 5 against at most 4: settled. 2 -> lead 2 against 4: open. 1 -> behind: the other.
    const answers = [3, OPEN, OPEN];
    const { changes, comparison } = explainStep(compiled, 0, answers, adaptiveStep(compiled, 0, answers));
    expect(comparison).toEqual({
      first: 'ZT01',
      second: 'ZT02',
      constant: -4,
      items: [{ item: 'HV01', difference: 9 }],
      lead: 5,
      leadAtLeast: 1,
    });
    expect(changes.map(({ item, from, to, advised }) => ({ item, from, to, advised }))).toEqual([
      { item: 'HV01', from: 3, to: 2, advised: { undefined: 'open' } },
      { item: 'HV01', from: 3, to: 1, advised: 'ZT02' },
      { item: 'HV01', from: 3, to: 0, advised: 'ZT02' },
    ]);
  });
});
