/** A contribution from sums is the one from rows: gate, report, ledger and numbers, in two engines. */

import { PGlite } from '@electric-sql/pglite';
import { SparkSQL } from 'dt-sql-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  contributeFromSums,
  type FromSums,
  gatePlanOf,
} from '../../src/benchmark/exchange/contribute-from-sums.ts';
import { madeForText } from '../../src/benchmark/exchange/made-for.ts';
import { type Engine, openEngine, Refusal } from '../../src/index.ts';
import type { BenchmarkDesign } from '../../src/model/disclosure.ts';
import type { GatePlan } from '../../src/model/gate-plan.ts';
import { benchmarkHashesSql } from '../../src/pushdown/benchmark-hashes.ts';
import { benchmarkSumsSql, FIRST_PLAN } from '../../src/pushdown/benchmark-sums.ts';
import { scoredCasesSql } from '../../src/pushdown/scored-cases.ts';
import { parseBenchmarkHashes } from '../../src/read/benchmark-sums.ts';
import { csv, memberCases, memberStatements } from './member-cases.ts';
import {
  CASES,
  type Case,
  CONVERSION,
  category,
  expectSame,
  fromRows,
  illustrative,
  KEY,
  number,
  type Query,
  SOURCE,
  throughQueries,
} from './through-queries.ts';

describe.each(['duckdb', 'postgres'] as const)('contributions by %s', (dialect) => {
  const cases = memberCases(dialect === 'postgres' ? 500 : 1000, 41, 6);
  let engine: Engine | PGlite;
  const query: Query = async (sql) =>
    (engine instanceof PGlite ? (await engine.query(sql)).rows : await engine.all(sql)) as Record<
      string,
      unknown
    >[];

  beforeAll(async () => {
    const statements = memberStatements(cases);
    if (dialect === 'postgres') {
      engine = new PGlite();
      for (const statement of statements) await engine.exec(statement);
    } else {
      engine = await openEngine(':memory:');
      await engine.transaction(async ({ run }) => {
        for (const statement of statements) await run(statement);
      });
    }
  });
  afterAll(() => engine.close());

  it.each(Object.keys(CASES))(
    '%s',
    async (name) => {
      const one = CASES[name]!;
      const expected = fromRows(cases, one);
      const { from, rounds } = await throughQueries(query, dialect, one);
      expectSame(contributeFromSums(from, { memberName: 'Noord', design: one.design }), expected);
      expect(rounds).toBeLessThanOrEqual(one.rounds);
    },
    120_000,
  );

  it('says of a file that was edited, mixed up or cut short what is wrong, and makes nothing of it', async () => {
    const one = CASES['levels that are merged, rows that leave']!;
    const { from } = await throughQueries(query, dialect, one);
    const { sums, hashes } = from;
    const refusal = (changed: Partial<FromSums>): string => {
      try {
        contributeFromSums({ ...from, ...changed }, { memberName: 'Noord', design: one.design });
      } catch (error) {
        if (error instanceof Refusal) return error.issues[0]!.code;
        throw error;
      }
      return 'made';
    };
    const facts = (
      change: (fact: (typeof sums.facts)[number]) => (typeof sums.facts)[number][],
    ): Partial<FromSums> => ({
      sums: { ...sums, facts: sums.facts.flatMap(change) },
    });
    expect(refusal({})).toBe('made');
    // Whatever answer is taken away, the gate misses it: none may be left out to get past it.
    for (const kind of new Set(sums.facts.map(({ fact }) => fact))) {
      const said = refusal(facts((fact) => (fact.fact === kind ? [] : [fact])));
      // Counts that only prove that both files are of the same rows are missed by nobody.
      if (kind !== 'response' && kind !== 'rows') {
        expect(['sums-ask-more', 'gate-nothing-left', 'sums-shape']).toContain(said);
      }
    }
    expect(refusal(facts((fact) => [fact.fact === 'n' ? { ...fact, amount: fact.amount + 1 } : fact]))).toBe(
      'sums-hashes-differ',
    );
    expect(refusal(facts((fact) => [fact.fact === 'twice' ? { ...fact, amount: 1 } : fact]))).toBe(
      'sums-episode-twice',
    );
    expect(refusal(facts((fact) => [fact.fact === 'heavy' ? { ...fact, amount: 2 } : fact]))).toBe(
      'sums-heavy-patients',
    );
    expect(refusal({ key: Buffer.alloc(32, 8) })).toBe('sums-other-key');
    const { madeFor } = from;
    expect(refusal({ madeFor: { ...madeFor, version: '0' } })).toBe('sums-made-for');
    expect(refusal({ madeFor: { ...madeFor, design: { ...one.design, better: 'lower' } } })).toBe(
      'sums-made-for',
    );
    expect(refusal({ madeFor: { ...madeFor, rules: 'ab' } })).toBe('sums-made-for');
    expect(refusal({ sums: { ...sums, madeFor: sums.madeFor.replace(/source=\w/, 'source=_') } })).toBe(
      'sums-other-table',
    );
    const columns = new Map(hashes.columns).set(
      'patient',
      hashes.columns.get('patient')!.map((cell, at) => (at === 0 ? '' : cell)),
    );
    expect(refusal({ hashes: { ...hashes, columns } })).toBe('hashes-without-patient');
    // What the queries said is over ten patients at least, and names no level that is smaller.
    expect(sums.facts.some(({ level }) => level.startsWith('rare'))).toBe(false);
    for (const { fact, amount } of sums.facts) {
      if (fact === 'n') expect(amount).toBeGreaterThanOrEqual(30);
      if (fact === 'rows' || fact === 'response') expect(amount).toBeGreaterThanOrEqual(10);
    }
  }, 120_000);
});

