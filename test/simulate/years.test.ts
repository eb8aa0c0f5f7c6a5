/** Several years by hand, and each as a run of its own. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Contract,
  DEFAULT_SIMULATION_OPTIONS,
  prepareSimulation,
  type ResolvedScenario,
  type SimulationYear,
  simulate,
  simulateYears,
  type YearsBlock,
} from '../../src/index.ts';
import { scenarioOfYear } from '../../src/simulate/scenario-of-year.ts';
import { anyContracts, anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, CLUSTERS, inputOf, scenarioOf } from './make-input.ts';

const FEW_DRAWS = { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 };
const ONE: CaseRecord = {
  patient: 'a',
  payer: 'VZ1',
  chosen: 'ZT01',
  start: '2025-02-01',
  end: '2025-02-11',
  current_revenue: 50,
};
const LIST = 'ZT01 day 10\nZT02 day 30';

function yearsOf(rows: readonly CaseRecord[], scenario: ResolvedScenario): SimulationYear[] {
  const input = inputOf(rows, scenario);
  return simulateYears(input, simulate(prepareSimulation(input), FEW_DRAWS), FEW_DRAWS);
}

const totals = (years: YearsBlock, parts: object = {}): number[] =>
  yearsOf([ONE], scenarioOf({ list: LIST, years, ...parts })).map(({ scenarioCents }) => scenarioCents);

describe('by hand', () => {
  it('prices and volume grow from year to year', () => {
    expect(totals({ count: 3, index: 1.1, volume: [{ factor: 2 }] })).toEqual([10_000, 22_000, 48_400]);
    expect(totals({ count: 3, index: [1.1, 1.2] })).toEqual([10_000, 11_000, 13_200]);
    expect(totals({ count: 2, volume: [{ cluster: 'ZT02', factor: 3 }] })).toEqual([10_000, 10_000]);
  });

  it('an override that fixes an amount grows too', () => {
    const overrides = [{ amountCents: 2000 }];
    expect(totals({ count: 2, index: 1.5 }, { overrides })).toEqual([20_000, 30_000]);
  });

  it('the transition fades: old 200, new 100, shares 0.7, 0.5, 0', () => {
    const contracts: Contract[] = [{ payer: '*', form: 'transition', oldBudgetCents: 20_000, share: 0.7 }];
    expect(totals({ count: 3, transition: [0.5, 0] }, { contracts })).toEqual([17_000, 15_000, 10_000]);
  });

  it('a fifth of a cluster becomes another every year, also one that the file does not have', () => {
    const mixShift = [{ from: 'ZT01', to: 'ZT02', share: 0.2 }];
    // 0.8 x 100 + 0.2 x 300; 0.64 x 100 + 0.36 x 300.
    expect(totals({ count: 3, mixShift })).toEqual([10_000, 14_000, 17_200]);
    const known = inputOf([ONE], scenarioOf({ list: LIST, years: { count: 2, mixShift } }), ['ZT01']);
    const [, next] = simulateYears(known, simulate(prepareSimulation(known)), FEW_DRAWS);
    expect(next!.scenarioCents).toBe(14_000);
  });

  it('refuses a shift to a cluster that nobody knows', () => {
    const mixShift = [{ from: 'ZT01', to: 'ZT99', share: 0.2 }];
    expect(() => totals({ count: 2, mixShift })).toThrow('years-mix-unknown');
  });

  it('contracts with a year hold in that year', () => {
    const cap = (year: number, agreedCents: number): Contract => ({
      payer: 'VZ1',
      form: 'revenue-cap',
      year,
      agreedCents,
    });
    const contracts = [cap(2025, 5000), cap(2026, 8000)];
    expect(totals({ count: 3, from: 2025 }, { contracts })).toEqual([5000, 8000, 10_000]);
  });

  it('current revenue stays; a baseline follows its own growth', () => {
    const years = yearsOf([ONE], scenarioOf({ list: LIST, years: { count: 2, from: 2025, index: 2 } }));
    expect(years.map(({ baselineCents, calendarYear }) => [baselineCents, calendarYear])).toEqual([
      [5000, 2025],
      [5000, 2026],
    ]);
    const baseline = scenarioOf({ list: LIST, years: { count: 2, index: 3 } });
    const both = yearsOf([ONE], scenarioOf({ list: LIST, baseline, years: { count: 2, index: 2 } }));
    expect(both[1]).toMatchObject({ baselineCents: 30_000, scenarioCents: 20_000 });
  });
});

const factor = fc.integer({ min: 90, max: 120 }).map((percent) => percent / 100);
const anyYears: fc.Arbitrary<YearsBlock> = fc.record({
  count: fc.constant(3),
  index: fc.oneof(factor, fc.array(factor, { minLength: 2, maxLength: 2 })),
  volume: fc.array(fc.record({ cluster: fc.constantFrom(...CLUSTERS), factor }), { maxLength: 2 }),
  mixShift: fc.array(fc.constant({ from: 'ZT01', to: 'ZT03', share: 0.25 }), { maxLength: 1 }),
});

it('year 0 is the single-year run, and every later year a run of its own', () => {
  fc.assert(
    fc.property(
      fc.array(anyRecord, { minLength: 1, maxLength: 12 }),
      anyScenario,
      anyScenario,
      anyContracts,
      anyYears,
      fc.boolean(),
      (rows, a, b, contracts, years, trend) => {
        const baseline = trend ? { ...b, years } : b;
        const scenario = { ...a, baseline, contracts, years };
        const found = yearsOf(rows, scenario);
        for (const [year, one] of found.entries()) {
          const alone = simulate(prepareSimulation(inputOf(rows, scenarioOfYear(scenario, year))), FEW_DRAWS);
          expect(one).toMatchObject({ year, ...alone.total });
          expect(one.contracts.map(({ netCents }) => netCents)).toEqual(
            alone.contracts.map(({ netCents }) => netCents),
          );
        }
        expect(found[0]).toMatchObject(
          simulate(prepareSimulation(inputOf(rows, { ...scenario, years: undefined })), FEW_DRAWS).total,
        );
      },
    ),
    { numRuns: 25 },
  );
});
