/** Behaviour: off unless asked for, right by hand, and inside the five steps of the waterfall. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Behaviour,
  DEFAULT_SIMULATION_OPTIONS,
  prepareSimulation,
  type ResolvedScenario,
  type SimulationOutcome,
  simulate,
} from '../../src/index.ts';
import { anyRecord, anyScenario } from './arbitrary.ts';
import { type CaseRecord, CLUSTERS, inputOf, scenarioOf } from './make-input.ts';

const NEAR: CaseRecord = {
  patient: 'a',
  chosen: 'ZT01',
  advised: 'ZT01',
  probabilities: { ZT01: 0.5, ZT02: 0.45, ZT03: 0.05 },
  start: '2025-02-01',
  end: '2025-02-02',
  current_revenue: 100,
};
const LIST = 'ZT01 episode 100\nZT02 episode 300\nZT03 episode 1000';

function run(rows: readonly CaseRecord[], scenario: ResolvedScenario): SimulationOutcome {
  return simulate(prepareSimulation(inputOf(rows, scenario)), { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 });
}

function withBehaviour(behaviour: Behaviour, parts: object = {}, rows = [NEAR]): SimulationOutcome {
  return run(rows, scenarioOf({ list: LIST, behaviour, ...parts }));
}

const steps = ({ waterfall }: SimulationOutcome) =>
  Object.fromEntries(waterfall.map(({ step, cents }) => [step, cents]));

describe('re-typing', () => {
  const retype = { share: 0.4, margin: 0.1 };

  it('moves a share of a borderline episode to the next heavier cluster', () => {
    const result = withBehaviour({ retype });
    expect(result.total.scenarioCents).toBe(0.6 * 10_000 + 0.4 * 30_000);
    expect(result.behaviour).toEqual({
      retype: { ...retype, borderlineEpisodes: 1, retypedEpisodes: 0.4 },
    });
    expect(steps(result)).toEqual({ price: 0, index: 0, volume: 0, typing: 8000, contract: 0 });
  });

  it('moves probability under typing expected, and draws the clusters so', () => {
    // 0.3 x 100 + 0.65 x 300 + 0.05 x 1000
    const result = withBehaviour({ retype }, { typing: 'expected' });
    expect(result.total.scenarioCents).toBe(27_500);
    const two = withBehaviour({ retype }, { typing: 'expected' }, [NEAR, { ...NEAR, patient: 'b' }]);
    const variance = 0.3 * 100 ** 2 + 0.65 * 300 ** 2 + 0.05 * 1000 ** 2 - 275 ** 2;
    expect(two.total.sd).toMatchObject({ typingCents: Math.round(100 * Math.sqrt(2 * variance)) });
  });

  it.each([
    ['the heavier one is too improbable', { ZT01: 0.6, ZT02: 0.4 }],
    ['the second is not the next heavier one', { ZT01: 0.5, ZT03: 0.45, ZT02: 0.05 }],
    ['a third is more probable than the cluster paid', { ZT02: 0.4, ZT03: 0.35, ZT01: 0.25 }],
  ])('leaves an episode alone where %s', (_, probabilities) => {
    const result = withBehaviour({ retype }, {}, [{ ...NEAR, probabilities }]);
    expect(result.total.scenarioCents).toBe(10_000);
    expect(result.behaviour?.retype).toMatchObject({ borderlineEpisodes: 0 });
  });

  it('leaves the heaviest cluster and clusters without an order alone', () => {
    const rows = ['ZT03', 'ZT10'].map((chosen, i) => ({
      ...NEAR,
      patient: `p${i}`,
      chosen,
      probabilities: { ZT03: 0.5, ZT10: 0.5 },
    }));
    const result = withBehaviour({ retype }, { list: `${LIST}\nZT10 episode 7` }, rows);
    expect(result.total.scenarioCents).toBe(100_700);
  });
});

describe('volume that answers to prices', () => {
  const baseline = scenarioOf({ list: 'ZT01 episode 80\nZT02 episode 300\nZT03 episode 10' });

  it('multiplies quantities by the price ratio to the elasticity, in the step volume', () => {
    const volumeResponse = [{ cluster: '1', elasticity: 0.5 }];
    const result = withBehaviour({ volumeResponse }, { baseline, list: 'ZT01 episode 125' });
    const factor = Math.sqrt(125 / 80);
    expect(result.behaviour?.volumeResponse).toEqual([
      { cluster: 'ZT01', elasticity: 0.5, priceRatio: 125 / 80, factor },
    ]);
    expect(result.total.scenarioCents).toBe(12_500 * factor);
    expect(steps(result)).toMatchObject({ price: 4500, volume: 12_500 * factor - 12_500, typing: 0 });
  });

  it('answers from current revenue, once per cluster, and follows a changed price', () => {
    const behaviour = { volumeResponse: [{ elasticity: 1 }, { cluster: 'ZT02', elasticity: 0 }] };
    const rows = [NEAR, { ...NEAR, patient: 'b', chosen: 'ZT02' }];
    const prepared = prepareSimulation(inputOf(rows, scenarioOf({ list: LIST, behaviour })));
    expect(simulate(prepared).total.scenarioCents).toBe(10_000 + 30_000);
    const changes = { amountsCents: new Map([[0, 20_000]]) };
    expect(simulate(prepared, DEFAULT_SIMULATION_OPTIONS, changes).total.scenarioCents).toBe(40_000 + 30_000);
  });

  it('is refused in a baseline', () => {
    const behaving = { ...baseline, behaviour: { volumeResponse: [{ elasticity: 1 }] } };
    expect(() => run([NEAR], scenarioOf({ list: LIST, baseline: behaving }))).toThrow(
      'behaviour-in-baseline',
    );
  });
});

describe('either', () => {
  it('is off by default', () => {
    expect(run([NEAR], scenarioOf({ list: LIST }))).not.toHaveProperty('behaviour');
    expect(withBehaviour({}).total.scenarioCents).toBe(10_000);
  });

  it('keeps five steps and breakdowns that add up', () => {
    const anyBehaviour = fc.record({
      retype: fc.record({ share: fc.constantFrom(0, 0.3, 1), margin: fc.constantFrom(0.05, 0.5, 1) }),
      volumeResponse: fc.array(
        fc.record({ cluster: fc.constantFrom(...CLUSTERS), elasticity: fc.constantFrom(-1, 0.2, 1) }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1, maxLength: 15 }),
        anyScenario,
        anyScenario,
        anyBehaviour,
        fc.boolean(),
        (rows, a, b, behaviour, current) => {
          const result = run(rows, { ...a, behaviour, baseline: current ? 'current' : b });
          const { total, byCluster, by } = result;
          for (const parts of [byCluster, ...Object.values(by)]) {
            expect(parts.reduce((sum, part) => sum + part.scenarioCents, 0)).toBe(total.scenarioCents);
          }
          expect(result.waterfall.map(({ step }) => step)).toEqual([
            ...['price', 'index', 'volume', 'typing', 'contract'],
          ]);
          expect(result.waterfall.reduce((sum, { cents }) => sum + cents, 0)).toBe(total.differenceCents);
          expect(JSON.stringify(result)).not.toMatch(/null|NaN/);
        },
      ),
      { numRuns: 40 },
    );
  });
});
