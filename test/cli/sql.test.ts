/** `zorgcluster sql`: the text on stdout runs in an engine and says what `score` says of the same rows. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/index.ts';
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
    ['an ending it does not write', ['-o', 'x.csv'], /\.sql, \.json/],
  ])('refuses %s', async (_what, args, says) => {
    const { status, stdout, stderr } = await runHere(home, ['sql', 'score', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });
});
