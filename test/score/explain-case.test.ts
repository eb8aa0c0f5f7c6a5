/** The explanation adds up to the score, and every change it names does change the advice. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRuleSet, createCaseScore, explainCase, scoreCase } from '../../src/index.ts';
import { smallRuleSet } from '../support/small-rule-set.ts';

const set = smallRuleSet({
  coefficient: (item, severity, k) => Math.sin(1 + item * 7 + severity * 3 + k * 5) * severity,
  constants: [0.2, -0.1, 0.4, 0],
  redRules: [
    { item: 0, severity: 4, cluster: 2 },
    { item: 1, severity: 0, item2: 2, severity2: 0, cluster: 0 },
  ],
});

describe('explainCase', () => {
  it('names the red rules that apply, pairs with both parts, and leaves the sum visible', () => {
    const explained = explainCase(set, [4, 0, 0], 0);
    const by = new Map(explained.clusters.map((cluster) => [cluster.cluster, cluster]));
    const source = 'small: made for a test';
    expect(by.get('ZT03')!.redRules).toEqual([{ parts: [{ item: 'HV01', severity: 4 }], source }]);
    expect(by.get('ZT03')!.score).toEqual({ undefined: 'red-rule' });
    expect(by.get('ZT03')!.sum).not.toBeNaN();
    expect(by.get('ZT01')!.redRules[0]!.parts).toHaveLength(2);
    expect(explained.advised).toBe('ZT02');
    expect(explained.second).toEqual({ undefined: 'only-one-fits' });
    expect(explained.runnerUp).toEqual({ undefined: 'no-second' });
    expect(explained.rule).toMatchObject({ id: 'small', status: 'local', source: 'made for a test' });
  });

  it('says why there is no advice', () => {
    expect(explainCase(set, [1, 1, 1], -1)).toMatchObject({
      status: 'no-supercluster',
      supercluster: { undefined: 'no-supercluster' },
      advised: { undefined: 'no-supercluster' },
      clusters: [],
      changes: [],
    });
    expect(explainCase(set, [-1, -1, 1], 0).advised).toEqual({ undefined: 'too-many-missing' });
  });

  it('adds up, ranks by probability, and names exactly the single answers that flip the advice', () => {
    const rating = fc.integer({ min: -1, max: 4 });
    const compiled = compileRuleSet(set);
    const out = createCaseScore(compiled);
    fc.assert(
      fc.property(rating, fc.nat(4), fc.nat(4), (a, b, c) => {
        const ratings = [a, b, c];
        const explained = explainCase(set, ratings, 0);
        for (const cluster of explained.clusters) {
          const sum = cluster.contributions.reduce(
            (total, part) => total + part.coefficient,
            cluster.constant,
          );
          expect(cluster.sum).toBeCloseTo(sum, 12);
          if (typeof cluster.score === 'number') expect(cluster.score).toBeCloseTo(sum, 12);
        }
        const order = explained.clusters.map((cluster) => cluster.probability);
        expect(order).toEqual(order.toSorted((x, y) => y - x));
        const gap = explained.runnerUp;
        if ('items' in gap) {
          const total = gap.items.reduce((sum, item) => sum + item.difference, gap.constant);
          expect(total).toBeCloseTo(gap.difference, 12);
        }
        const named = new Set(explained.changes.map((change) => `${change.item}=${change.to}`));
        const flips = new Set<string>();
        ratings.forEach((from, item) => {
          for (let to = 0; to < 5; to++) {
            if (to === from) continue;
            scoreCase(compiled, ratings.with(item, to), 0, out);
            const code = out.advised < 0 ? undefined : set.clusters[out.advised]!.code;
            const now = typeof explained.advised === 'string' ? explained.advised : undefined;
            if (code !== now) flips.add(`HV0${item + 1}=${to}`);
          }
        });
        expect(named).toEqual(flips);
      }),
    );
  });
});
