/** A rule set in the official layout against two independent calculations: R, and the formula written out again. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  compileRuleSet,
  createCaseScore,
  importRuleSet,
  parseRuleTable,
  readSchemeDefaults,
  SCORE_STATUSES,
  scoreCase,
} from '../../src/index.ts';
import { naiveProbabilities, officialTables } from '../support/official-tables.ts';

const tables = officialTables();
const { value: set, issues } = importRuleSet(
  {
    coefficients: parseRuleTable('coefficients.csv', tables.coefficients),
    constants: parseRuleTable('constants.csv', tables.constants),
    redRules: parseRuleTable('red-rules.csv', tables.redRules),
  },
  await readSchemeDefaults(),
  { id: 'random', status: 'local', source: 'random numbers' },
);

describe('random tables in the official layout', () => {
  it('are imported whole, pairs of the red list too', () => {
    expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    expect(set!.redRules.filter((rule) => rule.item2 !== undefined)).toHaveLength(200);
    expect(set!.redRules).toHaveLength(260);
    const sizes = set!.superclusters.map(
      ({ code }) => set!.clusters.filter((c) => c.supercluster === code).length,
    );
    expect(sizes).toEqual([8, 8, 4]);
  });

  it('give every probability of 2,000 cases within 1e-9 of the formula written out', () => {
    const compiled = compileRuleSet(set!);
    const out = createCaseScore(compiled);
    let worst = 0;
    const statuses = new Set<string>();
    for (const one of tables.cases) {
      scoreCase(compiled, one.ratings, compiled.superclusterAt.get(one.supercluster)!, out);
      statuses.add(SCORE_STATUSES[out.status]!);
      const expected = naiveProbabilities(tables.parsed, one);
      set!.clusters.forEach(({ number }, k) => {
        worst = Math.max(worst, Math.abs(out.probabilities[k]! - (expected.get(number) ?? 0)));
      });
    }
    expect(worst).toBeLessThan(1e-9);
    expect([...statuses].sort()).toEqual(['advised', 'incomplete', 'none-fits', 'too-many-missing'].sort());
  });

  it('give the probabilities and the count of cases that fit nowhere that R gives', async () => {
    const path = join(import.meta.dirname, '..', 'reference', 'typing.json');
    const reference = JSON.parse(await readFile(path, 'utf8')) as {
      noneFits: number;
      probabilities: number[][];
    };
    const compiled = compileRuleSet(set!);
    const out = createCaseScore(compiled);
    let noneFits = 0;
    tables.cases.forEach((one, at) => {
      const group = compiled.superclusterAt.get(one.supercluster)!;
      scoreCase(compiled, one.ratings, group, out);
      if (SCORE_STATUSES[out.status] === 'none-fits') noneFits += 1;
      const expected = reference.probabilities[at];
      if (expected === undefined) return;
      const found = [...compiled.superclusters[group]!.members].map((cluster) => out.probabilities[cluster]!);
      found.forEach((value, k) => {
        expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-9);
      });
    });
    expect(reference.probabilities).toHaveLength(300);
    expect(noneFits).toBe(reference.noneFits);
  });
});
