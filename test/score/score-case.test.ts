/** The rule on cases reckoned by hand, and what must hold of any case. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRuleSet, createCaseScore, type RuleSet, SCORE_STATUSES, scoreCase } from '../../src/index.ts';
import { type SmallRuleSetParts, smallRuleSet } from '../support/small-rule-set.ts';

interface Case {
  readonly description: string;
  readonly parts?: SmallRuleSetParts;
  readonly ratings: readonly number[];
  readonly supercluster?: number;
  readonly status: (typeof SCORE_STATUSES)[number];
  readonly advised?: string;
  readonly second?: string;
  readonly probability?: number;
  readonly tie?: true;
  readonly missing?: number;
}

const cases: readonly Case[] = [
  {
    description: 'constants alone: exp(1) against two times exp(0)',
    parts: { constants: [0, 1, 0, 5] },
    ratings: [0, 0, 0],
    status: 'advised',
    advised: 'ZT02',
    second: 'ZT01',
    probability: Math.E / (Math.E + 2),
  },
  {
    description: 'a score of 10,000 does not overflow',
    parts: { constants: [10_000, 9_999, -10_000, 0] },
    ratings: [0, 0, 0],
    status: 'advised',
    advised: 'ZT01',
    second: 'ZT02',
    probability: Math.E / (Math.E + 1),
  },
  {
    description: 'a tie: the lowest cluster first, and it is said',
    parts: { constants: [0, 2, 2, 0] },
    ratings: [0, 0, 0],
    status: 'advised',
    advised: 'ZT02',
    second: 'ZT03',
    probability: 1 / (2 + Math.exp(-2)),
    tie: true,
  },
  {
    description: 'a tie on paper that binary numbers miss: 0.1 + 0.2 against 0.3',
    parts: {
      constants: [0.3, 0.1, -9, 0],
      coefficient: (item, severity, k) => (item === 0 && severity === 1 && k === 1 ? 0.2 : 0),
    },
    ratings: [1, 0, 0],
    status: 'advised',
    advised: 'ZT01',
    second: 'ZT02',
    tie: true,
  },
  {
    description: 'a tie where the list is not in order of number: the lowest number still comes first',
    parts: { numbers: [3, 1, 2, 10] },
    ratings: [0, 0, 0],
    status: 'advised',
    advised: 'ZT01',
    second: 'ZT02',
    probability: 1 / 3,
    tie: true,
  },
  {
    description: 'a red rule holds for exactly its severity, not for more',
    parts: { constants: [5, 0, 0, 0], redRules: [{ item: 0, severity: 2, cluster: 0 }] },
    ratings: [3, 0, 0],
    status: 'advised',
    advised: 'ZT01',
  },
  {
    description: 'a red rule takes the best cluster away',
    parts: { constants: [5, 1, 0, 0], redRules: [{ item: 0, severity: 2, cluster: 0 }] },
    ratings: [2, 0, 0],
    status: 'advised',
    advised: 'ZT02',
    second: 'ZT03',
    probability: Math.E / (Math.E + 1),
  },
  {
    description: 'a pair needs both its parts',
    parts: {
      constants: [5, 1, 0, 0],
      redRules: [{ item: 0, severity: 2, item2: 2, severity2: 4, cluster: 0 }],
    },
    ratings: [2, 4, 0],
    status: 'advised',
    advised: 'ZT01',
  },
  {
    description: 'a pair with both parts applies',
    parts: {
      constants: [5, 1, 0, 0],
      redRules: [{ item: 2, severity: 4, item2: 0, severity2: 2, cluster: 0 }],
    },
    ratings: [2, 0, 4],
    status: 'advised',
    advised: 'ZT02',
  },
  {
    description: 'every cluster impossible: none fits, nothing is divided by zero',
    parts: { redRules: [0, 1, 2].map((cluster) => ({ item: 0, severity: 0, cluster })) },
    ratings: [0, 0, 0],
    status: 'none-fits',
  },
  {
    description: 'one cluster left: it is certain and there is no second',
    parts: { redRules: [0, 1].map((cluster) => ({ item: 0, severity: 0, cluster })) },
    ratings: [0, 0, 0],
    status: 'advised',
    advised: 'ZT03',
    probability: 1,
  },
  {
    description: 'a missing item adds nothing and triggers no red rule',
    parts: {
      constants: [0, 1, 0, 0],
      coefficient: (item, _, k) => (item === 0 && k === 0 ? 100 : 0),
      redRules: [{ item: 0, severity: 0, cluster: 1 }],
    },
    ratings: [-1, 0, 0],
    status: 'incomplete',
    advised: 'ZT02',
    missing: 1,
  },
  {
    description: 'more missing than the rule set allows: no advice',
    ratings: [-1, -1, 0],
    status: 'too-many-missing',
    missing: 2,
  },
  {
    description: 'no supercluster: no advice, missing items still counted',
    ratings: [-1, 0, 0],
    supercluster: -1,
    status: 'no-supercluster',
    missing: 1,
  },
  {
    description: 'the sum runs over the supercluster, not over all clusters',
    parts: { constants: [0, 0, 0, 3] },
    ratings: [0, 0, 0],
    supercluster: 1,
    status: 'advised',
    advised: 'ZT10',
    probability: 1,
  },
];

function score(set: RuleSet, ratings: readonly number[], supercluster: number) {
  const compiled = compileRuleSet(set);
  const out = createCaseScore(compiled);
  scoreCase(compiled, ratings, supercluster, out);
  return out;
}

describe('scoreCase', () => {
  it.each(cases)('$description', (one) => {
    const set = smallRuleSet(one.parts);
    const out = score(set, one.ratings, one.supercluster ?? 0);
    expect(SCORE_STATUSES[out.status]).toBe(one.status);
    expect(set.clusters[out.advised]?.code).toBe(one.advised);
    if (one.second !== undefined) expect(set.clusters[out.second]?.code).toBe(one.second);
    if (one.probability !== undefined)
      expect(out.probabilities[out.advised]).toBeCloseTo(one.probability, 12);
    expect(out.tie).toBe(one.tie ? 1 : 0);
    expect(out.itemsMissing).toBe(one.missing ?? 0);
    expect(Number.isNaN(out.entropy)).toBe(one.advised === undefined);
  });

  it('has no second where only one cluster is possible', () => {
    const redRules = [0, 1].map((cluster) => ({ item: 0, severity: 0, cluster }));
    expect(score(smallRuleSet({ redRules }), [0, 0, 0], 0).second).toBe(-1);
  });

  it('refuses a rating above the scale instead of wrapping it', () => {
    expect(() => score(smallRuleSet(), [5, 0, 0], 0)).toThrow(RangeError);
    expect(() => score(smallRuleSet(), [Number.NaN, 0, 0], 0)).toThrow(RangeError);
  });

  it('gives the entropy in nats: two equal clusters have log 2', () => {
    const out = score(smallRuleSet({ redRules: [{ item: 0, severity: 0, cluster: 0 }] }), [0, 0, 0], 0);
    expect(out.entropy).toBeCloseTo(Math.log(2), 14);
  });
});

const rating = fc.integer({ min: -1, max: 4 });
const parts = fc.record({
  values: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 60, maxLength: 60 }),
  constants: fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 4, maxLength: 4 }),
  redRules: fc.array(
    fc.record({
      item: fc.nat(2),
      severity: fc.nat(4),
      item2: fc.nat(2),
      severity2: fc.nat(4),
      cluster: fc.nat(3),
    }),
    { maxLength: 12 },
  ),
});

function build({
  values,
  constants,
  redRules,
}: {
  values: number[];
  constants: number[];
  redRules: RuleSet['redRules'];
}) {
  return smallRuleSet({
    coefficient: (i, s, k) => values[(i * 5 + s) * 4 + k]!,
    constants,
    redRules,
    maxMissing: 2,
  });
}

describe('any case', () => {
  it('has probabilities that sum to 1, or are all 0', () => {
    fc.assert(
      fc.property(
        parts,
        fc.tuple(rating, rating, rating),
        fc.integer({ min: -1, max: 1 }),
        (all, ratings, group) => {
          const out = score(build(all), ratings, group);
          const total = out.probabilities.reduce((sum, p) => sum + p, 0);
          expect(out.advised < 0 ? total : total - 1).toBeCloseTo(0, 12);
          expect(out.probabilities.every((p) => p >= 0 && p <= 1)).toBe(true);
        },
      ),
    );
  });

  it('is not changed by adding one number to all scores', () => {
    const shift = fc.integer({ min: -10_000, max: 10_000 });
    const whole = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(parts, whole, shift, fc.tuple(rating, rating, rating), (all, constants, by, ratings) => {
        const before = score(build({ ...all, constants }), ratings, 0);
        const after = score(build({ ...all, constants: constants.map((value) => value + by) }), ratings, 0);
        expect(after.status).toBe(before.status);
        for (const [k, p] of before.probabilities.entries()) {
          expect(Math.abs(after.probabilities[k]! - p)).toBeLessThan(1e-9);
        }
      }),
    );
  });
});
