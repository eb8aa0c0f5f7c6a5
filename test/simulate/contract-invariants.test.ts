/** What always holds for contracts, whatever their terms. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contract, DEFAULT_SIMULATION_OPTIONS, prepareSimulation, simulate } from '../../src/index.ts';
import { anyRecord, anyScenario } from './arbitrary.ts';
import { inputOf } from './make-input.ts';
import { runPipeline } from './run-pipeline.ts';

const payer = fc.constant('*');
const cents = fc.double({ min: 0, max: 1e9, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const form = <F extends Contract['form']>(name: F) => fc.constant(name);
const rising = fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 3 });

/** Every form without a declared cliff, in any terms. */
const smooth: fc.Arbitrary<Contract> = fc.oneof(
  fc.record({ payer, form: form('price-times-volume'), factor: share }),
  fc.record({ payer, form: form('revenue-cap'), agreedCents: cents, bridgingShare: share }),
  fc.record({ payer, form: form('dynamic-cap-down'), agreedCents: cents, meanPerPatientCents: cents }),
  fc.record({ payer, form: form('dynamic-cap-up'), agreedCents: cents, meanPerPatientCents: cents }),
  fc.record({ payer, form: form('mean-per-patient'), agreedRevenueCents: cents, meanPerPatientCents: cents }),
  fc.record({ payer, form: form('lump-sum'), agreedCents: cents, corridorShare: share }),
  fc.record({ payer, form: form('guarantee'), agreedCents: cents }),
  fc.record({ payer, form: form('stay-limit'), agreedDays: cents, meanDayPriceCents: fc.nat(100) }),
  fc.record({ payer, form: form('transition'), oldBudgetCents: cents, share }),
  fc.record({ payer, form: form('macro-clawback'), frameCents: cents, sectorRevenueCents: cents }),
  fc.record({ payer, form: form('bundle'), baseCents: cents, discount: share, stopShare: share }),
  fc.record({
    payer,
    form: form('quality-pay'),
    weight: share,
    indicators: fc.tuple(
      fc.record({
        name: fc.constant('q'),
        value: share,
        threshold: fc.constant(0.2),
        target: fc.constant(0.7),
      }),
    ),
  }),
  fc.record({
    payer,
    form: form('volume-discount'),
    mode: fc.constant('marginal' as const),
    bands: rising.map((from) =>
      from.sort((a, b) => a - b).map((fromCents, i) => ({ fromCents, factor: 0.95 - i / 10 })),
    ),
  }),
  fc.record({
    payer,
    form: form('risk-corridor'),
    targetCents: cents,
    bands: fc.constant([{ upTo: 0.03, share: 0 }, { upTo: 0.08, share: 0.5 }, { share: 0.8 }]),
  }),
  fc.record({
    payer,
    form: form('shared-savings'),
    benchmarkCents: cents,
    sharingRate: share,
    lossRate: share,
  }),
);

/** Forms that jump somewhere. */
const cliffs: fc.Arbitrary<Contract> = fc.oneof(
  fc.record({
    payer,
    form: form('shared-savings'),
    benchmarkCents: cents,
    sharingRate: share,
    minimumSavingsRate: share,
    quality: share,
    qualityGate: share,
    minimumLossRate: share,
  }),
  fc.record({
    payer,
    form: form('volume-discount'),
    mode: fc.constant('retroactive' as const),
    bands: rising.map((from) =>
      from.sort((a, b) => a - b).map((fromCents, i) => ({ fromCents, factor: 0.95 - i / 10 })),
    ),
  }),
  fc.record({
    payer,
    form: form('mean-per-patient'),
    meanPerPatientCents: cents,
    trimCents: fc.constant([0, 1e6]),
  }),
);
const care = fc.record({
  patients: fc.nat(1e5),
  episodes: fc.nat(1e5),
  bedDays: fc.nat(1e6),
  costCents: cents,
  insideCutOffs: fc.record({ patients: share, production: share }),
});

