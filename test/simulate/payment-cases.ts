/** Payments worked out by hand, as records; `notes` say why the odd answer is right. */

import { type CaseRecord, day, type ScenarioParts } from './make-input.ts';

export interface PaymentCase {
  readonly description: string;
  readonly notes?: string;
  readonly episode: CaseRecord;
  readonly scenario: ScenarioParts;
  /** Scenario total in cents. */
  readonly expected: number;
  readonly unpriced?: { readonly episodes: number; readonly days: number };
}

const CLOSED: CaseRecord = { chosen: 'ZT01', start: '2025-03-01', end: '2025-03-11', current_revenue: 0 };

export const PAYMENT_CASES: readonly PaymentCase[] = [
  {
    description: 'an episode price is paid once',
    episode: CLOSED,
    scenario: { list: 'ZT01 episode 1000' },
    expected: 100_000,
  },
  {
    description: 'days from start (counted) to end (not counted)',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10' },
    expected: 10 * 1000,
  },
  {
    description: 'an episode of one date has one day',
    episode: { ...CLOSED, end: '2025-03-01' },
    scenario: { list: 'ZT01 day 10' },
    expected: 1000,
  },
  {
    description: 'a leap day is a day',
    episode: { ...CLOSED, start: '2024-02-28', end: '2024-03-01' },
    scenario: { list: 'ZT01 day 10' },
    expected: 2000,
  },
  {
    description: 'each day at the price valid that day; from and until both included',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10 - - - 2025-03-04\nZT01 day 20 - - 2025-03-05 -' },
    expected: 4 * 1000 + 6 * 2000,
  },
  {
    description: 'days without a valid price pay 0 and are counted',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10 - - 2025-03-04 2025-03-06' },
    expected: 3 * 1000,
    unpriced: { episodes: 1, days: 7 },
  },
  {
    description: 'a cluster without a price pays 0',
    episode: { ...CLOSED, chosen: 'ZT02' },
    scenario: { list: 'ZT01 day 10' },
    expected: 0,
    unpriced: { episodes: 1, days: 10 },
  },
  {
    description: 'an episode whose start falls outside every price is not paid: all its days are counted',
    episode: CLOSED,
    scenario: { list: 'ZT01 episode 10 - - 2025-03-04 -' },
    expected: 0,
    unpriced: { episodes: 1, days: 10 },
  },
  {
    description: 'bed days are spread evenly over the days',
    notes: '4 bed days over 10 days = 0.4 a day; 4 days at 100, 6 days at 200',
    episode: { ...CLOSED, bed_days: 4 },
    scenario: { list: 'ZT01 bed-day 100 - - - 2025-03-04\nZT01 bed-day 200 - - 2025-03-05 -' },
    expected: 16_000 + 48_000,
  },
  {
    description: 'review periods of 84 days: the second starts on day 85',
    episode: { ...CLOSED, start: '2025-01-01', end: '2025-03-27' },
    scenario: { list: 'ZT01 review-period 100' },
    expected: 2 * 10_000,
  },
  {
    description: 'an end on the first day of a period does not start it',
    notes: 'the end is not counted: 84 days is one period of 84 days',
    episode: { ...CLOSED, start: '2025-01-01', end: '2025-03-26' },
    scenario: { list: 'ZT01 review-period 100' },
    expected: 10_000,
  },
  {
    description: '31 August plus six months is the last of February',
    notes: 'second period starts 2025-02-28, third 2025-08-31, counted from the start',
    episode: { ...CLOSED, chosen: 'ZT02', start: '2024-08-31', end: '2025-09-01' },
    scenario: {
      list: 'ZT02 review-period 100 - - - 2025-02-27\nZT02 review-period 300 - - 2025-02-28 -',
    },
    expected: 10_000 + 2 * 30_000,
  },
  {
    description: 'a started year is a year; 29 February plus a year is 28 February',
    episode: { ...CLOSED, start: '2024-02-29', end: '2025-03-01' },
    scenario: { list: 'ZT01 year 100' },
    expected: 2 * 10_000,
  },
  {
    description: 'an assessment is paid at the price on the start',
    episode: CLOSED,
    scenario: { list: 'ZT01 assessment 50 - - - 2025-03-01\nZT01 assessment 70 - - 2025-03-02 -' },
    expected: 5000,
  },
  {
    description: 'units add up',
    episode: { ...CLOSED, bed_days: 2 },
    scenario: { list: 'ZT01 day 10\nZT01 bed-day 300\nZT01 assessment 50' },
    expected: 10_000 + 60_000 + 5000,
  },
  {
    description: 'the row with more of setting and payer filled wins',
    episode: { ...CLOSED, setting: 'klinisch', payer: 'VZ1' },
    scenario: {
      list: 'ZT01 episode 1\nZT01 episode 2 klinisch\nZT01 episode 4 klinisch VZ1\nZT01 episode 8 ambulant VZ1',
    },
    expected: 400,
  },
  {
    description: 'of two versions of a price the one published last holds',
    notes: 'the second is valid from 6 March only; before that the first is the only one',
    episode: CLOSED,
    scenario: {
      list: 'ZT01 day 10 - - - - 2024-11-01\nZT01 day 30 - - 2025-03-06 - 2025-06-15',
    },
    expected: 5 * 1000 + 5 * 3000,
  },
  {
    description: 'a version published after the day asked about is left aside',
    episode: CLOSED,
    scenario: {
      list: 'ZT01 day 10 - - - - 2024-11-01\nZT01 day 30 - - - - 2025-06-15',
      asOf: day('2025-06-14'),
    },
    expected: 10 * 1000,
  },
  {
    description: 'a price published after the day asked about is no price',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 30 - - - - 2025-06-15', asOf: day('2025-06-14') },
    expected: 0,
    unpriced: { episodes: 1, days: 10 },
  },
  {
    description: 'an open episode counts to the valuation date, that day not included',
    episode: { chosen: 'ZT01', start: '2025-03-01', current_revenue: 0 },
    scenario: { list: 'ZT01 day 10', valuationDate: day('2025-03-06') },
    expected: 5000,
  },
  {
    description: 'a closed episode counts whole, also beyond the valuation date',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10', valuationDate: day('2025-03-06') },
    expected: 10_000,
  },
  {
    description: 'a start on the valuation date pays nothing',
    episode: CLOSED,
    scenario: { list: 'ZT01 episode 10', valuationDate: day('2025-03-01') },
    expected: 0,
  },
  {
    description: 'with a period only days inside it count',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10', period: { from: day('2025-03-03'), until: day('2025-03-05') } },
    expected: 3000,
  },
  {
    description: 'with a period an episode price counts when the start lies inside',
    episode: CLOSED,
    scenario: { list: 'ZT01 episode 10', period: { from: day('2025-03-02') } },
    expected: 0,
  },
  {
    description: 'the index is the last entry on or before the day, not a product',
    episode: CLOSED,
    scenario: {
      list: 'ZT01 day 10',
      index: [
        { from: day('2025-03-06'), factor: 1.1 },
        { from: day('2025-01-01'), factor: 1.05 },
      ],
    },
    expected: 5 * 1050 + 5 * 1100,
  },
  {
    description: 'before the first index entry nothing is indexed',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10', index: [{ from: day('2025-03-10'), factor: 2 }] },
    expected: 9 * 1000 + 2000,
  },
  {
    description: 'indexed prices are not rounded',
    notes: '3 days x 0.335 cents = 1.005 cents; rounding the price first would give 0',
    episode: { ...CLOSED, end: '2025-03-04' },
    scenario: { list: 'ZT01 day 0.0067', index: [{ from: day('2025-01-01'), factor: 0.5 }] },
    expected: 1,
  },
  {
    description: 'the last matching override wins, alone',
    episode: CLOSED,
    scenario: {
      list: 'ZT01 day 10',
      overrides: [
        { cluster: '1', factor: 3 },
        { unit: 'day', factor: 2, from: day('2025-03-06') },
        { cluster: 'ZT02', amountCents: 1 },
      ],
    },
    expected: 5 * 3000 + 5 * 2000,
  },
  {
    description: 'an override for a payer group touches its payers',
    episode: { ...CLOSED, payer: 'VZ1' },
    scenario: {
      list: 'ZT01 day 10',
      payerGroups: { groot: ['VZ1', 'VZ2'] },
      overrides: [{ payer: 'groot', amountCents: 500 }],
    },
    expected: 5000,
  },
  {
    description: 'volume factors multiply',
    episode: { ...CLOSED, payer: 'VZ1', site: 'Noord' },
    scenario: {
      list: 'ZT01 day 10',
      volume: [
        { payer: 'VZ1', factor: 1.5 },
        { site: 'Noord', factor: 2 },
        { cluster: 'ZT02', factor: 9 },
      ],
    },
    expected: 30_000,
  },
  {
    description: 'expected typing weighs by the probabilities',
    episode: { ...CLOSED, probabilities: { ZT01: 0.25, ZT02: 0.75 } },
    scenario: { list: 'ZT01 day 10\nZT02 episode 400', typing: 'expected' },
    expected: 0.25 * 10_000 + 0.75 * 40_000,
  },
  {
    description: 'without advice the chosen cluster is paid',
    episode: CLOSED,
    scenario: { list: 'ZT01 day 10', typing: 'expected' },
    expected: 10_000,
  },
  {
    description: 'a list may write a cluster as 1, 01 or ZT01',
    episode: CLOSED,
    scenario: { list: '1 day 10\n02 day 20' },
    expected: 10_000,
  },
];
