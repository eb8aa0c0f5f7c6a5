/** Intervals: closed forms against draws, when an interval is given, and what a contract does to it. */

import { describe, expect, it } from 'vitest';
import {
  type CaseTable,
  type Contract,
  DEFAULT_SIMULATION_OPTIONS,
  type MoneyInterval,
  prepareSimulation,
  type ResolvedScenario,
  type SimulationOptions,
  simulate,
} from '../../src/index.ts';
import { skewCorrectedInterval } from '../../src/stats/skew-corrected-interval.ts';
import { randomFrom } from '../support/random.ts';
import { type CaseRecord, CLUSTERS, day, inputOf, scenarioOf } from './make-input.ts';
import { drawPatient, POPULATION_LIST } from './population.ts';
import { clustersOf, payAs } from './row-engine.ts';

function people(n: number, seed: number): CaseRecord[] {
  const random = randomFrom(seed);
  return Array.from({ length: n }, (_, i) => drawPatient(`p${i}`, random)).flat();
}

function run(records: readonly CaseRecord[], parts: object = {}, options: Partial<SimulationOptions> = {}) {
  const scenario = scenarioOf({ list: POPULATION_LIST, typing: 'expected', ...parts });
  return simulate(prepareSimulation(inputOf(records, scenario)), {
    ...DEFAULT_SIMULATION_OPTIONS,
    ...options,
  });
}

function intervalOf(result: ReturnType<typeof run>): MoneyInterval {
  const { interval } = result.total;
  if ('undefined' in interval) throw new Error(interval.undefined);
  return interval;
}

function sdOf(result: ReturnType<typeof run>) {
  const { sd } = result.total;
  if ('undefined' in sd) throw new Error(sd.undefined);
  return sd;
}

describe('variances', () => {
  const records = people(300, 7);
  const scenario = scenarioOf({ list: POPULATION_LIST, typing: 'expected' });

  it('typing equals drawing a cluster per rating', () => {
    const random = randomFrom(99);
    const pay = records.map((record) => CLUSTERS.map((cluster) => payAs(record, scenario, cluster)));
    const units = new Map<string, number[]>();
    for (const [i, record] of records.entries()) {
      const key = record.date ? JSON.stringify([record.patient, record.probabilities]) : `row ${i}`;
      units.set(key, [...(units.get(key) ?? []), i]);
    }
    const totals = Array.from({ length: 4000 }, () => {
      let total = 0;
      for (const rows of units.values()) {
        const shares = Object.entries(records[rows[0]!]!.probabilities!);
        const cluster = random() < shares[0]![1] ? shares[0]![0] : shares[1]![0];
        for (const row of rows) total += pay[row]![CLUSTERS.indexOf(cluster)]!;
      }
      return total;
    });
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (totals.length - 1);
    const result = run(records);
    // Standard error of an sd from 4,000 draws is 1.1 %.
    expect(sdOf(result).typingCents / Math.sqrt(variance)).toBeCloseTo(1, 1);
    expect(Math.abs(sdOf(result).typingCents / Math.sqrt(variance) - 1)).toBeLessThan(0.04);
    expect(Math.abs(mean - result.total.scenarioCents)).toBeLessThan(
      (4 * Math.sqrt(variance)) / Math.sqrt(4000),
    );
  });

  it('of rows without advice is 0, also where one rating has several chosen clusters', () => {
    const unrated = (chosen: string): CaseRecord => ({
      ...records[0]!,
      patient: 'unrated',
      chosen,
      probabilities: {},
      date: '2024-06-01',
    });
    const typing = sdOf(run(records)).typingCents;
    expect(sdOf(run([...records, unrated('ZT01'), unrated('ZT10')])).typingCents).toBe(typing);
  });

  it('is 0 for typing when the clusters are given', () => {
    expect(sdOf(run(records, { typing: 'chosen' })).typingCents).toBe(0);
  });

  it('adds as the target says', () => {
    const own = sdOf(run(records));
    expect(own.totalCents).toBeCloseTo(Math.hypot(own.typingCents, own.samplingCents), -1);
    const next = sdOf(run(records, {}, { intervalTarget: 'next-year' }));
    expect(next.totalCents).toBeCloseTo(Math.hypot(own.typingCents, Math.SQRT2 * own.samplingCents), -1);
    expect(sdOf(run(records, {}, { intervalTarget: 'these-patients' })).totalCents).toBe(own.typingCents);
  });
});

