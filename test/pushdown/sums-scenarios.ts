/** Scenarios that ask everything of sums: frames, segments, contexts, contracts, another baseline. */

import type { ResolvedScenario } from '../../src/index.ts';
import { day, scenarioOf } from '../simulate/make-input.ts';

/** Amounts are large, so that a cent is far below the tolerance. */
const LIST = `
ZT05 day 8000
3 day 10000 - - - 2024-05-01
3 day 11000 - - 2024-05-02 -
12 bed-day 300000
12 bed-day 320000 klinisch
12 day 5000 - VZ1
ZT18 episode 900000
ZT02 review-period 400000
10 year 800000
ZT03 assessment 100000
ZT07 day 9000
ZT17 bed-day 250000`;
const valuationDate = day('2025-06-01');
const before = scenarioOf({
  list: LIST.replace('ZT05 day 8000', 'ZT05 episode 700000'),
  typing: 'chosen',
  valuationDate: day('2025-09-01'),
  contracts: [{ payer: 'VZ1', form: 'guarantee', meanPerPatientCents: 5_000_000 }],
});
export const scenarios: readonly [name: string, scenario: ResolvedScenario][] = [
  ['expected against current revenue', scenarioOf({ list: LIST, typing: 'expected', valuationDate })],
  [
    'chosen clusters as they stand',
    scenarioOf({
      list: LIST,
      typing: 'chosen',
      valuationDate,
      period: { from: day('2024-03-01'), until: day('2024-12-31') },
    }),
  ],
  [
    'another scenario as baseline, with other dates, typing and contracts',
    scenarioOf({
      list: LIST,
      typing: 'expected',
      valuationDate,
      baseline: before,
      index: [{ from: day('2024-07-01'), factor: 1.04 }],
      volume: [
        { payer: 'groep', factor: 1.1 },
        { site: 'Noord', factor: 0.9 },
      ],
      payerGroups: { groep: ['VZ2', "O'Neill"] },
      contracts: [
        { payer: 'groep', form: 'revenue-cap', agreedCents: 900_000_000, dutyToContinue: true },
        { payer: '*', form: 'lump-sum', agreedCents: 500_000_000, year: 2024, scope: { cluster: '3' } },
        { payer: 'VZ1', form: 'stay-limit', agreedDays: 100, meanDayPriceCents: 20_000 },
      ],
    }),
  ],
];
