/** One patient to euros: the parts add up, the parts are right, and all patients make the run. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Contract,
  DEFAULT_SIMULATION_OPTIONS,
  type EpisodeSide,
  explainPayment,
  type PatientPayment,
  prepareSimulation,
  type ResolvedScenario,
  simulate,
} from '../../src/index.ts';
import { anyContracts, anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, day, inputOf, scenarioOf } from './make-input.ts';
import { payOf } from './row-engine.ts';

const FEW_DRAWS = { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 };
const records = fc.array(anyRecord, { minLength: 1, maxLength: 20 });

function explained(rows: readonly CaseRecord[], scenario: ResolvedScenario, ...of: number[]): PatientPayment {
  return explainPayment(prepareSimulation(inputOf(rows, scenario)), of, 'nl');
}

function partsOf({ lines, contracts }: EpisodeSide): number {
  return [...lines, ...contracts].reduce((sum, { cents }) => sum + cents, 0);
}

describe('all patients together', () => {
  it('are the total of the run to the cent, and every part adds up', () => {
    fc.assert(
      fc.property(records, anyScenario, anyScenario, anyContracts, anyContracts, (rows, a, b, c, d) => {
        const scenario = { ...a, contracts: c, baseline: { ...b, contracts: d } };
        const prepared = prepareSimulation(inputOf(rows, scenario));
        const { total } = simulate(prepared, FEW_DRAWS);
        const sum = { baselineCents: 0, scenarioCents: 0, differenceCents: 0 };
        const seen = new Set<number>();
        for (const row of rows.keys()) {
          if (seen.has(row + 1)) continue;
          const payment = explainPayment(prepared, [row], 'nl');
          if ('undefined' in payment.total) throw new Error(payment.total.undefined);
          expect(payment.run).toEqual({
            baselineCents: total.baselineCents,
            scenarioCents: total.scenarioCents,
            differenceCents: total.differenceCents,
          });
          for (const key of ['baselineCents', 'scenarioCents', 'differenceCents'] as const) {
            sum[key] += payment.total[key];
            expect(payment.episodes.reduce((all, episode) => all + episode[key], 0)).toBe(payment.total[key]);
          }
          for (const {
            row: own,
            baseline,
            scenario: side,
            baselineCents,
            scenarioCents,
          } of payment.episodes) {
            seen.add(own);
            expect([baseline.cents, side.cents]).toEqual([baselineCents, scenarioCents]);
            expect([partsOf(baseline), partsOf(side)]).toEqual([baselineCents, scenarioCents]);
          }
        }
        expect(sum).toMatchObject({
          baselineCents: total.baselineCents,
          scenarioCents: total.scenarioCents,
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('one episode', () => {
  it('is its lines: probability x quantity x price, as the slow calculation pays it', () => {
    fc.assert(
      fc.property(records, anyScenario, (rows, scenario) => {
        for (const { row, scenario: side } of explained(rows, scenario, 0).episodes) {
          const exact = side.lines.reduce(
            (sum, line) => sum + line.probability * line.quantity * line.priceCents,
            0,
          );
          const expected = payOf(rows[row - 1]!, scenario);
          expect(Math.abs(exact - expected)).toBeLessThan(1e-6 + 1e-9 * expected);
          for (const line of side.lines) {
            const { listedCents, override, index, volume } = line;
            const amount = override?.amountCents ?? listedCents * (override?.factor ?? 1);
            expect(line.priceCents).toBeCloseTo(amount * index * volume, 6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  const NEAR: CaseRecord = {
    patient: 'p1',
    payer: 'VZ1',
    probabilities: { ZT01: 0.25, ZT02: 0.75 },
    chosen: 'ZT01',
    start: '2025-03-01',
    end: '2025-03-11',
    bed_days: 4,
    current_revenue: 100,
  };

  it('shows each stretch of days at its own price, with index and override', () => {
    const scenario = scenarioOf({
      list: 'ZT01 day 10 - - - 2025-03-04\nZT01 day 20 - - 2025-03-05 -\nZT01 bed-day 100',
      overrides: [{ cluster: '1', unit: 'day', factor: 2, from: day('2025-03-08') }],
      index: [{ from: day('2025-03-10'), factor: 1.1 }],
    });
    const { episodes, total } = explained([NEAR], scenario, 0);
    const { lines } = episodes[0]!.scenario;
    expect(
      lines.map(({ unit, from, until, quantity, priceCents, cents }) => [
        unit,
        from,
        until,
        quantity,
        priceCents,
        cents,
      ]),
    ).toEqual([
      ['day', '2025-03-01', '2025-03-04', 4, 1000, 4000],
      ['day', '2025-03-05', '2025-03-07', 3, 2000, 6000],
      ['day', '2025-03-08', '2025-03-09', 2, 4000, 8000],
      ['day', '2025-03-10', '2025-03-10', 1, 4400, 4400],
      ['bed-day', '2025-03-01', '2025-03-09', 3.6, 10_000, 36_000],
      ['bed-day', '2025-03-10', '2025-03-10', 0.4, 11_000, 4400],
    ]);
    expect(total).toEqual({ baselineCents: 10_000, scenarioCents: 62_800, differenceCents: 52_800 });
    expect(episodes[0]!.baseline).toMatchObject({ paidBy: 'current', cents: 10_000 });
  });

  it('weighs clusters by their probabilities, and says what has no price', () => {
    const scenario = scenarioOf({ list: 'ZT02 day 10', typing: 'expected' });
    const { clusters, lines, gaps } = explained([NEAR], scenario, 0).episodes[0]!.scenario;
    expect(clusters).toEqual([
      { cluster: 'ZT01', probability: 0.25 },
      { cluster: 'ZT02', probability: 0.75 },
    ]);
    expect(lines.map(({ cluster, cents }) => [cluster, cents])).toEqual([['ZT02', 7500]]);
    expect(gaps).toEqual([{ cluster: 'ZT01', probability: 0.25, days: 10 }]);
  });

  it('spreads a contract by gross payment', () => {
    const other = { ...NEAR, patient: 'p2', end: '2025-03-31' };
    const cap: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 20_000 };
    const scenario = scenarioOf({ list: 'ZT01 day 10', contracts: [cap] });
    // Gross 100 and 300 euros, 200 paid: a quarter of the 200 that is repaid falls on the first.
    const { contracts, grossCents, cents } = explained([NEAR, other], scenario, 0).episodes[0]!.scenario;
    expect(contracts).toEqual([{ payer: 'VZ1', form: 'revenue-cap', binding: 'revenue-cap', cents: -5000 }]);
    expect([grossCents, cents]).toEqual([10_000, 5000]);
  });

  it('shares a lump sum without production by episodes', () => {
    const lump: Contract = { payer: 'VZ1', form: 'lump-sum', agreedCents: 9000 };
    const scenario = scenarioOf({ list: 'ZT01 day 0', contracts: [lump] });
    const three = [NEAR, { ...NEAR, patient: 'p2' }, { ...NEAR, patient: 'p3' }];
    expect(explained(three, scenario, 1).total).toMatchObject({ scenarioCents: 3000 });
  });

  it('says why an episode leaves both sides, and keeps the others of the patient', () => {
    const rows = [NEAR, { ...NEAR, current_revenue: Number.NaN }];
    const payment = explained(rows, scenarioOf({ list: 'ZT01 day 10' }), 0, 1);
    expect(payment.left).toEqual([{ row: 2, reason: 'doet niet mee: huidige omzet niet ingevuld' }]);
    expect(payment.episodes.map(({ row }) => row)).toEqual([1]);
    const alone = explained([NEAR, { ...rows[1]!, patient: 'p2' }], scenarioOf({ list: 'ZT01 day 10' }), 1);
    expect(alone.total).toEqual({ undefined: 'doet niet mee: huidige omzet niet ingevuld' });
  });
});
