/** Contract forms against worked answers. */

import { describe, expect, it } from 'vitest';
import { type Contract, prepareSimulation, simulate } from '../../src/index.ts';
import { CONTRACT_CASES } from './contract-cases.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';
import { runPipeline } from './run-pipeline.ts';

describe('contract forms', () => {
  for (const { description, contract, gross, care, net, binding } of CONTRACT_CASES) {
    it(description, () => {
      const result = runPipeline([contract], [0, gross], [[], [0]], care);
      expect(result.net[1]).toBeCloseTo(net, 9);
      expect(result.adjustments[0]).toBeCloseTo(net - gross, 9);
      const moves = Math.abs(net - gross) > 1e-9;
      if (moves || binding !== undefined) expect(result.binding[0]).toBe(binding ?? contract.form);
      else expect(Math.abs(result.adjustments[0]!)).toBeLessThan(1e-9);
    });
  }
});

describe('contracts in a run', () => {
  const episode = (payer: string, setting: string, site: string, euros: number): CaseRecord => ({
    payer,
    setting,
    site,
    chosen: setting === 'klinisch' ? 'ZT01' : 'ZT02',
    current_revenue: euros,
    patient: `${payer}${site}`,
    start: '2025-01-01',
    end: '2025-04-11',
  });
  // Clinical 11, ambulatory 4, in euros.
  const records = [
    episode('VZ1', 'klinisch', 'Noord', 6),
    episode('VZ1', 'klinisch', 'Zuid', 5),
    episode('VZ1', 'ambulant', 'Noord', 4),
    episode('VZ2', 'klinisch', 'Noord', 20),
  ];
  const list = 'ZT01 episode 6 - - \nZT02 episode 4';
  const run = (contracts: readonly Contract[], payerGroups = {}, sheet = list) =>
    simulate(prepareSimulation(inputOf(records, scenarioOf({ list: sheet, contracts, payerGroups }))));

  it('a ceiling with a scope leaves the rest alone', () => {
    const contract: Contract = {
      payer: 'VZ1',
      form: 'revenue-cap',
      agreedCents: 1000,
      scope: { setting: 'klinisch' },
    };
    const result = run([contract]);
    // VZ1: clinical 12 -> 10, ambulatory 4; VZ2: 6.
    expect(result.total.scenarioCents).toBe(2000);
    expect(result.contracts).toEqual([
      {
        payer: 'VZ1',
        form: 'revenue-cap',
        grossCents: 1200,
        netCents: 1000,
        adjustmentCents: -200,
        binding: 'revenue-cap',
        marginalPerEuro: 0,
        marginalPerPatientCents: 0,
        exhaustedOn: '2025-01-01',
        monthly: [{ month: '2025-01', grossCents: 1200 }],
      },
    ]);
    expect(result.by.payer?.map(({ scenarioCents }) => scenarioCents)).toEqual([1400, 600]);
    expect(result.by.setting?.map(({ scenarioCents }) => scenarioCents)).toEqual([400, 1600]);
    expect(result.waterfall.at(-1)).toEqual({ step: 'contract', cents: -200 });
  });

  it('"*" covers all payers without their own, together', () => {
    const result = run([
      { payer: '*', form: 'revenue-cap', agreedCents: 100 },
      { payer: 'VZ1', form: 'revenue-cap', agreedCents: 200 },
    ]);
    expect(result.contracts.map(({ netCents }) => netCents)).toEqual([100, 200]);
    const pooled = run([{ payer: '*', form: 'revenue-cap', agreedCents: 500 }]);
    expect(pooled.contracts[0]).toMatchObject({ grossCents: 2200, netCents: 500 });
  });

  it('a payer group is one contract', () => {
    const result = run([{ payer: 'groep', form: 'revenue-cap', agreedCents: 1000 }], {
      groep: ['VZ1', 'VZ2'],
    });
    expect(result.total.scenarioCents).toBe(1000);
    expect(result.by.payer?.reduce((sum, { scenarioCents }) => sum + scenarioCents, 0)).toBe(1000);
  });

  it('the order is that of the pipeline, not of the list', () => {
    const cap: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 1000 };
    const guarantee: Contract = { payer: 'VZ1', form: 'guarantee', agreedCents: 1200 };
    const forward = run([cap, guarantee]);
    expect(forward.total.scenarioCents).toBe(1200 + 600);
    expect(run([guarantee, cap]).total).toEqual(forward.total);
  });

  it('a lump sum without production is spread over episodes', () => {
    const result = run(
      [{ payer: 'VZ1', form: 'lump-sum', agreedCents: 900 }],
      {},
      'ZT01 episode 0\nZT02 episode 0',
    );
    expect(result.by.site?.map(({ scenarioCents }) => scenarioCents)).toEqual([600, 300]);
    expect(result.byCluster.slice(0, 2).map(({ scenarioCents }) => scenarioCents)).toEqual([600, 300]);
  });

  it('a contract that covers nobody pays nothing and is said', () => {
    const result = run([{ payer: 'VZ9', form: 'lump-sum', agreedCents: 900 }]);
    expect(result.total.scenarioCents).toBe(2200);
    expect(result.lint.map(({ code }) => code)).toContain('contract-without-care');
  });

  it('a volume factor that touches nobody is said', () => {
    const volume = [
      { cluster: 'ZT02', factor: 1.5 },
      { payer: 'VZ9', factor: 2 },
      { cluster: 'ZT01', site: 'Oost', factor: 2 },
    ];
    const result = simulate(prepareSimulation(inputOf(records, scenarioOf({ list, volume }))));
    expect(result.total.scenarioCents).toBe(3 * 600 + 600);
    const idle = result.lint.filter(({ code }) => code === 'volume-without-care');
    expect(idle.map(({ message }) => message.split(' ')[0])).toEqual(['volume[1]', 'volume[2]']);
  });

  it('counts each patient once', () => {
    const result = run([{ payer: 'VZ1', form: 'guarantee', meanPerPatientCents: 500 }]);
    expect(result.contracts[0]).toMatchObject({ netCents: 1000 });
  });

  it('says on which day the ceiling is reached', () => {
    // VZ1 has three episodes of 100 days: 3 euros a day from 1 January; 30 euros is reached on day 10.
    const sheet = 'ZT01 day 1\nZT02 day 1';
    const result = run([{ payer: 'VZ1', form: 'revenue-cap', agreedCents: 3000 }], {}, sheet);
    expect(result.contracts[0]?.exhaustedOn).toBe('2025-01-10');
    const later = run([{ payer: 'VZ1', form: 'revenue-cap', agreedCents: 3001 }], {}, sheet);
    expect(later.contracts[0]?.exhaustedOn).toBe('2025-01-11');
  });

  it('a year covers only the production in that year', () => {
    const sheet = 'ZT01 day 1\nZT02 day 1';
    const crossing = records.map((record) => ({ ...record, start: '2024-12-22', end: '2025-01-11' }));
    const contract: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 0, year: 2025 };
    const result = simulate(
      prepareSimulation(inputOf(crossing, scenarioOf({ list: sheet, contracts: [contract] }))),
    );
    expect(result.contracts[0]).toMatchObject({ grossCents: 3000, netCents: 0 });
    expect(result.total.scenarioCents).toBe(8000 - 3000);
  });

  it('the marginal euro follows the slope to the right', () => {
    const slope = (contract: Contract) => run([contract]).contracts[0]?.marginalPerEuro;
    expect(slope({ payer: 'VZ1', form: 'revenue-cap', agreedCents: 1600, bridgingShare: 0.3 })).toBe(0.3);
    expect(slope({ payer: 'VZ1', form: 'revenue-cap', agreedCents: 2000 })).toBe(1);
    expect(slope({ payer: 'VZ1', form: 'guarantee', agreedCents: 2000 })).toBe(0);
    expect(slope({ payer: 'VZ1', form: 'price-times-volume', factor: 0.9 })).toBe(0.9);
  });

  it('one more patient brings the mean production, as far as the contract pays it', () => {
    const patient = (contract: Contract) => run([contract]).contracts[0]?.marginalPerPatientCents;
    // VZ1: 16 euros of 2 patients.
    expect(patient({ payer: 'VZ1', form: 'price-times-volume' })).toBe(800);
    expect(patient({ payer: 'VZ1', form: 'revenue-cap', agreedCents: 2000 })).toBe(400);
    expect(patient({ payer: 'VZ1', form: 'guarantee', meanPerPatientCents: 500 })).toBe(500);
    const down: Contract = {
      payer: 'VZ1',
      form: 'dynamic-cap-down',
      agreedCents: 9000,
      meanPerPatientCents: 300,
    };
    expect(patient(down)).toBe(300);
    expect(patient({ payer: 'VZ9', form: 'lump-sum', agreedCents: 5 })).toHaveProperty('undefined');
  });

  it('the duty to continue care costs what the care above the ceiling costs, less its bridging', () => {
    const contract: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 1200, dutyToContinue: true };
    const costs = records.map((record) => ({ ...record, cost: 4 }));
    const loss = (terms: Contract, rows: readonly CaseRecord[]) =>
      simulate(prepareSimulation(inputOf(rows, scenarioOf({ list, contracts: [terms] })))).contracts[0]
        ?.continuedCareLossCents;
    // Production 16 for a cost of 12; 4 of it lies above 12.
    expect(loss(contract, costs)).toBe(300);
    expect(loss({ ...contract, bridgingShare: 0.25 }, costs)).toBe(200);
    expect(loss({ ...contract, agreedCents: 2000 }, costs)).toBe(0);
    expect(loss(contract, records)).toHaveProperty('undefined');
    expect(loss({ ...contract, dutyToContinue: false }, costs)).toBeUndefined();
  });

  it('a trimmed mean leaves out patients beyond the cut-offs', () => {
    // VZ1 by patient: Noord 6 + 4, Zuid 6; VZ2: 6. Inside 5-7 euros: two patients, 12 euros.
    const contract: Contract = {
      payer: '*',
      form: 'mean-per-patient',
      meanPerPatientCents: 500,
      trimCents: [500, 700],
    };
    expect(run([contract]).contracts[0]).toMatchObject({ grossCents: 2200, adjustmentCents: -200 });
    // Ten percent more patients of the same kind: still inside.
    const more = simulate(
      prepareSimulation(
        inputOf(records, scenarioOf({ list, contracts: [contract], volume: [{ factor: 1.2 }] })),
      ),
    );
    expect(more.contracts[0]).toMatchObject({ grossCents: 2640, adjustmentCents: -240 });
  });

  it('bed days, episodes and cost count for the days inside the year', () => {
    // 20 days over the turn of the year, 10 of them in 2025.
    const crossing = records
      .slice(0, 1)
      .map((record) => ({ ...record, start: '2024-12-22', end: '2025-01-11', bed_days: 10, cost: 8 }));
    const contracts: Contract[] = [
      { payer: 'VZ1', form: 'stay-limit', agreedDays: 2, meanDayPriceCents: 100, year: 2025 },
      { payer: 'VZ1', form: 'bundle', baseCents: 1000, year: 2025 },
    ];
    const result = simulate(
      prepareSimulation(inputOf(crossing, scenarioOf({ list: 'ZT01 day 1', contracts }))),
    );
    // 5 bed days: 3 above the limit; half an episode: 5 euros of target against 4 of cost.
    expect(result.contracts.map(({ adjustmentCents }) => adjustmentCents)).toEqual([-300, 100]);
  });

  it('refuses a form that looks at cost where the file has none, and says blanks', () => {
    const contract: Contract = { payer: 'VZ1', form: 'bundle', baseCents: 1000 };
    expect(() => run([contract])).toThrow('cost');
    const costs = records.map((record, i) => (i === 0 ? record : { ...record, cost: 4 }));
    const result = simulate(prepareSimulation(inputOf(costs, scenarioOf({ list, contracts: [contract] }))));
    expect(result.lint.map(({ code }) => code)).toContain('contract-cost-blank');
  });

  it('gives production per month', () => {
    const result = run([{ payer: 'VZ2', form: 'price-times-volume' }], {}, 'ZT01 day 1\nZT02 day 1');
    expect(result.contracts[0]?.monthly).toEqual([
      { month: '2025-01', grossCents: 3100 },
      { month: '2025-02', grossCents: 2800 },
      { month: '2025-03', grossCents: 3100 },
      { month: '2025-04', grossCents: 1000 },
    ]);
  });
});
