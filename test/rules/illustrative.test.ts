/** The bundled rule set: derived from its profiles, complete, and calibrated on them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveIllustrative } from '../../data/rules/derive-illustrative.ts';
import {
  checkRuleSet,
  compileRuleSet,
  createCaseScore,
  DATA_FOLDER,
  isRuledOut,
  loadRuleSet,
  REFERENCE_RATING_SHARES,
  type RuleSet,
  ratingProbabilities,
  readRuleTable,
  scoreCase,
} from '../../src/index.ts';
import { randomFrom } from '../support/random.ts';

const FOLDER = join(DATA_FOLDER, 'rules', 'zvt-illustrative');
let set: RuleSet;

beforeAll(async () => {
  const { value, issues } = await loadRuleSet(FOLDER);
  expect(issues).toEqual([]);
  set = value!;
});

describe('the illustrative rule set', () => {
  it('is what the profiles derive: `npm run data:rules` changes nothing', async () => {
    for (const [name, text] of Object.entries(await deriveIllustrative())) {
      expect(await readFile(join(FOLDER, name), 'utf8'), name).toBe(text);
    }
  });

  it('covers 19 items, 20 clusters and 3 superclusters, and says what it is', () => {
    expect(set.items.map((item) => item.code)).toEqual(
      Array.from({ length: 19 }, (_, i) => `HV${String(i + 1).padStart(2, '0')}`),
    );
    const numbers = set.clusters.map((cluster) => cluster.number);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
    expect(set.superclusters.map((group) => group.code)).toEqual(['X', 'Y', 'Z']);
    expect(set.status).toBe('illustrative');
    expect(checkRuleSet(set)).toEqual([]);
    expect(set.clusters.filter((cluster) => cluster.reviewTerm === undefined)).toEqual([]);
    expect(set.redRules.some((rule) => rule.item2 !== undefined)).toBe(true);
  });

  it('advises a cluster to the typical case of its profile, and is sure of it', async () => {
    const compiled = compileRuleSet(set);
    const out = createCaseScore(compiled);
    const profiles = await readRuleTable(join(FOLDER, 'profiles.csv'));
    const sure = profiles.rows.map((cells, k) => {
      expect(cells[0]).toBe(set.clusters[k]!.code);
      scoreCase(compiled, cells.slice(2).map(typicalRating), compiled.superclusterOf[k]!, out);
      expect(set.clusters[out.advised]?.code).toBe(cells[0]);
      return out.probabilities[k]!;
    });
    expect(Math.min(...sure)).toBeGreaterThan(0.75);
  });

  it('gives probabilities that come true: of cases drawn from the profiles, the stated share is right', () => {
    const compiled = compileRuleSet(set);
    const out = createCaseScore(compiled);
    const random = randomFrom(20);
    const shares = assumedShares();
    const bands = Array.from({ length: 5 }, () => ({ n: 0, stated: 0, right: 0 }));
    for (let draw = 0; draw < 10_000; draw++) {
      const cluster = pick(shares, random());
      scoreCase(compiled, drawCase(cluster, random), compiled.superclusterOf[cluster]!, out);
      const stated = out.probabilities[out.advised]!;
      const band = bands[Math.min(4, Math.floor(stated * 5))]!;
      band.n += 1;
      band.stated += stated;
      band.right += out.advised === cluster ? 1 : 0;
    }
    for (const band of bands.filter(({ n }) => n >= 200)) {
      const error = Math.sqrt(((band.stated / band.n) * (1 - band.stated / band.n)) / band.n);
      expect(Math.abs(band.right - band.stated) / band.n).toBeLessThan(4 * error + 0.002);
    }
    expect(bands.filter(({ n }) => n >= 200).length).toBeGreaterThanOrEqual(3);
  });

  it('has rating probabilities that sum to 1, and follow the reference where the profile is blank', () => {
    for (let k = 0; k < set.clusters.length; k++) {
      const p = ratingProbabilities(set, k);
      for (let item = 0; item < 19; item++) {
        const part = Array.from(p.slice(item * 5, item * 5 + 5));
        expect(part.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        if (item < 18) continue;
        for (const [s, value] of part.entries()) expect(value).toBeCloseTo(REFERENCE_RATING_SHARES[s]!, 12);
      }
    }
  });
});

/** Middle of a cell such as `3-4!`, halves up; a blank cell says nothing of the item: no problem. */
function typicalRating(cell: string): number {
  const [low = 0, high = low] = (cell.match(/\d/g) ?? []).map(Number);
  return Math.ceil((low + high) / 2);
}

/** The case mix that the constants assume: constant = log share - log P(no red rule), so it is undone by drawing. */
function assumedShares(): number[] {
  const accepted = set.clusters.map((_, k) => {
    const random = randomFrom(k + 1);
    let kept = 0;
    for (let i = 0; i < 1000; i++) kept += isRuledOut(set, k, drawOnce(k, random)) ? 0 : 1;
    return kept / 1000;
  });
  const weights = set.clusters.map((_, k) => Math.exp(set.constants[k]!) * accepted[k]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function drawOnce(cluster: number, random: () => number): number[] {
  const p = ratingProbabilities(set, cluster);
  return set.items.map((_, item) => pick(Array.from(p.slice(item * 5, item * 5 + 5)), random()));
}

function drawCase(cluster: number, random: () => number): number[] {
  for (;;) {
    const ratings = drawOnce(cluster, random);
    if (!isRuledOut(set, cluster, ratings)) return ratings;
  }
}

function pick(shares: readonly number[], u: number): number {
  let left = u;
  const at = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return at < 0 ? shares.length - 1 : at;
}
