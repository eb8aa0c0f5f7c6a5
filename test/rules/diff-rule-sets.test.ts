/** Two rule sets that differ in known places: each difference is found, and nothing else. */

import { describe, expect, it } from 'vitest';
import {
  compileRuleSet,
  createAdviceComparison,
  diffRuleSets,
  loadRuleSet,
  type RuleSet,
  scoreTable,
} from '../../src/index.ts';
import { lehmer } from '../support/official-tables.ts';
import { caseTable } from '../support/small-rule-set.ts';

const { value } = await loadRuleSet('data/rules/zvt-illustrative');
const base = value!;
const at = (set: RuleSet, item: string, severity: number, cluster: string): number =>
  (set.items.findIndex(({ code }) => code === item) * set.severities + severity) * set.clusters.length +
  set.clusters.findIndex(({ code }) => code === cluster);

function changed(change: (set: RuleSet) => Partial<RuleSet>): RuleSet {
  const copy = {
    ...base,
    coefficients: base.coefficients.slice(),
    constants: base.constants.slice(),
    sha256: 'another',
  };
  return { ...copy, ...change(copy) };
}

describe('differences between rule sets', () => {
  it('none, of a set with itself', () => {
    const diff = diffRuleSets(base, base);
    expect(diff).toMatchObject({
      same: true,
      coefficients: { compared: 1900, changed: 0, largest: [] },
      constants: { compared: 20, changed: 0, largest: [] },
      redRules: { added: 0, removed: 0, changes: [] },
      names: [],
      clusters: { added: [], removed: [], changed: [] },
      items: { added: [], removed: [] },
    });
  });

  it('coefficients and constants, largest first, without the noise of binary numbers', () => {
    const to = changed((set) => {
      set.coefficients[at(set, 'HV07', 3, 'ZT05')]! += 0.1;
      set.coefficients[at(set, 'HV02', 0, 'ZT18')]! -= 2;
      set.constants[0] = set.constants[0]! + 0.5;
      return {};
    });
    const diff = diffRuleSets(base, to);
    expect(diff.same).toBe(false);
    expect(diff.coefficients.changed).toBe(2);
    expect(
      diff.coefficients.largest.map(({ item, severity, cluster, difference }) => [
        item,
        severity,
        cluster,
        difference,
      ]),
    ).toEqual([
      ['HV02', 0, 'ZT18', -2],
      ['HV07', 3, 'ZT05', 0.1],
    ]);
    expect(diff.constants.largest).toMatchObject([{ cluster: base.clusters[0]!.code, difference: 0.5 }]);
    expect(diff.numbers).toHaveLength(3);
  });

  it('red rules, a pair in either order being the same', () => {
    const pair = { item: 3, severity: 2, item2: 7, severity2: 1, cluster: 4 };
    const turned = { item: 7, severity: 1, item2: 3, severity2: 2, cluster: 4 };
    const from = changed((set) => ({ redRules: [...set.redRules, pair] }));
    const to = changed((set) => ({ redRules: [turned, ...set.redRules.slice(1)] }));
    const { redRules } = diffRuleSets(from, to);
    expect(redRules).toMatchObject({ added: 0, removed: 1 });
    const first = base.redRules[0]!;
    expect(redRules.changes).toMatchObject([
      { change: 'removed', cluster: base.clusters[first.cluster]!.code, item: base.items[first.item]!.code },
    ]);
  });

  it('names, codes, superclusters, review terms; clusters that come and go', () => {
    const to = changed((set) => ({
      maxMissing: 3,
      redRules: [],
      clusters: set.clusters.slice(1).map((cluster, k) => {
        if (k === 0) return { ...cluster, code: '2' };
        if (k === 1) return { ...cluster, name: { ...cluster.name, nl: 'Anders' } };
        if (k === 2)
          return { ...cluster, supercluster: 'Y', reviewTerm: { length: 3, unit: 'month' as const } };
        return cluster;
      }),
      coefficients: set.coefficients.filter((_, index) => index % set.clusters.length !== 0),
      constants: set.constants.slice(1),
    }));
    const diff = diffRuleSets(base, to);
    expect(diff.coefficients).toMatchObject({ compared: 1805, changed: 0 });
    expect(diff.clusters.removed).toEqual(['ZT01']);
    expect(diff.clusters.changed).toEqual([
      { cluster: 'ZT04', what: 'supercluster', from: 'X', to: 'Y' },
      { cluster: 'ZT04', what: 'review-term', from: '6 month', to: '3 month' },
    ]);
    expect(diff.names.map(({ what, code }) => [what, code])).toEqual([
      ['cluster', 'ZT03'],
      ['cluster-code', '2'],
    ]);
    expect(diff.maxMissing).toEqual({ from: 2, to: 3 });
    expect(diffRuleSets(to, base).clusters.added).toEqual(['ZT01']);
  });
});

describe('what a change does to advices', () => {
  const draw = lehmer(11);
  const columns: Record<string, (string | number)[]> = { supercluster: [] };
  for (let item = 1; item <= 19; item += 1) columns[`hv${String(item).padStart(2, '0')}`] = [];
  for (let row = 0; row < 400; row += 1) {
    for (const [name, values] of Object.entries(columns)) {
      if (name === 'supercluster') values.push(['X', 'Y', 'Z', ''][draw(4)]!);
      else values.push(draw(60) === 0 ? '' : draw(5));
    }
  }
  const table = caseTable(columns);
  const to = changed((set) => {
    set.constants[4] = set.constants[4]! + 3;
    return { clusters: set.clusters.map((cluster) => ({ ...cluster, code: String(cluster.number) })) };
  });

  it('adds up with both scorings, cluster by cluster', () => {
    const comparison = createAdviceComparison(compileRuleSet(base), compileRuleSet(to));
    comparison.add(table);
    const { n, flipped, share, advised, flips, clusters } = comparison.result();
    const [before, after] = [base, to].map((set) => [...scoreTable(compileRuleSet(set), table).advised]);
    const pairs = before!.map((advice, row) => [advice, after![row]!] as const);
    expect(n).toBe(pairs.filter(([a, b]) => a >= 0 || b >= 0).length);
    // The second set writes 5 where the first writes ZT05: that is no flip.
    expect(flipped).toBe(pairs.filter(([a, b]) => a !== b).length);
    expect(flipped).toBeGreaterThan(10);
    expect(share).toBe(flipped / n);
    expect(advised).toEqual({
      from: before!.filter((advice) => advice >= 0).length,
      to: after!.filter((advice) => advice >= 0).length,
    });
    expect(flips.every((flip) => flip.to === '5')).toBe(true);
    const fifth = clusters.find(({ cluster }) => cluster === '5')!;
    expect(fifth.joined).toBe(flips.reduce((sum, flip) => sum + flip.n, 0));
    for (const { from, to: then, stayed, left, joined } of clusters) {
      expect([from, then]).toEqual([stayed + left, stayed + joined]);
    }
  });

  it('is nothing for the same set, and cannot be said of no rows', () => {
    const comparison = createAdviceComparison(compileRuleSet(base), compileRuleSet(base));
    expect(comparison.result().share).toEqual({ undefined: 'no-advice' });
    comparison.add(table);
    expect(comparison.result()).toMatchObject({ flipped: 0, share: 0, flips: [] });
  });
});
