/** Payment of one episode against answers worked out by hand. */

import { describe, expect, it } from 'vitest';
import {
  prepareSimulation,
  Refusal,
  type ResolvedScenario,
  simulate,
  typingColumns,
} from '../../src/index.ts';
import { type CaseRecord, day, inputOf, scenarioOf, tableOf } from './make-input.ts';
import { PAYMENT_CASES } from './payment-cases.ts';

function run(records: readonly CaseRecord[], scenario: ResolvedScenario) {
  return simulate(prepareSimulation(inputOf(records, scenario)));
}

describe('payment of an episode', () => {
  for (const { description, episode, scenario, expected, unpriced } of PAYMENT_CASES) {
    it(description, () => {
      const result = run([episode], scenarioOf(scenario));
      expect(result.total.scenarioCents).toBe(expected);
      expect(result.population.unpriced).toEqual(unpriced ?? { episodes: 0, days: 0 });
    });
  }
});

describe('who takes part', () => {
  const list = 'ZT01 episode 100';
  const episode: CaseRecord = { chosen: 'ZT01', start: '2025-01-01', end: '2025-02-01', current_revenue: 10 };

  it('leaves out a blank current revenue on both sides, and counts it', () => {
    const { current_revenue: _, ...blank } = episode;
    const result = run([episode, blank], scenarioOf({ list }));
    expect(result.population).toMatchObject({ episodes: 1, withoutBaseline: 1 });
    expect(result.total).toMatchObject({ baselineCents: 1000, scenarioCents: 10_000 });
  });

  it('leaves out who has no cluster at all, and counts it', () => {
    const { chosen: _, ...blank } = episode;
    expect(run([episode, blank], scenarioOf({ list })).population).toMatchObject({
      episodes: 1,
      withoutCluster: 1,
    });
  });

  it('leaves out who has no start only where dates matter', () => {
    const { start: _, ...blank } = episode;
    expect(run([episode, blank], scenarioOf({ list })).population.withoutStart).toBe(0);
    const dated = scenarioOf({ list: 'ZT01 day 100' });
    expect(run([episode, blank], dated).population).toMatchObject({ episodes: 1, withoutStart: 1 });
  });

  it('counts who had not started', () => {
    const scenario = scenarioOf({ list, valuationDate: day('2025-01-01') });
    expect(run([episode], scenario).population).toMatchObject({ episodes: 1, notStarted: 1 });
  });
});

describe('refusals', () => {
  const open: CaseRecord = { chosen: 'ZT01', start: '2025-05-06', current_revenue: 10 };
  const codeOf = (work: () => unknown): { code: string; params: unknown } => {
    try {
      work();
    } catch (error) {
      if (error instanceof Refusal) return { code: error.issues[0]!.code, params: error.issues[0]!.params };
      throw error;
    }
    throw new Error('nothing was refused');
  };

  it('wants a valuation date for open episodes and names the last date of the file', () => {
    const found = codeOf(() => run([open], scenarioOf({ list: 'ZT01 day 10' })));
    expect(found).toEqual({ code: 'simulate-open-episodes', params: { lastDate: '2025-05-06' } });
  });

  it('does not want one where no day counts', () => {
    expect(run([open], scenarioOf({ list: 'ZT01 episode 10' })).total.scenarioCents).toBe(1000);
  });

  it('wants review terms for a price per review period', () => {
    const found = codeOf(() =>
      run([{ ...open, chosen: 'ZT10', end: '2025-06-01' }], scenarioOf({ list: 'ZT10 review-period 10' })),
    );
    expect(found).toEqual({ code: 'simulate-no-review-term', params: { cluster: 'ZT10' } });
  });

  it('wants the columns it pays by', () => {
    const { current_revenue: _, ...bare } = open;
    expect(codeOf(() => run([bare], scenarioOf({ list: 'ZT01 episode 1' }))).code).toBe(
      'simulate-no-current-revenue',
    );
    expect(codeOf(() => run([open], scenarioOf({ list: 'ZT01 bed-day 1' }))).code).toBe(
      'simulate-no-bed-days-column',
    );
    const { start: __, ...undated } = open;
    expect(codeOf(() => run([undated], scenarioOf({ list: 'ZT01 day 1' }))).code).toBe(
      'simulate-no-start-column',
    );
  });
});

describe('clusters as they stand', () => {
  it('are one cluster when only the notation differs', () => {
    const table = tableOf([
      { chosen_cluster: '5' },
      { chosen_cluster: 'KAT' },
      { chosen_cluster: 'ZT05' },
      {},
    ]);
    const { clusters, chosen } = typingColumns(table);
    expect(clusters).toEqual(['KAT', 'ZT05']);
    expect([...chosen]).toEqual([1, 0, 1, -1]);
  });
});