describe('the interval', () => {
  it('is not given under 200 patients, and says how many there are', () => {
    const { interval, sd } = run(people(199, 3)).total;
    expect(interval).toEqual({ undefined: 'Te weinig patiënten voor een interval: 199, nodig zijn er 200.' });
    expect('undefined' in sd).toBe(false);
  });

  it('is indicative up to 1,000 patients, with the share of the costliest 1 %', () => {
    expect(intervalOf(run(people(200, 3))).note).toMatch(
      /^indicatief: 200 patiënten; .* \d.*% van het geld$/,
    );
    const note = intervalOf(run(people(200, 3), {}, { lang: 'en' })).note;
    expect(note).toMatch(/^indicative: 200 patients/);
  });

  it('is firm from 1,000, and from 2,000 where few stays are very long', () => {
    const withStays = (n: number) => people(n, 5).map((r, i) => ({ ...r, bed_days: i === 0 ? 120 : 0 }));
    const withoutStays = (n: number) => people(n, 5).map((r) => ({ ...r, bed_days: 0 }));
    expect(intervalOf(run(withoutStays(1000))).note).toBeUndefined();
    expect(intervalOf(run(withStays(1000))).note).toBeDefined();
    expect(intervalOf(run(withStays(2000))).note).toBeUndefined();
  });

  it('leans to the heavy side', () => {
    const result = run(people(1500, 11), { typing: 'chosen' });
    const { lowCents, highCents } = intervalOf(result);
    const down = result.total.differenceCents - lowCents;
    const up = highCents - result.total.differenceCents;
    expect(Math.max(down, up) / Math.min(down, up)).toBeGreaterThan(1.02);
  });

  it('inverts the transformation of Hall', () => {
    for (const c of [-0.4, -0.01, 0.03, 0.2]) {
      const g = (t: number): number => t + (c / 3) * t ** 2 + (c ** 2 / 27) * t ** 3 + c / 6;
      const { low, high } = skewCorrectedInterval(0, 1, c, 0.95);
      expect(g(-low)).toBeCloseTo(1.959963984540054, 12);
      expect(g(-high)).toBeCloseTo(-1.959963984540054, 12);
    }
    const plain = skewCorrectedInterval(10, 2, 0, 0.95);
    expect(plain.low).toBeCloseTo(10 - 2 * 1.959963984540054, 12);
  });
});

describe('under a contract that bends', () => {
  const records = people(1200, 21);
  const cap = (payer: string, agreedCents: number): Contract => ({ payer, form: 'revenue-cap', agreedCents });
  const same = (agreedCents: number) => ({ contracts: [cap('*', agreedCents)] });

  it('a ceiling far away changes nothing but the way of computing', () => {
    const linear = run(records, { typing: 'chosen' });
    const drawn = run(records, { ...same(1e15), typing: 'chosen' }, { draws: 20_000 });
    expect(drawn.total.differenceCents).toBe(linear.total.differenceCents);
    expect(sdOf(drawn).samplingCents / sdOf(linear).samplingCents).toBeCloseTo(1, 1);
    const width = (r: ReturnType<typeof run>) => intervalOf(r).highCents - intervalOf(r).lowCents;
    expect(width(drawn) / width(linear)).toBeCloseTo(1, 1);
    const groups = linear.by.site!.map((group, i) => [group.interval, drawn.by.site![i]!.interval] as const);
    for (const [a, b] of groups) {
      if ('undefined' in a || 'undefined' in b) throw new Error('interval');
      expect((b.highCents - b.lowCents) / (a.highCents - a.lowCents)).toBeCloseTo(1, 1);
    }
  });

  it('a ceiling deep under production leaves only what the baseline varies', () => {
    const capped = run(records, {
      ...same(100),
      baseline: scenarioOf({ list: POPULATION_LIST, contracts: [cap('*', 50)] }),
    });
    const { lowCents, highCents } = intervalOf(capped);
    expect([lowCents, highCents]).toEqual([50, 50]);
  });

  it('gives the same bytes for the same seed, others for another', () => {
    const parts = same(run(records).total.scenarioCents);
    const first = JSON.stringify(run(records, parts));
    expect(JSON.stringify(run(records, parts))).toBe(first);
    expect(JSON.stringify(run(records, parts, { seed: 2 }))).not.toBe(first);
  });

  it('cuts the upper side at the ceiling', () => {
    const open = run(records);
    const capped = run(records, same(open.total.scenarioCents));
    const width = (r: ReturnType<typeof run>) => intervalOf(r).highCents - intervalOf(r).lowCents;
    expect(width(capped)).not.toBe(width(open));
    expect(capped.total.scenarioCents).toBe(open.total.scenarioCents);
  });
});

