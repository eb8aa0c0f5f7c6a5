/** `zorgcluster sql`: the text on stdout runs in an engine and says what `score` says of the same rows. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DATA_FOLDER, openEngine, type SimulationResult } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const home = mkdtempSync(join(tmpdir(), 'zorgcluster-sql-'));
afterAll(() => rmSync(home, { recursive: true }));

const ITEMS = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);

describe('sql score', () => {
  it('prints a query that runs as it is, stamped', async () => {
    const { status, stdout, stderr } = await runHere(home, [
      'sql',
      'score',
      '--table',
      'ratings',
      '--absent',
      'chosen_cluster',
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^-- .*illustrati/i);
    const engine = await openEngine(':memory:');
    await engine.transaction(({ run }) =>
      run(
        `create table ratings as select 'a' as patient, 'X' as supercluster, ${ITEMS.map((item) => `1 as ${item}`).join(', ')}`,
      ),
    );
    const [row] = await engine.all(stdout);
    await engine.close();
    const { cases } = JSON.parse(
      (
        await runHere(home, [
          'explain',
          '--supercluster',
          'X',
          '--items',
          ITEMS.map(() => '1').join(','),
          '--json',
        ])
      ).stdout,
    ) as { cases: { advised: string; probability: number }[] };
    const explanation = cases[0]!;
    expect(row).toMatchObject({ patient: 'a', status: 'advised', advised_cluster: explanation.advised });
    expect(row!.advised_probability).toBeCloseTo(explanation.probability, 12);
  });

  it.each([
    ['score', []],
    ['sums', ['--scenario', 'demo-day-prices']],
  ])('sql %s takes names of tables, and no function for one', async (command, more) => {
    const asked = (table: string) =>
      runHere(home, ['sql', command, ...more, '--table', table, '--lang', 'en']);
    for (const table of [
      "read_csv('cases.csv')",
      'cases; drop table cases',
      'care..cases',
      '"cases',
      'a b',
    ]) {
      const { status, stdout, stderr } = await asked(table);
      expect([table, status, stdout]).toEqual([table, 2, '']);
      expect(stderr).toContain('is no name of a table');
    }
    const { status, stdout } = await asked('care."Cases ""2025"", part.1"');
    expect(status).toBe(0);
    expect(stdout).toContain('from "care"."Cases ""2025"", part.1"');
  });

  it('gives one JSON document with the rule set and its hash', async () => {
    const { stdout } = await runHere(home, ['sql', 'score', '--dialect', 'postgres', '--json']);
    const document = JSON.parse(stdout) as {
      meta: { command: string; rules: { sha256: string } };
      sql: string;
    };
    expect(document.meta.command).toBe('sql score');
    expect(document.sql).toContain(document.meta.rules.sha256);
  });

  it.each([
    ['an engine it does not know', ['--dialect', 'oracle'], /duckdb, postgres, spark/],
    ['a column it does not read', ['--map', 'hv20=x'], /hv20/],
    ['a supercluster that is none', ['--supercluster', 'Q'], /X, Y, Z/],
    ['a name with a backslash', ['--table', 'a\\b'], /backslash/],
    ['a column kept twice', ['--keep', 'patient', '--keep', 'Patient'], /Patient/],
    ['a column kept under a name of the advice', ['--keep', 'status'], /status/],
    ['an ending it does not write', ['-o', 'x.csv'], /\.sql, \.json/],
  ])('refuses %s', async (_what, args, says) => {
    const { status, stdout, stderr } = await runHere(home, ['sql', 'score', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });
});

describe('sql sums and simulate --from-sums', () => {
  const at = (name: string): string => join(home, name);
  const run = (...args: readonly string[]) => runHere(home, args);

  it('gives from the result of the query what the rows give', async () => {
    await run('generate', '--episodes', '1500', '--seed', '3', '-o', at('cases.csv'), '--quiet');
    const { status, stdout, stderr } = await run(
      ...['sql', 'sums', '--scenario', 'demo-day-prices', '--typing', 'chosen', '--by', 'site'],
      ...['--min-patients', '1', '--map', 'origin=origin'],
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^-- .*hypothetisch/i);
    const engine = await openEngine(':memory:');
    await engine.transaction(async (transaction) => {
      await transaction.run(`create table cases as select * from read_csv('${at('cases.csv')}')`);
      await transaction.run(`copy (${stdout}) to '${at('sums.parquet')}' (format parquet)`);
      await transaction.run(`copy (from '${at('sums.parquet')}') to '${at('sums.csv')}' (header)`);
    });
    await engine.close();
    const asked = ['--scenario', 'demo-day-prices', '--typing', 'chosen', '--json'];
    const results = await Promise.all(
      [
        ['simulate', at('cases.csv')],
        ['simulate', '--from-sums', at('sums.csv')],
        ['simulate', '--from-sums', at('sums.parquet')],
      ].map(async (source) => JSON.parse((await run(...source, ...asked)).stdout) as SimulationResult),
    );
    const [rows, csv, parquet] = results.map(({ total, byCluster, by, waterfall, rows: counts, meta }) => {
      const sites = by.site!.map(({ value, n, differenceCents }) => [value, n, differenceCents]);
      // A note names the share of the costliest patients, which sums do not know.
      const figures = JSON.parse(JSON.stringify(total, (key, value) => (key === 'note' ? undefined : value)));
      // Sums do not show how many patients a cluster has, so give no interval of it.
      const clusters = byCluster.map(({ interval: _, ...money }) => money);
      return { figures, clusters, sites, waterfall, counts, stamps: meta.stamps };
    });
    expect(csv).toEqual(rows);
    expect(parquet).toEqual(rows);
    expect(rows!.stamps).toContain('synthetic');
  }, 60_000);

  it.each([
    [
      'the rows as well',
      ['--from-sums', 'x.csv', 'y.csv', '--scenario', 'demo-day-prices'],
      2,
      /casusbestand/,
    ],
    ['what needs rows', ['--from-sums', 'sums.csv', '--scenario', 'demo-day-prices', '--tail'], 2, /--tail/],
    ['another file', ['--from-sums', 'cases.csv', '--scenario', 'demo-day-prices'], 1, /sql sums/],
    ['sums for another typing', ['--from-sums', 'sums.csv', '--scenario', 'demo-day-prices'], 1, /typering/],
  ])('refuses %s', async (_what, args, exit, says) => {
    const paths = args.map((arg) => (/[.]csv$/.test(arg) ? at(arg) : arg));
    const { status, stdout, stderr } = await run('simulate', ...paths);
    expect([status, stdout]).toEqual([exit, '']);
    expect(stderr).toMatch(says);
  });

  it('refuses sums of which few patients were withheld, or with --partial says above the figures that money is not that of all rows', async () => {
    await run('generate', '--episodes', '300', '--seed', '3', '-o', at('few.csv'), '--quiet');
    const asked = ['--scenario', 'demo-day-prices', '--typing', 'chosen'];
    const { stdout: query } = await run('sql', 'sums', ...asked, '--order', '2');
    const engine = await openEngine(':memory:');
    await engine.transaction(async (transaction) => {
      await transaction.run(`create table cases as select * from read_csv('${at('few.csv')}')`);
      await transaction.run(`copy (${query}) to '${at('few-sums.csv')}' (header)`);
      // Eleven patients are a group, but hardly any quantity has ten of them.
      for (const [rows, name] of [
        [5, 'five.csv'],
        [11, 'eleven.csv'],
      ] as const) {
        await transaction.run(
          `create or replace table cases as select * from read_csv('${at('few.csv')}') limit ${rows}`,
        );
        await transaction.run(`copy (${query}) to '${at(name)}' (header)`);
      }
    });
    await engine.close();
    const simulated = (...more: readonly string[]) =>
      run('simulate', '--from-sums', at('few-sums.csv'), ...asked, ...more);
    const refused = await simulated();
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('--min-patients 1');
    const part = await simulated('--partial', '--json');
    const { total, winners, issues } = JSON.parse(part.stdout) as SimulationResult;
    for (const unknown of [total.differencePct, total.interval, total.sd, winners]) {
      expect(unknown).toHaveProperty('undefined');
    }
    expect(issues.map(({ code }) => code)).toEqual(['sums-incomplete']);
    const { stdout: table } = await simulated('--partial');
    expect(table.slice(0, table.indexOf('Verschil (%)'))).toContain('--min-patients 1');
    expect(table.indexOf('Verschil (%)')).toBeGreaterThan(0);
    for (const name of ['five.csv', 'eleven.csv']) {
      const none = await run('simulate', '--from-sums', at(name), ...asked);
      expect([none.status, none.stdout]).toEqual([1, '']);
      expect(none.stderr).toMatch(/alles is achtergehouden/);
    }
    const rows = await run('simulate', at('few.csv'), '--partial', ...asked);
    expect([rows.status, rows.stdout]).toEqual([2, '']);
  }, 60_000);

  it('without a column of costs refuses pay that hangs on it, and says nothing of costs it cannot know', async () => {
    const asked = async (name: string, contract: object) => {
      const scenario = JSON.parse(
        readFileSync(join(DATA_FOLDER, 'scenarios', 'demo-day-prices.json'), 'utf8'),
      ) as object;
      writeFileSync(at(name), JSON.stringify({ ...scenario, contracts: [{ payer: '*', ...contract }] }));
      return run('sql', 'sums', '--scenario', at(name), '--absent', 'cost');
    };
    const corridor = { form: 'risk-corridor', targetCents: 1e6, bands: [{ upTo: 0.05, share: 0 }] };
    const refused = await asked('corridor.json', corridor);
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/cost/);
    const told = await asked('cap.json', { form: 'revenue-cap', agreedCents: 1e6, dutyToContinue: true });
    expect(told.status).toBe(0);
    expect(told.stdout).not.toMatch(/blank-costs|'cost'/);
  });

  it.each([
    ['no scenario', [], 2, /sql sums.*--scenario/],
    ['a column it does not read', ['--scenario', 'demo-day-prices', '--map', 'hv20=x'], 2, /hv20/],
    [
      'a table without what the scenario pays by',
      ['--scenario', 'demo-day-prices', '--absent', 'bed_days'],
      1,
      /bed_days/,
    ],
  ])('sql sums refuses %s', async (_what, args, exit, says) => {
    const { status, stdout, stderr } = await run('sql', 'sums', ...args);
    expect([status, stdout]).toEqual([exit, '']);
    expect(stderr).toMatch(says);
  });
});
