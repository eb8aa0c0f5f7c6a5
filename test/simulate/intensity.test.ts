/** Relative intensity by hand, its interval against resampling, and the list made from it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Intensity,
  type IntensityTerms,
  prepareSimulation,
  relativeIntensity,
  simulate,
} from '../../src/index.ts';
import { randomFrom } from '../support/random.ts';
import { anyRecord } from './arbitrary.ts';
import { type CaseRecord, day, inputOf, scenarioOf } from './make-input.ts';

const TERMS: IntensityTerms = { from: 'cost', unit: 'day', level: 0.95 };

function intensityOf(
  rows: readonly CaseRecord[],
  terms: Partial<IntensityTerms> = {},
  parts: object = {},
): Intensity {
  const input = inputOf(rows, scenarioOf({ list: 'ZT01 day 1', ...parts }));
  return relativeIntensity(input, { ...TERMS, ...terms }, 'nl');
}

const stay = (patient: string, chosen: string, days: number, cost?: number): CaseRecord => ({
  patient,
  chosen,
  start: '2025-01-01',
  end: `2025-01-${String(days + 1).padStart(2, '0')}`,
  current_revenue: 100,
  ...(cost === undefined ? {} : { cost }),
});

describe('by hand', () => {
  // ZT01: 300 euros over 20 days = 15 a day; ZT02: 700 over 20 = 35; all 1,000 over 40 = 25.
  const rows = [stay('a', 'ZT01', 10, 100), stay('b', 'ZT01', 10, 200), stay('c', 'ZT02', 20, 700)];

  it('is the mean per unit against the mean of all', () => {
    const { clusters, overall } = intensityOf(rows);
    expect(overall).toEqual({ quantity: 40, mean: 25 });
    expect(clusters.map(({ cluster, mean, intensity }) => [cluster, mean, intensity])).toEqual([
      ['ZT01', 15, 0.6],
      ['ZT02', 35, 1.4],
      ...['ZT03', 'ZT10'].map((code) => [
        code,
        { undefined: 'geen eenheden met een waarde' },
        { undefined: 'geen eenheden met een waarde' },
      ]),
    ]);
    expect(clusters[0]!.interval).toEqual({
      undefined: 'te weinig patiënten voor een interval: 2, nodig zijn er 10',
    });
  });

  it('leaves episodes without a cost out of both sides, and counts them', () => {
    const found = intensityOf([...rows, stay('d', 'ZT02', 20)]);
    expect(found).toMatchObject({ episodes: 4, withoutMeasure: 1, overall: { quantity: 40 } });
    expect(found.clusters[1]!.intensity).toBe(1.4);
  });

  it('weighs by probabilities under typing expected', () => {
    const unsure = { ...stay('a', 'ZT01', 10, 100), probabilities: { ZT01: 0.5, ZT02: 0.5 } };
    const sure = { ...stay('b', 'ZT02', 10, 300), probabilities: { ZT02: 1 } };
    const { clusters } = intensityOf([unsure, sure], {}, { typing: 'expected' });
    // ZT01: 50 over 5 days; ZT02: 350 over 15 days; all: 400 over 20 days.
    expect(clusters[0]!.intensity).toBeCloseTo(10 / 20, 12);
    expect(clusters[1]!.intensity).toBeCloseTo(350 / 15 / 20, 12);
  });

  it('makes a list that pays the budget, with the remainder of whole cents', () => {
    const { list } = intensityOf(rows, { budget: 100_001 });
    // Quantity x intensity = 20 x 0.6 + 20 x 1.4 = 40: 2,500.025 cents at intensity 1.
    expect(list).toMatchObject({
      budgetCents: 100_001,
      scaleCents: 100_001 / 40,
      exactTotalCents: 100_001,
      wholeTotalCents: 100_000,
      remainderCents: 1,
    });
    expect(
      list!.newList.map(({ cluster, unit, amountCents, status }) => [cluster, unit, amountCents, status]),
    ).toEqual([
      ['ZT01', 'day', 1500, 'derived'],
      ['ZT02', 'day', 3500, 'derived'],
    ]);
    expect(intensityOf(rows, { budget: 'current' }).list!.budgetCents).toBe(30_000);
  });

  it('refuses to scale nothing', () => {
    expect(() => intensityOf([stay('a', 'ZT01', 1)], { budget: 100 })).toThrow('intensity-nothing-to-scale');
  });
});

it('gives an interval that resampling patients agrees with', () => {
  const random = randomFrom(5);
  const rows = Array.from({ length: 400 }, (_, i) => {
    const chosen = i % 3 === 0 ? 'ZT01' : 'ZT02';
    const days = 1 + Math.floor(random() * 25);
    return stay(`p${i % 300}`, chosen, days, days * (chosen === 'ZT01' ? 10 : 25) * (0.3 + 1.4 * random()));
  });
  const [own] = intensityOf(rows).clusters;
  const byPatient = new Map<string, CaseRecord[]>();
  for (const row of rows) byPatient.set(row.patient!, [...(byPatient.get(row.patient!) ?? []), row]);
  const people = [...byPatient.values()];
  const ratio = (of: readonly CaseRecord[]): number => {
    const mean = (some: readonly CaseRecord[]): number =>
      some.reduce((sum, { cost }) => sum + cost!, 0) /
      some.reduce((sum, { start, end }) => sum + day(end!) - day(start!), 0);
    return mean(of.filter(({ chosen }) => chosen === 'ZT01')) / mean(of);
  };
  const resampled = Array.from({ length: 2000 }, () =>
    Math.log(ratio(people.flatMap(() => people[Math.floor(random() * people.length)]!))),
  );
  const centre = resampled.reduce((sum, value) => sum + value, 0) / resampled.length;
  const sd = Math.sqrt(resampled.reduce((sum, value) => sum + (value - centre) ** 2, 0) / resampled.length);
  const { interval, intensity } = own!;
  if ('undefined' in interval || typeof intensity !== 'number') throw new Error('interval');
  expect(intensity).toBeCloseTo(ratio(rows), 10);
  const reach = Math.log(interval.high / interval.low) / 2;
  // 133 patients: t is 1.978; the resampled sd itself is known to about 2 %.
  expect(reach / (1.978 * sd)).toBeGreaterThan(0.93);
  expect(reach / (1.978 * sd)).toBeLessThan(1.07);
});

it('made into a list, pays the budget but for at most half a cent a unit', () => {
  const rated = anyRecord.chain((record) =>
    fc.integer({ min: 1, max: 9000 }).map((cost): CaseRecord => ({ ...record, cost })),
  );
  fc.assert(
    fc.property(
      fc.array(rated, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('episode' as const, 'day' as const),
      fc.constantFrom('chosen' as const, 'expected' as const),
      fc.integer({ min: 1, max: 10_000_000 }),
      (rows, unit, typing, budget) => {
        const parts = { typing, valuationDate: day('2027-01-01') };
        const { list, clusters } = intensityOf(rows, { unit, budget }, parts);
        const scenario = scenarioOf({ list: 'ZT01 day 1', ...parts });
        const prices = { list: { ...scenario.prices.list, rows: list!.newList }, overrides: [] };
        const paid = simulate(prepareSimulation(inputOf(rows, { ...scenario, prices }))).total.scenarioCents;
        expect(paid).toBe(list!.wholeTotalCents);
        const units = clusters.reduce((sum, { quantity }) => sum + quantity, 0);
        expect(Math.abs(list!.remainderCents)).toBeLessThanOrEqual(units / 2 + 1);
      },
    ),
    { numRuns: 60 },
  );
});
