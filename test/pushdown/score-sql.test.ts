/** The advice of an engine equals the library's, row by row, in DuckDB and in PostgreSQL's own engine. */

import { PGlite } from '@electric-sql/pglite';
import { SparkSQL } from 'dt-sql-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, loadRuleSet, openEngine, Refusal, type RuleSet, scoreSql } from '../../src/index.ts';
import {
  largestDifference,
  randomCases,
  randomRuleSet,
  type ScoredRow,
  scoredByLibrary,
  tableStatements,
} from './random-cases.ts';

const illustrative = (await loadRuleSet('data/rules/zvt-illustrative')).value!;
const source = { table: 'cases' };
const sets: readonly [name: string, set: RuleSet][] = [
  ['the illustrative rule set', illustrative],
  ['fine coefficients', randomRuleSet(illustrative, 11, 0.1234, 90)],
  ['coarse ones: ties', randomRuleSet(illustrative, 12, 1, 30)],
  ['scores thousands apart', randomRuleSet(illustrative, 13, 400, 30)],
  ['so many red rules that nothing fits some cases', randomRuleSet(illustrative, 14, 0.5, 1200)],
];

describe.each([
  ['duckdb', 100_000, [sets[2]!, sets[4]!]],
  ['postgres', 5000, sets],
] as const)('advice by %s on %i random cases', (dialect, n, own) => {
  const cases = randomCases(n, 2026);
  let engine: Engine | PGlite;
  const rowsOf = async (sql: string): Promise<ScoredRow[]> =>
    (engine instanceof PGlite ? (await engine.query(sql)).rows : await engine.all(sql)) as ScoredRow[];

  beforeAll(async () => {
    if (dialect === 'postgres') {
      const database = new PGlite();
      for (const statement of tableStatements(cases)) await database.exec(statement);
      engine = database;
    } else {
      const database = await openEngine(':memory:');
      await database.transaction(async ({ run }) => {
        for (const statement of tableStatements(cases)) await run(statement);
      });
      engine = database;
    }
  }, 120_000);
  afterAll(() => engine.close());

  it.each(own)(
    'with %s',
    async (_name, set) => {
      const rows = await rowsOf(scoreSql(set, { dialect, source, keep: ['patient'] }));
      const expected = scoredByLibrary(set, cases);
      expect(largestDifference(rows, expected)).toBeLessThan(1e-9);
      // The edges are really there.
      const statuses = new Set(expected.map((row) => row.status));
      for (const status of ['rejected', 'no-supercluster', 'too-many-missing', 'incomplete', 'advised']) {
        expect(statuses).toContain(status);
      }
    },
    120_000,
  );

  it('holds cases that nothing fits, and ties', () => {
    expect(scoredByLibrary(sets[4]![1], cases).some((row) => row.status === 'none-fits')).toBe(true);
    const tied = scoredByLibrary(sets[2]![1], cases).filter(
      (row) => row.advised_probability !== null && row.advised_probability === row.second_probability,
    );
    expect(tied.length).toBeGreaterThan(n / 100);
  });

  it('gives every probability on request, blank outside the supercluster', async () => {
    const sql = scoreSql(illustrative, { dialect, source, keep: ['patient'], probabilities: true });
    const rows = (await rowsOf(
      `select * from (${sql.replace(/^--.*\n/, '')}) as advice limit 500`,
    )) as unknown as Record<string, unknown>[];
    for (const row of rows.filter(({ advised_cluster }) => advised_cluster !== null)) {
      const shares = illustrative.clusters.map(({ code }) => row[`p_${code}`]);
      const given = shares.filter((share): share is number => typeof share === 'number');
      expect([4, 8]).toContain(given.length);
      expect(given.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.max(...given)).toBeCloseTo(row.advised_probability as number, 9);
    }
  });
});

describe('the text of the query', () => {
  const parser = new SparkSQL();
  it('is Spark SQL by its grammar', () => {
    for (const set of [illustrative, sets[4]![1]]) {
      const keep = ['patient', 'episode'];
      expect(parser.validate(scoreSql(set, { dialect: 'spark', source, keep, probabilities: true }))).toEqual(
        [],
      );
    }
  });

  it('reads other columns, skips absent ones, and keeps what it is told to', async () => {
    const engine = await openEngine(':memory:');
    const items = Array.from({ length: 18 }, (_, at) => `2 as "Vraag ${at + 1}"`);
    const columns = Object.fromEntries(
      items.map((_, at) => [`hv${String(at + 1).padStart(2, '0')}`, `Vraag ${at + 1}`]),
    );
    await engine.transaction(({ run }) =>
      run(`create table "Mijn tabel" as select 7 as nr, ${items.join(', ')}`),
    );
    const sql = scoreSql(illustrative, {
      dialect: 'duckdb',
      source: { table: '"Mijn tabel"', columns, absent: ['hv19', 'supercluster', 'chosen_cluster'] },
      keep: ['nr'],
      supercluster: 'Y',
    });
    const [row] = await engine.all(sql);
    expect(row).toMatchObject({ nr: 7, items_missing: 1, status: 'incomplete' });
    await engine.close();
  });

  it('keeps a name a name, and refuses one that may be an escape', async () => {
    const text = scoreSql(illustrative, {
      dialect: 'postgres',
      source: { table: '"a""; drop table b"' },
      keep: [],
    });
    expect(text).toContain('from "a""; drop table b"');
    for (const table of ['a\\b', 'a\nb', '', 'a"; drop table b']) {
      expect(() => scoreSql(illustrative, { dialect: 'spark', source: { table }, keep: [] })).toThrow(
        Refusal,
      );
    }
  });
});
