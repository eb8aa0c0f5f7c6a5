/** What comes out of sums that an engine made equals what comes out of the rows, in DuckDB and in PostgreSQL's own engine. */

import { PGlite } from '@electric-sql/pglite';
import { SparkSQL } from 'dt-sql-parser';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleSet, openEngine, Refusal, type ResolvedScenario, simulate } from '../../src/index.ts';
import { anyContracts, anyScenario } from '../simulate/arbitrary.ts';
import { smallRuleSet } from '../support/small-rule-set.ts';
import {
  differencesOf,
  moneyCases,
  moneyStatements,
  preparedByLibrary,
  preparedFromRows,
  sumsQuery,
} from './money-cases.ts';
import { randomRuleSet } from './random-cases.ts';
import { scenarios } from './sums-scenarios.ts';

const illustrative = (await loadRuleSet('data/rules/zvt-illustrative')).value!;
/** So many red rules that nothing fits some cases, and coarse coefficients: ties. */
const coarse = randomRuleSet(illustrative, 14, 1, 1200);

describe.each([
  ['duckdb', 2000],
  ['postgres', 400],
] as const)('sums by %s of %i random cases', (dialect, n) => {
  const cases = moneyCases(n, 7);
  let query: (sql: string) => Promise<Record<string, unknown>[]>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    if (dialect === 'postgres') {
      const database = new PGlite();
      for (const statement of moneyStatements(cases)) await database.exec(statement);
      query = async (sql) => (await database.query(sql)).rows as Record<string, unknown>[];
      close = () => database.close();
    } else {
      const database = await openEngine(':memory:');
      await database.transaction(async ({ run }) => {
        for (const statement of moneyStatements(cases)) await run(statement);
      });
      query = async (sql) => [...(await database.all(sql))];
      close = () => database.close();
    }
  }, 120_000);
  afterAll(() => close());

  it.each(scenarios)(
    'gives the same: %s',
    async (_name, scenario) => {
      const set = scenario.typing === 'chosen' ? illustrative : coarse;
      const order = scenario.typing === 'chosen' ? 3 : 2;
      const rows = await query(sumsQuery(set, scenario, { dialect, by: ['site', 'team', 'payer'], order }));
      const found = preparedFromRows(rows, set, scenario);
      const expected = await preparedByLibrary(cases, set, scenario);
      expect(differencesOf(found, expected)).toEqual([]);
      expect(simulate(expected).population.withoutCluster).toBeGreaterThan(0);
    },
    120_000,
  );

  if (dialect === 'duckdb') {
    const random = fc.sample(fc.tuple(anyScenario, anyScenario, anyContracts, fc.boolean()), {
      numRuns: 3,
      seed: 11,
    });
    it.each(random.map((one, at) => [at, one] as const))(
      'gives the same: random scenario %i',
      async (_at, [own, other, contracts, current]) => {
        const scenario = { ...own, contracts, ...(current ? {} : { baseline: other }) };
        const rows = await query(
          sumsQuery(illustrative, scenario, { dialect, by: ['site', 'member'], order: 2 }),
        );
        const found = preparedFromRows(rows, illustrative, scenario);
        expect(differencesOf(found, await preparedByLibrary(cases, illustrative, scenario))).toEqual([]);
      },
      120_000,
    );
  }
});

it('is Spark SQL by its grammar', () => {
  const parser = new SparkSQL();
  const scenario = { ...scenarios[2]![1], typing: 'expected' as const };
  const set = smallRuleSet({ redRules: [{ item: 0, severity: 4, cluster: 1 }] });
  const query = sumsQuery(set, scenario, { dialect: 'spark', by: ['site'], minimum: 10 });
  expect(parser.validate(query)).toEqual([]);
}, 120_000);

it('keeps numbers of few patients, and says that it did', async () => {
  const cases = moneyCases(1500, 3);
  const engine = await openEngine(':memory:');
  await engine.transaction(async ({ run }) => {
    for (const statement of moneyStatements(cases)) await run(statement);
  });
  const scenario = scenarios[1]![1];
  const asked = { dialect: 'duckdb', by: ['site', 'team', 'member'] } as const;
  const [all, kept] = [
    await engine.all(sumsQuery(illustrative, scenario, asked)),
    await engine.all(sumsQuery(illustrative, scenario, { ...asked, minimum: 10 })),
  ];
  await engine.close();
  const of = (rows: typeof all, kind: string): typeof all => rows.filter((row) => row.kind === kind);
  expect(of(kept, 'quantity').length).toBeLessThan(of(all, 'quantity').length);
  expect(of(kept, 'pair').length).toBeGreaterThan(0);
  expect(of(kept, 'patients').every(({ value }) => Number(value) >= 10)).toBe(true);
  // In chosen typing an amount per patient is a whole number of days, periods or episodes.
  const found = simulate(preparedFromRows(kept, illustrative, scenario));
  expect(found.total.sd).toHaveProperty('undefined');
  expect(found.total.interval).toHaveProperty('undefined');
});

it('refuses sums of another scenario, by what differs', async () => {
  const engine = await openEngine(':memory:');
  await engine.transaction(async ({ run }) => {
    for (const statement of moneyStatements(moneyCases(60, 3))) await run(statement);
  });
  const [, scenario] = scenarios[1]!;
  const rows = await engine.all(sumsQuery(illustrative, scenario, { dialect: 'duckdb', order: 2 }));
  await engine.close();
  const run = (other: ResolvedScenario, lines = rows) => preparedFromRows(lines, illustrative, other);
  const { list } = scenario.prices;
  const withRows = (change: (row: (typeof list.rows)[number]) => (typeof list.rows)[number]) => ({
    ...scenario,
    prices: { list: { ...list, rows: list.rows.map(change) }, overrides: [] },
  });
  expect(() => run(withRows((row) => ({ ...row, amountCents: row.amountCents * 2 })))).not.toThrow();
  expect(refusalOf(() => run(withRows((row) => ({ ...row, until: 20_500 }))))).toBe('sums-other-dates');
  expect(refusalOf(() => run(withRows((row) => ({ ...row, payer: 'VZ9' }))))).toBe('sums-other-prices');
  expect(refusalOf(() => run({ ...scenario, valuationDate: 20_300 }))).toBe('sums-other-dates');
  expect(refusalOf(() => run({ ...scenario, typing: 'expected' }))).toBe('sums-other-typing');
  expect(refusalOf(() => run({ ...scenario, index: [{ from: 19_999, factor: 1.1 }] }))).toBe(
    'sums-other-dates',
  );
  expect(refusalOf(() => run({ ...scenario, volume: [{ site: 'Noord', factor: 1.1 }] }))).toBe(
    'sums-other-groups',
  );
  expect(
    refusalOf(() => run({ ...scenario, contracts: [{ payer: '*', form: 'lump-sum', agreedCents: 1 }] })),
  ).toBe('sums-other-contracts');
  expect(refusalOf(() => run({ ...scenario, behaviour: { retype: { share: 0.1, margin: 0.1 } } }))).toBe(
    'sums-cannot',
  );
});

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.issues[0]!.code;
    throw error;
  }
  return 'no refusal';
}