describe('what always holds', () => {
  it('nothing pays negative; parts sum to gross plus adjustments', () => {
    const contracts = fc.array(fc.oneof(smooth, cliffs), { maxLength: 3 });
    fc.assert(
      fc.property(contracts, cents, cents, care, (all, a, b, measured) => {
        const every = [...all.keys()];
        const { net, adjustments } = runPipeline(all, [a, b], [every.slice(0, 1), every], measured);
        // Relative to amounts: targets per episode times many episodes are large.
        const size = 1e-12 * (a + b + adjustments.reduce((sum, x) => sum + Math.abs(x), 0));
        expect(net[0]! + net[1]!).toBeGreaterThanOrEqual(-size - 1e-3);
        const total = a + b + adjustments.reduce((sum, x) => sum + x, 0);
        expect(Math.abs(net[0]! + net[1]! - total)).toBeLessThanOrEqual(size + 1e-3);
      }),
      { numRuns: 500 },
    );
  });

  it('pay is continuous in production unless a cliff is declared', () => {
    fc.assert(
      fc.property(smooth, cents, care, (contract, gross, measured) => {
        const pay = (amount: number): number => runPipeline([contract], [amount], [[0]], measured).net[0]!;
        expect(Math.abs(pay(gross + 1) - pay(gross))).toBeLessThanOrEqual(2 + 1e-12 * pay(gross));
      }),
      { numRuns: 500 },
    );
  });

  it('pay is continuous in cost, patients and days too', () => {
    fc.assert(
      fc.property(smooth, cents, care, (contract, gross, measured) => {
        const pay = (costCents: number): number =>
          runPipeline([contract], [gross], [[0]], { ...measured, costCents }).net[0]!;
        const before = pay(measured.costCents);
        expect(Math.abs(pay(measured.costCents + 1) - before)).toBeLessThanOrEqual(1 + 1e-12 * before + 1e-6);
      }),
    );
  });

  it('a ceiling without end is price times volume', () => {
    const agreedCents = Number.POSITIVE_INFINITY;
    const meanPerPatientCents = Number.POSITIVE_INFINITY;
    const unlimited: readonly Contract[] = [
      { payer: '*', form: 'revenue-cap', agreedCents },
      { payer: '*', form: 'dynamic-cap-up', agreedCents, meanPerPatientCents: 3 },
      { payer: '*', form: 'dynamic-cap-down', agreedCents, meanPerPatientCents },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...unlimited), cents, (contract, gross) => {
        expect(runPipeline([contract], [gross], [[0]], { patients: 7 }).net[0]).toBe(gross);
      }),
    );
  });

  it('a mean per patient is a dynamic ceiling that grows', () => {
    fc.assert(
      fc.property(cents, cents, cents, fc.nat(1e4), (gross, agreed, meanPerPatientCents, patients) => {
        const pay = (contract: Contract): number =>
          runPipeline([contract], [gross], [[0]], { patients }).net[0]!;
        const mean = pay({
          payer: '*',
          form: 'mean-per-patient',
          agreedRevenueCents: agreed,
          meanPerPatientCents,
        });
        const cap = pay({ payer: '*', form: 'dynamic-cap-up', agreedCents: agreed, meanPerPatientCents });
        expect(Math.abs(mean - cap)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });
});

describe('in a run', () => {
  const FEW_DRAWS = { ...DEFAULT_SIMULATION_OPTIONS, draws: 100 };
  const records = fc
    .array(anyRecord, { minLength: 1, maxLength: 12 })
    .map((rows) => rows.map((row, i) => ({ ...row, cost: 10 * i })));
  const placed = fc
    .tuple(
      fc.oneof(smooth, cliffs),
      fc.constantFrom('VZ1', 'groep', '*'),
      fc.constantFrom({}, { setting: 'klinisch' }, { cluster: '3' }),
      fc.constantFrom(undefined, 2024),
    )
    .map(([contract, whose, scope, year]) => ({ ...contract, payer: whose, scope, year }));

  it('groups, clusters and waterfall add up to the cent under any contracts', () => {
    fc.assert(
      fc.property(
        records,
        anyScenario,
        anyScenario,
        fc.array(placed, { maxLength: 3 }),
        (rows, a, b, all) => {
          const baseline = { ...b, contracts: all.slice(1) };
          const result = simulate(
            prepareSimulation(inputOf(rows, { ...a, contracts: all, baseline })),
            FEW_DRAWS,
          );
          const { total } = result;
          const summed = (parts: readonly { scenarioCents: number; baselineCents: number }[]) => [
            parts.reduce((sum, part) => sum + part.baselineCents, 0),
            parts.reduce((sum, part) => sum + part.scenarioCents, 0),
          ];
          for (const parts of [result.byCluster, ...Object.values(result.by)]) {
            expect(summed(parts)).toEqual([total.baselineCents, total.scenarioCents]);
          }
          expect(result.waterfall.reduce((sum, { cents: step }) => sum + step, 0)).toBe(
            total.differenceCents,
          );
          expect(total.scenarioCents).toBeGreaterThanOrEqual(0);
          for (const { monthly, grossCents } of result.contracts) {
            if ('undefined' in monthly) throw new Error(monthly.undefined);
            if (monthly.length > 0) {
              expect(monthly.reduce((sum, month) => sum + month.grossCents, 0)).toBe(grossCents);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
