/** The tail by hand, winners and losers in any bins, and shares that add up. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SIMULATION_OPTIONS,
  prepareSimulation,
  simulate,
  tailReport,
  winnersBy,
} from '../../src/index.ts';
import { anyContracts, anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';

/** 150 patients of one day of 10 euros; two of them with bed days of 300 euros. */
const people: CaseRecord[] = Array.from({ length: 150 }, (_, i) => ({
  patient: `p${i}`,
  payer: i < 100 ? 'VZ1' : 'VZ2',
  chosen: 'ZT01',
  start: '2025-01-01',
  end: '2025-01-02',
  bed_days: i === 3 ? 5 : i === 120 ? 2 : 0,
  current_revenue: 20,
}));
const LIST = 'ZT01 day 10\nZT01 bed-day 300';

describe('the tail', () => {
  const tail = tailReport(prepareSimulation(inputOf(people, scenarioOf({ list: LIST }))), 'nl');

  it('counts the costliest patients of each side', () => {
    // All: 1,500 for days and 2,100 for bed days; 1 % of 150 patients is 2.
    const [, top] = tail.levels;
    expect(top).toEqual({
      share: 0.01,
      patients: 2,
      scenario: { cents: 212_000, share: 2120 / 3600 },
      baseline: { cents: 4000, share: 40 / 3000 },
      difference: { cents: 208_000, share: 2080 / (2080 + 1480) },
    });
    expect(tail.levels.map(({ share, patients }) => [share, patients])).toEqual([
      [0.001, 1],
      [0.01, 2],
      [0.05, 8],
      [0.1, 15],
    ]);
  });

  it('says what it is for and who pays', () => {
    expect(tail.byUnit).toEqual([
      { unit: 'day', topCents: 2000, allCents: 150_000, share: 20 / 1500 },
      { unit: 'bed-day', topCents: 210_000, allCents: 210_000, share: 1 },
    ]);
    expect(tail.byPayer).toEqual([
      { payer: 'VZ1', topCents: 151_000, allCents: 250_000, share: 1510 / 2500 },
      { payer: 'VZ2', topCents: 61_000, allCents: 110_000, share: 610 / 1100 },
    ]);
  });

  it('says so when nothing is paid', () => {
    const none = tailReport(prepareSimulation(inputOf(people, scenarioOf({ list: 'ZT01 day 0' }))), 'en');
    expect(none.levels[0]!.scenario).toEqual({ cents: 0, share: { undefined: 'nothing is paid' } });
  });

  it('adds up to the run for any scenario and contract', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1, maxLength: 20 }),
        anyScenario,
        anyContracts,
        (rows, scenario, contracts) => {
          const prepared = prepareSimulation(inputOf(rows, { ...scenario, contracts }));
          const { total } = simulate(prepared, { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 });
          const found = tailReport(prepared, 'nl');
          const sum = (key: 'topCents' | 'allCents') =>
            found.byPayer.reduce((all, payer) => all + payer[key], 0);
          expect(sum('allCents')).toBe(total.scenarioCents);
          expect(sum('topCents')).toBe(found.levels[1]!.scenario.cents);
          expect(JSON.stringify(found)).not.toMatch(/null|NaN/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('winners', () => {
  const group = (value: string, baselineCents: number, differenceCents: number) => ({
    value,
    n: 1,
    baselineCents,
    scenarioCents: baselineCents + differenceCents,
    differenceCents,
    interval: { undefined: '' },
  });

  it('stand in the bins asked for, from <= change < to', () => {
    const groups = [group('a', 100, -10), group('b', 100, 0), group('c', 100, 10), group('d', 0, 5)];
    expect(winnersBy('site', groups, [-0.1, 0, 0.1]).bins).toEqual([
      { to: -0.1, units: 0, share: 0 },
      { from: -0.1, to: 0, units: 1, share: 0.25 },
      { from: 0, to: 0.1, units: 1, share: 0.25 },
      { from: 0.1, units: 2, share: 0.5 },
    ]);
  });

  it('have shares that add to 1', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -1000, max: 1000 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), (changes) => {
        const bins = winnersBy(
          'team',
          changes.map(([a, b], i) => group(String(i), a, b)),
        ).bins;
        expect(bins.reduce((all, { units }) => all + units, 0)).toBe(changes.length);
        expect(bins.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
