/** Payment curves: kinks and jumps where the formulas have them. */

import { describe, expect, it } from 'vitest';
import {
  type Contract,
  type PaymentCurve,
  paymentCurve,
  prepareSimulation,
  simulate,
} from '../../src/index.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';

/** Ten patients of VZ1 with 100 euros each: production 100,000 cents. */
const people: CaseRecord[] = Array.from({ length: 10 }, (_, i) => ({
  patient: `p${i}`,
  payer: 'VZ1',
  chosen: 'ZT01',
  start: '2025-01-01',
  end: '2025-01-02',
  current_revenue: 90,
  cost: 80,
}));

function curveOf(contracts: Contract[], measures: PaymentCurve['measures'] = 'held'): PaymentCurve {
  const input = inputOf(people, scenarioOf({ list: 'ZT01 episode 100', contracts }));
  return paymentCurve(prepareSimulation(input), 0, { measures, untilCents: 200_000 });
}

const kinks = (curve: PaymentCurve) =>
  curve.kinks.map(({ productionCents, slopeBefore, slopeAfter, jumpCents }) => [
    Math.round(productionCents),
    slopeBefore,
    slopeAfter,
    Math.round(jumpCents),
  ]);

describe('kinks', () => {
  it.each<[string, Contract, number[][]]>([
    ['a ceiling', { payer: 'VZ1', form: 'revenue-cap', agreedCents: 120_000 }, [[120_000, 1, 0, 0]]],
    [
      'a ceiling with bridging up to a maximum',
      {
        payer: '*',
        form: 'revenue-cap',
        agreedCents: 100_000,
        bridgingShare: 0.5,
        bridgingMaxCents: 20_000,
      },
      [
        [100_000, 1, 0.5, 0],
        [140_000, 0.5, 0, 0],
      ],
    ],
    [
      'a lump sum in a corridor',
      { payer: 'VZ1', form: 'lump-sum', agreedCents: 100_000, corridorShare: 0.1 },
      [
        [90_000, 1, 0, 0],
        [110_000, 0, 1, 0],
      ],
    ],
    [
      'a guarantee',
      { payer: 'VZ1', form: 'guarantee', agreedCents: 80_000, guaranteeShare: 0.9 },
      [[72_000, 0, 1, 0]],
    ],
    [
      'a retroactive discount jumps',
      {
        payer: 'VZ1',
        form: 'volume-discount',
        mode: 'retroactive',
        bands: [{ fromCents: 150_000, factor: 0.9 }],
      },
      [[150_000, 1, 0.9, -15_000]],
    ],
    ['price times volume', { payer: 'VZ1', form: 'price-times-volume', factor: 0.95 }, []],
  ])('of %s', (_, contract, expected) => {
    expect(kinks(curveOf([contract]))).toEqual(expected);
  });

  it('of several contracts on the same care come together', () => {
    const cap: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 120_000 };
    const guarantee: Contract = { payer: 'VZ1', form: 'guarantee', agreedCents: 50_000, guaranteeShare: 1 };
    expect(kinks(curveOf([cap, guarantee]))).toEqual([
      [50_000, 0, 1, 0],
      [120_000, 1, 0, 0],
    ]);
  });

  it('move when patients grow along', () => {
    const cap: Contract = {
      payer: 'VZ1',
      form: 'dynamic-cap-up',
      agreedCents: 80_000,
      meanPerPatientCents: 9000,
    };
    // Held: ceiling max(80,000; 10 x 9,000). Growing: 0.9 of production, at least 80,000.
    expect(kinks(curveOf([cap]))).toEqual([[90_000, 1, 0, 0]]);
    expect(kinks(curveOf([cap], 'grow'))).toEqual([
      [80_000, 1, 0, 0],
      [88_889, 0, 0.9, 0],
    ]);
  });
});

describe('the curve', () => {
  it('passes through this run and begins and ends where asked', () => {
    const contract: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 60_000 };
    const input = inputOf(people, scenarioOf({ list: 'ZT01 episode 100', contracts: [contract] }));
    const prepared = prepareSimulation(input);
    const curve = paymentCurve(prepared, 0);
    const [outcome] = simulate(prepared).contracts;
    expect(curve.here).toEqual({ productionCents: outcome!.grossCents, payCents: outcome!.netCents });
    expect(curve.slopeHere).toBe(outcome!.marginalPerEuro);
    expect(curve.points.map(({ productionCents }) => Math.round(productionCents))).toEqual([
      0, 60_000, 150_000,
    ]);
    expect(curve.points.map(({ payCents }) => Math.round(payCents))).toEqual([0, 60_000, 60_000]);
  });

  it('reaches beyond an agreed amount that is far away', () => {
    const contract: Contract = { payer: 'VZ1', form: 'revenue-cap', agreedCents: 400_000 };
    const input = inputOf(people, scenarioOf({ list: 'ZT01 episode 100', contracts: [contract] }));
    expect(kinks(paymentCurve(prepareSimulation(input), 0))).toEqual([[400_000, 1, 0, 0]]);
  });

  it('has two points at a jump', () => {
    const bands = [{ fromCents: 100_000, factor: 0.8 }];
    const curve = curveOf([{ payer: 'VZ1', form: 'volume-discount', mode: 'retroactive', bands }]);
    expect(curve.points.map(({ payCents }) => Math.round(payCents))).toEqual([0, 100_000, 80_000, 160_000]);
  });

  it('of a contract without care is flat', () => {
    const curve = curveOf([{ payer: 'VZ9', form: 'lump-sum', agreedCents: 5 }]);
    expect(curve).toMatchObject({ kinks: [], here: { productionCents: 0, payCents: 0 } });
  });
});
