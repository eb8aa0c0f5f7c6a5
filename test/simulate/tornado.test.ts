/** One-way sensitivity: order and values by hand. */

import { describe, expect, it } from 'vitest';
import { type Contract, prepareSimulation, tornado } from '../../src/index.ts';
import { type CaseRecord, inputOf, scenarioOf } from './make-input.ts';

const records: CaseRecord[] = [
  {
    patient: 'a',
    chosen: 'ZT01',
    payer: 'VZ1',
    start: '2025-01-01',
    end: '2025-01-02',
    current_revenue: 100,
  },
  {
    patient: 'b',
    chosen: 'ZT02',
    payer: 'VZ2',
    start: '2025-01-01',
    end: '2025-01-02',
    current_revenue: 200,
  },
];
// 100 and 300 euros against 300.
const bars = (parts: object = {}) => {
  const list = 'ZT01 episode 100\nZT02 episode 300\nZT03 episode 999';
  return tornado(prepareSimulation(inputOf(records, scenarioOf({ list, ...parts }))), 0.1, 30_000);
};

describe('tornado', () => {
  it('puts the largest swing first and leaves out what does nothing', () => {
    expect(bars()).toEqual([
      { kind: 'price', name: 'ZT02', lowCents: 7000, highCents: 13_000 },
      { kind: 'price', name: 'ZT01', lowCents: 9000, highCents: 11_000 },
    ]);
  });

  it('keeps bars that a ceiling bends', () => {
    const cap: Contract = { payer: 'VZ2', form: 'revenue-cap', agreedCents: 30_000 };
    expect(bars({ contracts: [cap] })[0]).toEqual({
      kind: 'price',
      name: 'ZT02',
      lowCents: 7000,
      highCents: 10_000,
    });
  });

  it('takes index and volume along', () => {
    const found = bars({ index: [{ from: 0, factor: 1 }], volume: [{ payer: 'VZ1', factor: 2 }] });
    expect(found).toContainEqual({ kind: 'index', name: '1', lowCents: 15_000, highCents: 25_000 });
    expect(found).toContainEqual({ kind: 'volume', name: 'VZ1', lowCents: 18_000, highCents: 22_000 });
  });
});