describe('of a cluster', () => {
  const records = people(1100, 31).map((record, i) => ({ ...record, chosen: CLUSTERS[i % 4]! }));

  const DEARER = POPULATION_LIST.replaceAll(/ day (\d+)/g, ' day 1$1');

  /** Cents for one episode if it were of the cluster: these lists have one price a unit, whatever the day. */
  function payIn(record: CaseRecord, list: string, cluster: string): number {
    const days = Math.max(1, day(record.end!) - day(record.start!));
    const lines = list
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string, string]);
    return lines
      .filter(([name]) => name === cluster)
      .reduce((cents, [, unit, euros]) => {
        const quantity = unit === 'day' ? days : unit === 'bed-day' ? record.bed_days! : 1;
        return cents + quantity * Number(euros) * 100;
      }, 0);
  }

  /** From rows: what each patient has in the cluster, and what drawing a cluster per rating does to it. */
  function fromRows(cluster: string, scenario: ResolvedScenario): { low: number; high: number } {
    const { baseline } = scenario;
    const shareOf = (record: CaseRecord, { typing }: ResolvedScenario) =>
      clustersOf(record, typing).find(([name]) => name === cluster)?.[1] ?? 0;
    const patients = new Map<string, number>();
    const ratings = new Map<string, { p: number; amount: number }>();
    let estimate = 0;
    for (const [i, record] of records.entries()) {
      const p = shareOf(record, scenario);
      const pay = payIn(record, POPULATION_LIST, cluster);
      const before = baseline === 'current' ? record.current_revenue! * 100 : payIn(record, DEARER, cluster);
      const beforeShare = baseline === 'current' ? p : shareOf(record, baseline);
      const value = p * pay - beforeShare * before;
      estimate += value;
      patients.set(record.patient!, (patients.get(record.patient!) ?? 0) + value);
      const beforeIsDrawn =
        baseline === 'current' ? scenario.typing === 'expected' : baseline.typing === 'expected';
      const amount = (scenario.typing === 'expected' ? pay : 0) - (beforeIsDrawn ? before : 0);
      const key = record.date ? JSON.stringify([record.patient, record.probabilities]) : `row ${i}`;
      const known = ratings.get(key)?.amount ?? 0;
      ratings.set(key, { p: record.probabilities?.[cluster] ?? 0, amount: known + amount });
    }
    const values = [...patients.values()];
    const mean = estimate / values.length;
    const power = (k: number) => values.reduce((sum, value) => sum + (value - mean) ** k, 0);
    const sampling = (values.length / (values.length - 1)) * power(2);
    const typing = [...ratings.values()].reduce((sum, { p, amount }) => sum + p * (1 - p) * amount ** 2, 0);
    const variance = sampling + typing;
    const skewness = (power(3) / power(2) ** 1.5) * (sampling / variance) ** 1.5;
    return skewCorrectedInterval(estimate, Math.sqrt(variance), skewness, 0.95);
  }

  it.each([
    ['expected', 'current'],
    ['chosen', 'current'],
    ['expected', 'chosen'],
    ['expected', 'expected'],
  ] as const)('equals the one from rows: typing %s against %s', (typing, before) => {
    const parts = {
      list: POPULATION_LIST,
      typing,
      baseline: before === 'current' ? ('current' as const) : scenarioOf({ list: DEARER, typing: before }),
    };
    const scenario = scenarioOf(parts);
    for (const { cluster, interval } of run(records, parts).byCluster) {
      if ('undefined' in interval) throw new Error(interval.undefined);
      const { low, high } = fromRows(cluster, scenario);
      const width = high - low;
      expect(Math.abs(interval.lowCents - low)).toBeLessThan(1 + 1e-9 * width);
      expect(Math.abs(interval.highCents - high)).toBeLessThan(1 + 1e-9 * width);
    }
  });

  it('follows the contract: a ceiling far away gives the same', () => {
    const parts = { typing: 'expected' as const };
    const capped = (agreedCents: number) => ({
      ...parts,
      contracts: [{ payer: '*', form: 'revenue-cap', agreedCents } as const],
    });
    const linear = run(records, parts).byCluster;
    const far = run(records, capped(1e15), { draws: 20_000 }).byCluster;
    const widthOf = ({ interval }: (typeof linear)[number]) =>
      'undefined' in interval ? Number.NaN : interval.highCents - interval.lowCents;
    for (const [k, cluster] of linear.entries())
      expect(widthOf(far[k]!) / widthOf(cluster)).toBeCloseTo(1, 1);
  });

  it('is not given for fewer than 200 patients', () => {
    const few = people(300, 7);
    expect(run(few, { typing: 'chosen' }).byCluster.map(({ interval }) => 'undefined' in interval)).toEqual(
      CLUSTERS.map(() => true),
    );
  });
});

it('does not change its inputs', () => {
  const records = people(20, 1);
  const input = inputOf(records, scenarioOf({ list: POPULATION_LIST, typing: 'expected' }));
  const copy = (table: CaseTable) =>
    JSON.stringify([...table.columns].map(([k, c]) => [k, JSON.stringify(c)]));
  const before = [copy(input.table), JSON.stringify(input.scenario), input.typing.probabilities!.join()];
  simulate(prepareSimulation(input));
  expect([copy(input.table), JSON.stringify(input.scenario), input.typing.probabilities!.join()]).toEqual(
    before,
  );
});
