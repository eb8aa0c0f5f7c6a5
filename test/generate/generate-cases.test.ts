/** The moments the assumptions promise, and the same bytes for the same seed. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLUSTER_ASSUMPTIONS } from '../../src/generate/assumptions.ts';
import type { SyntheticEpisode } from '../../src/generate/episode.ts';
import { GENERATED_HEADER, generateCases, syntheticEpisodes } from '../../src/generate/generate-cases.ts';
import type { Cell } from '../../src/model/figure.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { DATA_FOLDER } from '../../src/package.ts';
import { loadRuleSet } from '../../src/read/rule-set-folder.ts';
import { dayFromIso } from '../../src/table/day.ts';
import { csvHeader, csvRows } from '../../src/write/csv.ts';

const FOLDER = join(DATA_FOLDER, 'rules', 'zvt-illustrative');
let ruleSet: RuleSet;
let episodes: SyntheticEpisode[];
let closed: SyntheticEpisode[];
beforeAll(async () => {
  ruleSet = (await loadRuleSet(FOLDER)).value!;
  episodes = [...syntheticEpisodes({ members: 8, episodes: 20_000, seed: 1, ruleSet })];
  closed = episodes.filter((episode) => episode.end !== undefined);
});

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const sorted = values.toSorted((a, b) => a - b);
  return { mean, sd, median: sorted[sorted.length >> 1]!, min: sorted[0]!, max: sorted.at(-1)! };
}

const share = (count: number) => count / episodes.length;
function expectWithin(value: number, target: number, tolerance: number) {
  expect(Math.abs(value / target - 1), `${value} against ${target}`).toBeLessThan(tolerance);
}

function csv(seed: number, count = 500, members = 3): string {
  let text = csvHeader(GENERATED_HEADER);
  for (const batch of generateCases({ members, episodes: count, seed, ruleSet })) text += csvRows(batch);
  return text;
}

describe('the stream', () => {
  it('is byte for byte the same for a seed', () => {
    expect(csv(1)).toBe(csv(1));
    expect(csv(2)).not.toBe(csv(1));
    // Kept so that a change of the stream is noticed: the examples in the documents rest on it.
    expect(createHash('sha256').update(csv(1)).digest('hex')).toMatchInlineSnapshot(
      `"68150c5eccb9d488b647bf929d6eaa11af0297080dd325fca764566123d2b3ae"`,
    );
  });

  it.each([1, 999, 1000, 1001, 2500])('makes %i rows, in batches of at most 1,000', (count) => {
    const batches = [...generateCases({ members: 4, episodes: count, seed: 5, ruleSet })];
    expect(batches.reduce((sum, batch) => sum + batch.length, 0)).toBe(count);
    for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(1000);
  });

  it('begins alike however long it is', () => {
    expect(csv(3, 400).startsWith(csv(3, 200))).toBe(true);
  });

  it.each([
    ['members', { members: 0 }],
    ['members', { members: 1001 }],
    ['episodes', { episodes: 1.5 }],
    ['seed', { seed: -1 }],
  ])('refuses %s outside its range: %j', (option, wrong) => {
    const run = () => [...generateCases({ members: 3, episodes: 10, seed: 1, ruleSet, ...wrong })];
    expect(run).toThrow('generate-range');
    expect(() => run()).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ params: expect.objectContaining({ option }) })],
      }),
    );
  });
});

describe('every row', () => {
  it('holds values the case file allows, and says it is synthetic', () => {
    const column = new Map(GENERATED_HEADER.map((name, index) => [name, index]));
    const get = (row: readonly Cell[], name: string) => row[column.get(name)!];
    const days = ['date', 'start', 'end', 'pre_date', 'post_date'];
    for (const batch of generateCases({ members: 5, episodes: 3000, seed: 9, ruleSet })) {
      for (const row of batch) {
        expect(row).toHaveLength(GENERATED_HEADER.length);
        expect(get(row, 'origin')).toBe('synthetic');
        for (const name of GENERATED_HEADER.filter((header) => /^hv\d\d$/.test(header))) {
          expect([0, 1, 2, 3, 4, 9, null]).toContain(get(row, name));
        }
        for (const name of days) {
          const text = get(row, name);
          if (text !== null) expect(dayFromIso(text as string)).toBeTypeOf('number');
        }
        const [start, end, date] = ['start', 'end', 'date'].map((name) => get(row, name) as string | null);
        expect(start! <= (end ?? '2025-12-31')).toBe(true);
        expect(start! <= date! && date! <= (end ?? '2025-12-31')).toBe(true);
        if (get(row, 'post') !== null) expect(get(row, 'pre')).not.toBeNull();
        for (const name of ['bed_days', 'minutes', 'current_revenue', 'cost']) {
          expect(get(row, name)).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('has an episode of its own; a patient comes back later, to the same place', () => {
    expect(new Set(episodes.map((episode) => episode.number)).size).toBe(episodes.length);
    const last = new Map<string, SyntheticEpisode>();
    for (const episode of episodes) {
      const earlier = last.get(episode.patient.id);
      if (earlier) {
        expect(episode.start).toBeGreaterThan(earlier.end!);
        expect(episode.patient).toBe(earlier.patient);
      }
      last.set(episode.patient.id, episode);
    }
    expect(share(last.size)).toBeGreaterThan(0.8);
    expect(share(last.size)).toBeLessThan(0.95);
  });
});

describe('what the assumptions promise', () => {
  it('durations as in England: mean 109.3, median 86, sd 91.3, range 1-365', () => {
    const found = moments(closed.map((episode) => episode.end! - episode.start));
    expectWithin(found.mean, 109.3, 0.05);
    expectWithin(found.median, 86, 0.06);
    expectWithin(found.sd, 91.3, 0.05);
    expect([found.min, found.max]).toEqual([1, 365]);
  });

  it('bed days as in England: mean 2.5, median 0, sd 13.5, a long tail', () => {
    const found = moments(episodes.map((episode) => episode.bedDays));
    expectWithin(found.mean, 2.5, 0.15);
    expectWithin(found.sd, 13.5, 0.15);
    expect(found.median).toBe(0);
    expect(found.max).toBeGreaterThan(150);
    expect(found.max).toBeLessThanOrEqual(365);
  });

  it('contact days as in England, an hour each: mean 6.6, median about 3', () => {
    const found = moments(episodes.map((episode) => episode.minutes / 60));
    expectWithin(found.mean, 6.6, 0.1);
    expect(found.median).toBeGreaterThan(2.5);
    expect(found.median).toBeLessThan(4);
  });

  it('about half the money in bed days, revenue near cost', () => {
    const sum = (pick: (episode: SyntheticEpisode) => number) =>
      episodes.reduce((total, episode) => total + pick(episode), 0);
    const beds = sum((episode) => episode.bedDays * 430) / sum((episode) => episode.cost);
    expect(beds).toBeGreaterThan(0.35);
    expect(beds).toBeLessThan(0.65);
    expectWithin(
      sum((episode) => episode.revenue),
      sum((episode) => episode.cost),
      0.2,
    );
  });

  it('about half of the closed episodes measured twice, the longer and the better a little more often', () => {
    const measured = closed.filter((episode) => episode.post !== undefined);
    const rate = measured.length / closed.length;
    expect(rate).toBeGreaterThan(0.45);
    expect(rate).toBeLessThan(0.57);
    const days = (list: readonly SyntheticEpisode[]) => moments(list.map((e) => e.end! - e.start)).mean;
    expect(days(measured)).toBeGreaterThan(days(closed) * 1.02);
  });

  it.each([1, 2, 3])('members differ in outcome with an ICC of about 0.05 (seed %i)', (seed) => {
    const groups = new Map<string, number[]>();
    for (const { patient, pre, post } of syntheticEpisodes({ members: 8, episodes: 20_000, seed, ruleSet })) {
      if (!pre || !post) continue;
      const list = groups.get(patient.member.name) ?? [];
      list.push(pre.score - post.score);
      groups.set(patient.member.name, list);
    }
    const all = [...groups.values()].map((list) => ({ ...moments(list), n: list.length }));
    const n = all.reduce((sum, group) => sum + group.n, 0);
    const within = all.reduce((sum, group) => sum + (group.n - 1) * group.sd ** 2, 0) / (n - all.length);
    const between = moments(all.map((group) => group.mean)).sd ** 2 - (within * all.length) / n;
    const icc = between / (between + within);
    expect(icc).toBeGreaterThan(0.035);
    expect(icc).toBeLessThan(0.065);
  });

  it('the caseload is the one the illustrative rule set assumes', () => {
    const lines = readFileSync(join(FOLDER, 'profiles.csv'), 'utf8').trim().split('\n').slice(1);
    const assumed = lines.map((line) => line.split(','));
    expect(assumed.map(([code, own]) => [Number(code!.slice(2)), Number(own)])).toEqual(
      Object.entries(CLUSTER_ASSUMPTIONS).map(([number, one]) => [Number(number), one.share]),
    );
  });

  it('the clinician mostly names the cluster the ratings came from, else one nearby', () => {
    expect(share(episodes.filter((e) => e.chosen === e.trueCluster).length)).toBeGreaterThan(0.72);
    expect(share(episodes.filter((e) => e.chosen === e.trueCluster).length)).toBeLessThan(0.84);
    for (const { chosen, trueCluster } of episodes) {
      const [one, other] = [ruleSet.clusters[chosen]!, ruleSet.clusters[trueCluster]!];
      expect(one.supercluster).toBe(other.supercluster);
      expect(Math.abs(chosen - trueCluster)).toBeLessThanOrEqual(2);
    }
  });

  it('few ratings are missing, and hardly ever more than two of a case', () => {
    const missing = episodes.map((episode) => episode.ratings.filter((rating) => rating < 0).length);
    expect(share(missing.filter((n) => n > 0).length)).toBeLessThan(0.15);
    expect(share(missing.filter((n) => n > 2).length)).toBeLessThan(0.006);
    expect(Math.max(...missing)).toBeGreaterThan(2);
  });

  it('psychosomatics is a team of some size', () => {
    const n = episodes.filter((episode) => episode.patient.team === 'psychosomatiek').length;
    expect(share(n)).toBeGreaterThan(0.03);
  });
});
