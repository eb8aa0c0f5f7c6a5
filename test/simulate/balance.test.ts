/** Budget-neutral lists: the budget met, the constraints kept, the change least. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceList, prepareSimulation } from '../../src/index.ts';
import { balancePrices } from '../../src/simulate/balance-prices.ts';
import { refused } from '../support/refused.ts';
import { anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';
import { payOf } from './row-engine.ts';

// ZT01 200 days, ZT02 100 days, ZT03 one day.
const records: CaseRecord[] = [
  { patient: 'a', chosen: 'ZT01', start: '2025-01-01', end: '2025-07-20', current_revenue: 1 },
  { patient: 'b', chosen: 'ZT02', start: '2025-01-01', end: '2025-04-11', current_revenue: 2 },
  { patient: 'c', chosen: 'ZT03', start: '2025-01-01', end: '2025-01-02', current_revenue: 3 },
];
const list = 'ZT01 day 10\nZT02 day 10\nZT03 day 12\nZT10 day 30';

function balanced(terms: {
  readonly budget: number;
  readonly fixed?: readonly number[];
  readonly monotone?: boolean;
  readonly low?: number;
  readonly high?: number;
}) {
  const prepared = prepareSimulation(inputOf(records, scenarioOf({ list })));
  const { budget, fixed = [], monotone = false, low, high } = terms;
  return balanceList(
    prepared,
    {
      budgetCents: budget * 100,
      fixed: new Set(fixed),
      monotone,
      ...(low === undefined ? {} : { lowFactor: low }),
      ...(high === undefined ? {} : { highFactor: high }),
    },
    'en',
  );
}
const euros = (document: ReturnType<typeof balanced>) =>
  document.prices.map(({ exactCents }) => exactCents / 100);
const near = (actual: readonly number[], expected: readonly number[]): void => {
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 6);
};

describe('a budget-neutral list', () => {
  it('is scaled by one factor, prices without volume too', () => {
    // 200 x 10 + 100 x 10 + 12 = 3,012.
    const result = balanced({ budget: 1506 });
    expect(result.factor).toBeCloseTo(0.5, 9);
    near(euros(result), [5, 5, 6, 15]);
    expect(result).toMatchObject({ listedTotalCents: 301_200, exactTotalCents: 150_600, remainderCents: 0 });
  });

  it('keeps fixed prices and scales the rest', () => {
    // 100 x 10 stays; 2,012 becomes 1,006.
    near(euros(balanced({ budget: 2006, fixed: [1] })), [5, 10, 6, 15]);
  });

  it('with a fixed heavy price, a lighter one stops below it', () => {
    // Scaling would put ZT01 at 12.5; ZT02 stays at 10, so ZT01 stays at 10 and ZT03 takes the rest.
    const result = balanced({ budget: 3512, fixed: [1], monotone: true });
    near(euros(result), [10, 10, 512]);
    expect(result.factor).toHaveProperty('undefined');
  });

  it('pools prices that would cross', () => {
    const prepared = prepareSimulation(
      inputOf(records, scenarioOf({ list: 'ZT01 day 20\nZT02 day 10\nZT03 day 12' })),
    );
    const { prices } = balanceList(
      prepared,
      { budgetCents: 481_600, fixed: new Set(), monotone: true },
      'en',
    );
    const [a, b, c] = prices.map(({ exactCents }) => exactCents);
    expect(a! <= b! && b! <= c!).toBe(true);
    expect(200 * a! + 100 * b! + c!).toBeCloseTo(481_600, 2);
  });

  it('keeps bounds', () => {
    near(euros(balanced({ budget: 2880, low: 0.9, high: 1.1, fixed: [2] })), [9.56, 9.56, 12]);
    expect(refused(() => balanced({ budget: 2000, low: 0.9, high: 1.1 }))).toContain('2710.80');
  });

  it('says when fixed prices contradict the order, and when the budget is out of reach', () => {
    const prepared = prepareSimulation(
      inputOf(records, scenarioOf({ list: 'ZT01 day 20\nZT02 day 10\nZT03 day 12' })),
    );
    const terms = { budgetCents: 1, fixed: new Set([0, 1]), monotone: true };
    expect(refused(() => balanceList(prepared, terms, 'en'))).toContain('ZT01, ZT02');
    expect(refused(() => balanced({ budget: 100, fixed: [0, 1, 2, 3] }))).toContain('3012.00');
  });

  it('meets the budget to the cent, states the remainder of whole cents, and never falls in weight', () => {
    const rows = fc.array(anyRecord, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, anyScenario, fc.integer({ min: 1, max: 500 }), (all, scenario, percent) => {
        const open = { ...scenario, prices: { ...scenario.prices, overrides: [] } };
        const prepared = prepareSimulation(inputOf(all, open));
        const listed = all.reduce((sum, row) => sum + payOf(row, open), 0);
        fc.pre(listed > 100);
        const budgetCents = Math.round((listed * percent) / 100);
        const result = balanceList(prepared, { budgetCents, fixed: new Set(), monotone: true }, 'en');
        const paidBy = (key: 'exactCents' | 'amountCents'): number => {
          const amounts = open.prices.list.rows.map((row, i) => ({
            ...row,
            amountCents: result.prices[i]![key],
          }));
          const changed = {
            ...open,
            prices: { ...open.prices, list: { ...open.prices.list, rows: amounts } },
          };
          return all.reduce((sum, row) => sum + payOf(row, changed), 0);
        };
        expect(paidBy('exactCents')).toBeCloseTo(budgetCents, 2);
        expect(Math.abs(budgetCents - paidBy('amountCents') - result.remainderCents)).toBeLessThanOrEqual(
          0.51,
        );
        expect(result.lint.filter(({ code }) => code === 'price-lighter-above-heavier')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('changes least: no small move that keeps the budget costs less', () => {
    const rows = scenarioOf({ list: 'ZT01 day 20\nZT02 day 10\nZT03 day 12' }).prices.list.rows;
    const ofRow = Float64Array.from([200, 100, 50]);
    const coefficients = { ofRow, quantities: ofRow, constantCents: 0 };
    const terms = { budgetCents: 600_000, fixed: new Set<number>(), monotone: true };
    const { exactCents } = balancePrices(rows, coefficients, terms);
    const cost = (amounts: readonly number[]): number =>
      amounts.reduce(
        (sum, x, i) => sum + (ofRow[i]! / rows[i]!.amountCents) * (x - rows[i]!.amountCents) ** 2,
        0,
      );
    for (const [i, j] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ] as const) {
      for (const step of [-1, 1]) {
        const moved = [...exactCents];
        moved[i]! += step / ofRow[i]!;
        moved[j]! -= step / ofRow[j]!;
        const rising = moved.every((value, k) => k === 0 || value >= moved[k - 1]! - 1e-9);
        if (rising) expect(cost(moved)).toBeGreaterThanOrEqual(cost(exactCents) - 1e-6);
      }
    }
  });
});
