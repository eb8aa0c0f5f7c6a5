/** The price that reaches a target: by division, by search under contracts, none, several, a stretch. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, prepareSimulation, type SolveTerms, solveList } from '../../src/index.ts';
import { refused } from '../support/refused.ts';
import { anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';
import { payOf } from './row-engine.ts';

const records: CaseRecord[] = [
  { patient: 'a', chosen: 'ZT01', payer: 'VZ1', start: '2025-01-01', end: '2025-04-11', current_revenue: 1 },
  { patient: 'b', chosen: 'ZT02', payer: 'VZ2', start: '2025-01-01', end: '2025-02-20', current_revenue: 2 },
];

// 100 days at 10 and 50 days at 20 euros.
function solve(targetEuros: number, contracts: readonly Contract[] = [], terms: Partial<SolveTerms> = {}) {
  const scenario = scenarioOf({ list: 'ZT01 day 10\nZT02 day 20\nZT03 day 30', contracts });
  return solveList(
    prepareSimulation(inputOf(records, scenario)),
    { cluster: '1', unit: 'day', targetCents: targetEuros * 100, ...terms },
    'en',
  );
}

describe('the price that reaches a target', () => {
  it('is a division where nothing bends', () => {
    expect(solve(2500)).toMatchObject({
      method: 'closed-form',
      amountCents: 1500,
      listedTotalCents: 200_000,
    });
    expect(solve(2500.5).solutions[0]).toMatchObject({
      fromCents: 1500.5,
      amountCents: 1501,
      totalCents: 250_100,
    });
  });

  it('takes a factor on the tariff along', () => {
    const factor: Contract = { payer: 'VZ1', form: 'price-times-volume', factor: 0.8 };
    expect(solve(1800, [factor])).toMatchObject({ method: 'closed-form', amountCents: 1000 });
  });

  it('does not exist below what the rest pays', () => {
    const result = solve(900);
    expect(result.solutions).toEqual([]);
    expect(result.amountCents).toEqual({ undefined: 'no solution in the range searched' });
  });

  it('is searched under a ceiling: below it one, at it a stretch, above it none', () => {
    const cap: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 150_000 };
    expect(solve(2200, [cap])).toMatchObject({ method: 'search', amountCents: 1200 });
    const [stretch] = solve(2500, [cap]).solutions;
    expect(stretch!.fromCents).toBeCloseTo(1500, 2);
    expect(stretch!.untilCents).toBe(solve(2500, [cap]).range.highestCents);
    expect(solve(2600, [cap]).solutions).toEqual([]);
  });

  it('may be several, and a jump over the target is none', () => {
    const bands = [{ fromCents: 100_000, factor: 0.5 }];
    const back: Contract = { payer: 'VZ1', form: 'volume-discount', mode: 'retroactive', bands };
    // VZ1 is paid p x 100 below 10 euros, half of that from 10 on.
    const several = solve(1800, [back]);
    expect(several.solutions.map(({ amountCents }) => amountCents)).toEqual([800, 1600]);
    expect(several.amountCents).toEqual({ undefined: 'more than one price does' });
    const savings: Contract = {
      payer: 'VZ1',
      form: 'shared-savings',
      benchmarkCents: 100_000,
      sharingRate: 0.5,
      minimumSavingsRate: 0.1,
    };
    // Pay jumps from 950 to 900 at a price of 9: 925 is reached before, and again after.
    expect(solve(1925, [savings]).solutions.map(({ amountCents }) => amountCents)).toEqual([850, 925]);
    // Half pay from 10 on: nothing between 500 and 1,000 is skipped going up, but 400 comes before only.
    expect(solve(1400, [back]).solutions.map(({ amountCents }) => amountCents)).toEqual([400]);
  });

  it('names what is wrong with the question', () => {
    expect(refused(() => solve(1, [], { cluster: '4' }))).toContain('ZT01, ZT02, ZT03');
    expect(refused(() => solve(1, [], { unit: 'year' }))).toContain('year');
    expect(solve(3000, [], { cluster: '3' }).amountCents).toEqual({
      undefined: 'nothing in the file is paid at this price',
    });
    const scenario = scenarioOf({ list: 'ZT01 day 10\nZT01 day 12 - VZ1\nZT02 day 1' });
    const prepared = prepareSimulation(inputOf(records, scenario));
    const terms: SolveTerms = { cluster: '1', unit: 'day', targetCents: 105_000 };
    expect(refused(() => solveList(prepared, terms, 'en'))).toContain('1, 2');
    expect(solveList(prepared, { ...terms, payer: 'VZ1' }, 'en').amountCents).toBe(1000);
  });

  it('reaches it in the slow calculation too', () => {
    const cases = fc.array(anyRecord, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(cases, anyScenario, fc.nat(1e6), (all, scenario, extra) => {
        const { list } = scenario.prices;
        // One price per cluster and unit, whatever the day.
        const rows = list.rows
          .filter(
            (row, i) => list.rows.findIndex((r) => r.cluster === row.cluster && r.unit === row.unit) === i,
          )
          .map(({ from: _from, until: _until, ...row }) => row);
        const open = { ...scenario, prices: { list: { ...list, rows }, overrides: [] } };
        const [first] = rows;
        const prepared = prepareSimulation(inputOf(all, open));
        const targetCents = Math.round(all.reduce((sum, row) => sum + payOf(row, open), 0)) + extra;
        const [answer] = solveList(
          prepared,
          { cluster: first!.cluster, unit: first!.unit, targetCents },
          'en',
        ).solutions;
        if (answer === undefined) return;
        const amounts = open.prices.list.rows.map((row) =>
          row === first ? { ...row, amountCents: answer.fromCents } : row,
        );
        const changed = { ...open, prices: { ...open.prices, list: { ...open.prices.list, rows: amounts } } };
        const total = all.reduce((sum, row) => sum + payOf(row, changed), 0);
        expect(Math.abs(total - targetCents)).toBeLessThan(0.01 + 1e-9 * targetCents);
      }),
    );
  });
});
