/** Random but lawful case records, price lists and scenarios for property tests. */

import fc from 'fast-check';
import { type Contract, isoFromDay } from '../../src/index.ts';
import { type CaseRecord, CLUSTERS, day, scenarioOf } from './make-input.ts';

const FIRST = day('2023-11-01');
const word = (words: readonly string[]) => fc.constantFrom(...words);
const date = fc.integer({ min: 0, max: 900 }).map((offset) => FIRST + offset);

const anyProbabilities = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: CLUSTERS.length, maxLength: CLUSTERS.length })
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Object.fromEntries(CLUSTERS.map((cluster, k) => [cluster, total === 0 ? 0 : weights[k]! / total]));
  });

/** `date` is seldom and few, so that rows come to share a rating. */
export const anyRecord: fc.Arbitrary<CaseRecord> = fc
  .record({
    patient: word(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']),
    site: word(['Noord', 'Zuid', '']),
    team: word(['a', 'b', 'c']),
    payer: word(['VZ1', 'VZ2', 'VZ3']),
    setting: word(['klinisch', 'ambulant']),
    chosen: word(CLUSTERS),
    advised: word(CLUSTERS),
    probabilities: anyProbabilities,
    current_revenue: fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100),
    bed_days: fc.integer({ min: 0, max: 30 }),
    start: date,
    days: fc.integer({ min: 0, max: 500 }),
    open: fc.boolean(),
    rated: fc.boolean(),
  })
  .map(({ start, days, open, rated, ...record }) => ({
    ...record,
    start: isoFromDay(start),
    ...(open ? {} : { end: isoFromDay(start + days) }),
    ...(rated ? { date: '2024-01-01' } : {}),
  }));

const amount = fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100);

/** One or two validity periods per cluster and unit, some for a setting or payer. */
const anyList = fc
  .array(
    fc.record({
      cluster: word(['ZT01', '2', 'ZT03', '10']),
      unit: word(['episode', 'day', 'bed-day', 'year', 'assessment']),
      low: amount,
      high: amount,
      cut: date,
      special: fc.option(fc.constantFrom('klinisch -', '- VZ1')),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => {
    const seen = new Set<string>();
    const lines: string[] = [];
    for (const { cluster, unit, low, high, cut, special } of rows) {
      if (seen.has(cluster + unit)) continue;
      seen.add(cluster + unit);
      lines.push(`${cluster} ${unit} ${low} - - - ${isoFromDay(cut)}`);
      lines.push(`${cluster} ${unit} ${high} - - ${isoFromDay(cut + 1)} -`);
      if (special !== null) lines.push(`${cluster} ${unit} ${high + 1} ${special}`);
    }
    return lines.join('\n');
  });

const factor = fc.integer({ min: 50, max: 150 }).map((percent) => percent / 100);

export const anyScenario = fc
  .record({
    list: anyList,
    typing: fc.constantFrom('chosen', 'advised', 'expected'),
    valuationDate: date,
    period: fc.option(fc.record({ from: date, length: fc.integer({ min: 0, max: 400 }) })),
    overrides: fc.array(
      fc.oneof(
        fc.record({ cluster: word(CLUSTERS), factor, from: date }),
        fc.record({ payer: word(['VZ1', 'groep']), amountCents: fc.integer({ min: 0, max: 9999 }) }),
      ),
      { maxLength: 2 },
    ),
    index: fc.uniqueArray(fc.record({ from: date, factor }), { maxLength: 3, selector: ({ from }) => from }),
    volume: fc.array(
      fc.oneof(
        fc.record({ cluster: word(CLUSTERS), factor }),
        fc.record({ payer: word(['VZ2', 'groep']), factor }),
        fc.record({ site: word(['Noord']), factor }),
      ),
      { maxLength: 2 },
    ),
  })
  .map(({ period, ...parts }) =>
    scenarioOf({
      ...parts,
      payerGroups: { groep: ['VZ2', 'VZ3'] },
      ...(period === null ? {} : { period: { from: period.from, until: period.from + period.length } }),
    }),
  );

/** Up to three contracts that overlap, cut by setting, cluster, site or year. */
export const anyContracts: fc.Arbitrary<Contract[]> = fc.array(
  fc.oneof(
    fc.record({
      payer: fc.constantFrom('VZ1', '*', 'groep'),
      form: fc.constant('revenue-cap' as const),
      agreedCents: fc.integer({ min: 0, max: 500_000 }),
    }),
    fc.record({
      payer: fc.constantFrom('VZ1', '*'),
      form: fc.constant('lump-sum' as const),
      agreedCents: fc.integer({ min: 0, max: 500_000 }),
      scope: fc.constantFrom({}, { setting: 'klinisch' }, { cluster: '3' }, { site: 'Noord' }),
      year: fc.constantFrom(undefined, 2024),
    }),
    fc.record({
      payer: fc.constantFrom('VZ2', '*'),
      form: fc.constant('guarantee' as const),
      meanPerPatientCents: fc.integer({ min: 0, max: 50_000 }),
    }),
  ),
  { maxLength: 3 },
);
