/** Contract forms against worked answers, and the pipeline against what must always hold. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, prepareSimulation, simulate } from '../../src/index.ts';
import { contractPipeline } from '../../src/simulate/contracts/pipeline.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';

interface ContractCase {
  readonly description: string;
  readonly contract: Contract;
  readonly gross: number;
  readonly patients?: number;
  readonly net: number;
  readonly binding?: string;
}

const CASES: readonly ContractCase[] = [
  {
    description: 'a factor on the tariff',
    contract: { payer: '*', form: 'price-times-volume', factor: 0.95 },
    gross: 100,
    net: 95,
    binding: 'price-times-volume',
  },
  {
    description: 'a ceiling takes back what is above it',
    contract: { payer: '*', form: 'revenue-cap', agreedCents: 10 },
    gross: 11,
    net: 10,
    binding: 'revenue-cap',
  },
  {
    description: 'a ceiling that is not reached does nothing',
    contract: { payer: '*', form: 'revenue-cap', agreedCents: 12 },
    gross: 11,
    net: 11,
  },
  {
    description: 'bridging leaves a share of what is above',
    contract: { payer: '*', form: 'revenue-cap', agreedCents: 100, bridgingShare: 0.5 },
    gross: 120,
    net: 110,
    binding: 'revenue-cap',
  },
  {
    description: 'up to its maximum',
    contract: { payer: '*', form: 'revenue-cap', agreedCents: 100, bridgingShare: 0.5, bridgingMaxCents: 4 },
    gross: 120,
    net: 104,
    binding: 'revenue-cap',
  },
  {
    description: 'a lump sum whatever the production',
    contract: { payer: '*', form: 'lump-sum', agreedCents: 100 },
    gross: 3,
    net: 100,
    binding: 'lump-sum',
  },
  {
    description: 'inside the corridor the lump sum stands',
    contract: { payer: '*', form: 'lump-sum', agreedCents: 100, corridorShare: 0.05 },
    gross: 104,
    net: 100,
    binding: 'lump-sum',
  },
  {
    description: 'above the corridor the rest is settled',
    contract: { payer: '*', form: 'lump-sum', agreedCents: 100, corridorShare: 0.05 },
    gross: 108,
    net: 103,
    binding: 'lump-sum',
  },
  {
    description: 'below the corridor as well',
    contract: { payer: '*', form: 'lump-sum', agreedCents: 100, corridorShare: 0.05 },
    gross: 90,
    net: 95,
    binding: 'lump-sum',
  },
  {
    description: 'a guarantee lifts to its share of the agreed amount',
    contract: { payer: '*', form: 'guarantee', agreedCents: 100, guaranteeShare: 0.95 },
    gross: 90,
    net: 95,
    binding: 'guarantee',
  },
  {
    description: 'and leaves what is above it',
    contract: { payer: '*', form: 'guarantee', agreedCents: 100, guaranteeShare: 0.95 },
    gross: 97,
    net: 97,
  },
  {
    description: 'a guarantee per patient pays N times K',
    contract: { payer: '*', form: 'guarantee', meanPerPatientCents: 7 },
    gross: 97,
    patients: 10,
    net: 70,
    binding: 'guarantee',
  },
];

function pipeline(
  contracts: readonly Contract[],
  gross: readonly number[],
  atoms: readonly number[][],
  patients = 0,
) {
  return contractPipeline({ contracts, atoms, episodes: gross.map(() => 1) })({
    gross,
    measures: contracts.map(() => ({ patients, bedDays: 0, costCents: 0 })),
  });
}

describe('contract forms', () => {
  for (const { description, contract, gross, patients, net, binding } of CASES) {
    it(description, () => {
      const result = pipeline([contract], [0, gross], [[], [0]], patients);
      expect(result.net[1]).toBeCloseTo(net, 9);
      expect(result.adjustments[0]).toBeCloseTo(net - gross, 9);
      expect(result.binding[0]).toBe(binding ?? '');
    });
  }
});

const cents = fc.double({ min: 0, max: 1e9, noNaN: true });
const anyContract: fc.Arbitrary<Contract> = fc.oneof(
  fc.record({ payer: fc.constant('*'), form: fc.constant('revenue-cap' as const), agreedCents: cents }),
  fc.record({
    payer: fc.constant('*'),
    form: fc.constant('lump-sum' as const),
    agreedCents: cents,
    corridorShare: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ payer: fc.constant('*'), form: fc.constant('guarantee' as const), agreedCents: cents }),
);

describe('what always holds', () => {
  it('nothing pays negative; parts sum to gross plus adjustments', () => {
    fc.assert(
      fc.property(fc.array(anyContract, { maxLength: 3 }), cents, cents, (contracts, a, b) => {
        const every = [...contracts.keys()];
        const { net, adjustments } = pipeline(contracts, [a, b], [every.slice(0, 1), every]);
        expect(Math.min(...net)).toBeGreaterThanOrEqual(-1e-3);
        const total = a + b + adjustments.reduce((sum, x) => sum + x, 0);
        expect(net[0]! + net[1]!).toBeCloseTo(total, 3);
      }),
    );
  });

  it('pay is continuous in production', () => {
    fc.assert(
      fc.property(anyContract, cents, (contract, gross) => {
        const pay = (amount: number): number => pipeline([contract], [amount], [[0]]).net[0]!;
        expect(Math.abs(pay(gross + 1) - pay(gross))).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });

  it('a ceiling without end is price times volume', () => {
    fc.assert(
      fc.property(cents, (gross) => {
        const cap: Contract = { payer: '*', form: 'revenue-cap', agreedCents: Number.POSITIVE_INFINITY };
        expect(pipeline([cap], [gross], [[0]]).net[0]).toBe(gross);
      }),
    );
  });
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
        exhaustedOn: '2025-01-01',
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
});
