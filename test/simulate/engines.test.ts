/** Sums against rows: the same totals, groups and variances as the slow second calculation. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SIMULATION_OPTIONS,
  prepareSimulation,
  type ResolvedScenario,
  type SimulationOutcome,
  simulate,
} from '../../src/index.ts';
import { anyContracts, anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, inputOf } from './make-input.ts';
import { clustersOf, payAs, payOf } from './row-engine.ts';

/** Totals do not depend on draws; intervals are tested elsewhere. */
const FEW_DRAWS = { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 };

const records = fc.array(anyRecord, { minLength: 1, maxLength: 25 });
function run(rows: readonly CaseRecord[], scenario: ResolvedScenario): SimulationOutcome {
  return simulate(prepareSimulation(inputOf(rows, scenario)), FEW_DRAWS);
}

/** Within half a cent, and a billionth of the amount. */
function expectCents(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(0.5 + 1e-5 + 1e-9 * Math.abs(expected));
}

describe('sums equal rows', () => {
  it('in total and per group', () => {
    fc.assert(
      fc.property(records, anyScenario, (rows, scenario) => {
        const result = run(rows, scenario);
        expectCents(
          result.total.scenarioCents,
          rows.reduce((sum, row) => sum + payOf(row, scenario), 0),
        );
        for (const group of result.by.payer ?? []) {
          const own = rows.filter((row) => row.payer === group.value);
          // Largest remainder may move a group by a cent.
          expect(
            Math.abs(group.scenarioCents - own.reduce((s, row) => s + payOf(row, scenario), 0)),
          ).toBeLessThan(1 + 1e-5);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('in typing variance and sampling variance of the difference', () => {
    fc.assert(
      fc.property(records, anyScenario, anyScenario, fc.boolean(), (rows, scenario, other, current) => {
        fc.pre(new Set(rows.map(({ patient }) => patient)).size > 1);
        const whole = { ...scenario, baseline: current ? ('current' as const) : other };
        const { sd } = run(rows, whole).total;
        if ('undefined' in sd) throw new Error('sd');
        expectCents(sd.typingCents, Math.sqrt(typingVariance(rows, whole)));
        expectCents(sd.samplingCents, Math.sqrt(samplingVariance(rows, whole)));
      }),
      { numRuns: 100 },
    );
  });
});

function difference(row: CaseRecord, scenario: ResolvedScenario): number {
  const { baseline } = scenario;
  return payOf(row, scenario) - (baseline === 'current' ? row.current_revenue! * 100 : payOf(row, baseline));
}

function samplingVariance(rows: readonly CaseRecord[], scenario: ResolvedScenario): number {
  const patients = new Map<string, number>();
  for (const row of rows) {
    patients.set(row.patient!, (patients.get(row.patient!) ?? 0) + difference(row, scenario));
  }
  const values = [...patients.values()];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const n = values.length;
  return (n / (n - 1)) * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

/** Rows that share patient, date and probabilities draw one cluster. */
function typingVariance(rows: readonly CaseRecord[], scenario: ResolvedScenario): number {
  const units = new Map<string, CaseRecord[]>();
  for (const [i, row] of rows.entries()) {
    const key =
      row.date === undefined ? `row ${i}` : JSON.stringify([row.patient, row.date, row.probabilities]);
    units.set(key, [...(units.get(key) ?? []), row]);
  }
  const { baseline } = scenario;
  let variance = 0;
  for (const unit of units.values()) {
    const drawn = clustersOf(unit[0]!, 'expected');
    const value = (cluster: string): number =>
      unit.reduce((sum, row) => {
        const own = scenario.typing === 'expected' ? payAs(row, scenario, cluster) : 0;
        const other =
          baseline !== 'current' && baseline.typing === 'expected' ? payAs(row, baseline, cluster) : 0;
        return sum + own - other;
      }, 0);
    // Without advice the chosen cluster is certain, also where rows of a unit chose differently.
    if (drawn.length < 2) continue;
    const mean = drawn.reduce((sum, [cluster, p]) => sum + p * value(cluster), 0);
    variance += drawn.reduce((sum, [cluster, p]) => sum + p * (value(cluster) - mean) ** 2, 0);
  }
  return variance;
}

describe('everything adds up to the cent', () => {
  it('for any list, scenario, contracts and groups', () => {
    fc.assert(
      fc.property(
        records,
        anyScenario,
        anyScenario,
        anyContracts,
        anyContracts,
        fc.boolean(),
        (rows, a, b, c, d, current) => {
          const scenario = {
            ...a,
            contracts: c,
            baseline: current ? ('current' as const) : { ...b, contracts: d },
          };
          const result = run(rows, scenario);
          const { total } = result;
          expect(total.differenceCents).toBe(total.scenarioCents - total.baselineCents);
          for (const parts of [result.byCluster, ...Object.values(result.by)]) {
            for (const key of ['baselineCents', 'scenarioCents', 'differenceCents'] as const) {
              expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(total[key]);
            }
          }
          expect(result.waterfall.map(({ step }) => step)).toEqual([
            'price',
            'index',
            'volume',
            'typing',
            'contract',
          ]);
          expect(result.waterfall.reduce((sum, { cents }) => sum + cents, 0)).toBe(total.differenceCents);
          for (const { grossCents, netCents } of result.contracts) {
            expect(Number.isInteger(grossCents) && Number.isInteger(netCents)).toBe(true);
          }
          expect(JSON.stringify(result)).not.toMatch(/null|NaN/);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('under one contract no part is negative or more than the whole', () => {
    fc.assert(
      fc.property(records, anyScenario, anyContracts, (rows, scenario, c) => {
        const { by, byCluster, total } = run(rows, { ...scenario, contracts: c.slice(0, 1) });
        for (const { scenarioCents } of [...(by.site ?? []), ...byCluster]) {
          expect(scenarioCents).toBeGreaterThanOrEqual(0);
          expect(scenarioCents).toBeLessThanOrEqual(total.scenarioCents);
        }
      }),
    );
  });
});

describe('a change of amounts reads no rows', () => {
  it('and equals a new preparation', () => {
    fc.assert(
      fc.property(records, anyScenario, fc.integer({ min: 0, max: 99_999 }), (rows, scenario, cents) => {
        const live = simulate(prepareSimulation(inputOf(rows, scenario)), FEW_DRAWS, {
          amountsCents: new Map([[0, cents]]),
        });
        const { list } = scenario.prices;
        const changed = list.rows.map((row, i) => (i === 0 ? { ...row, amountCents: cents } : row));
        const prices = { ...scenario.prices, list: { ...list, rows: changed } };
        expect(live).toEqual(run(rows, { ...scenario, prices }));
      }),
    );
  });
});