describe('a step of the gate that hangs on values', () => {
  it('takes a third query, and then gives what the rows give', async () => {
    // A level that is large enough, of which two patients have nearly all the costs: only sums can tell.
    const cases = memberCases(400, 8, 6).map((one, i) =>
      i % 20 === 3 ? { ...one, diagnosis: 'zeldzaam', cost: i < 40 ? 4e6 + i : 10 } : one,
    );
    const one: Case = { ...CASES['levels that are merged, rows that leave']!, rounds: 3 };
    const engine = await openEngine(':memory:');
    try {
      await engine.transaction(async ({ run }) => {
        for (const statement of memberStatements(cases)) await run(statement);
      });
      const query: Query = async (sql) => (await engine.all(sql)) as Record<string, unknown>[];
      const { from, rounds } = await throughQueries(query, 'duckdb', one);
      expect(rounds).toBe(3);
      expectSame(contributeFromSums(from, { memberName: 'Noord', design: one.design }), fromRows(cases, one));
    } finally {
      await engine.close();
    }
  }, 120_000);
});

describe('the text of the queries', () => {
  const parser = new SparkSQL();
  const { design } = CASES['agreed levels, T-scores, a period and a filter']!;
  const plan: GatePlan = {
    stages: [
      { key: '0', without: [] },
      {
        key: 'ab',
        without: [
          { inModels: ['outcome'], notIn: ['duration'], levels: [{ category: 0, words: ["angst'"] }] },
        ],
      },
    ],
    sets: [{ key: 'cd', category: 0, words: ["angst'", 'other'] }],
    asks: [
      {
        ...{ kind: 'left', key: 'k', model: 'outcome', stage: 'ab' },
        terms: [
          { column: { item: 'outcome', mean: -1.5 }, slope: 1 },
          { column: { category: 0, words: ['other'], mean: 0.25 }, slope: -1e-9 },
        ],
      },
      {
        ...{ kind: 'heavy', key: 'h', model: 'joint', stage: '0', n: 80, limit: 0.2 },
        columns: [{ item: 'x0', mean: 3 }],
        inverse: [[0.5]],
      },
    ],
  };
  const how = { source: SOURCE, design, conversion: CONVERSION, madeFor: "a='b'" };

  it('is Spark SQL by its grammar', () => {
    const scored = scoredCasesSql(illustrative, { dialect: 'spark', source: SOURCE, design });
    for (const text of [
      benchmarkSumsSql({ ...how, dialect: 'spark', plan }),
      benchmarkSumsSql({ ...how, dialect: 'spark', plan: FIRST_PLAN, scored }),
      benchmarkHashesSql({ ...how, dialect: 'spark', key: KEY }),
    ]) {
      expect(parser.validate(text)).toEqual([]);
    }
  });

  it('asks of a handful of patients no more than how many they are', () => {
    const own = { adjust: [number('age')] };
    const madeFor = { version: 'test', design: own };
    const line = {
      patient: 'ab',
      turn: 0,
      left_out: null,
      status: null,
      outside_window: 0,
      instrument: null,
    };
    const text = csv([{ made_for: madeForText(madeFor, SOURCE, KEY), ...line, outcome: 'cd', x0: 'ef' }]);
    const { plan } = gatePlanOf({ hashes: parseBenchmarkHashes(text, 'hashes.csv'), madeFor, key: KEY }, own);
    expect(plan).toEqual(FIRST_PLAN);
  });

  it('refuses what it cannot say', () => {
    const code = (changed: Partial<BenchmarkDesign>, absent: readonly string[] = []): string => {
      try {
        const own = { ...design, ...changed };
        benchmarkSumsSql({
          ...how,
          design: own,
          source: { ...SOURCE, absent },
          dialect: 'postgres',
          plan: FIRST_PLAN,
        });
      } catch (error) {
        if (error instanceof Refusal) return error.issues[0]!.code;
      }
      return 'written';
    };
    expect(code({})).toBe('written');
    expect(code({ adjust: [category('start')] })).toBe('sql-benchmark-column');
    expect(code({ where: [{ column: 'end', values: ['1'] }] })).toBe('sql-benchmark-column');
    expect(code({ adjust: [category('a\\b')] })).toBe('sql-name');
    expect(code({}, ['patient'])).toBe('sql-benchmark-patient');
    expect(code({}, ['start'])).toBe('design-period-without-dates');
    expect(code({ windows: { pre: { fromDays: 0, untilDays: 9 } } }, ['pre_date'])).toBe(
      'windows-without-dates',
    );
    expect(code({ period: {} }, ['pre', 'start'])).toBe('benchmark-without-responses');
  });
});
