/** `sql benchmark` and `contribute --from-sums` as a data team uses them: queries, an engine, files, one ledger. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContributionDocument, type Engine, openEngine } from '../../src/index.ts';
import { csv, memberCases, memberStatements } from '../pushdown/member-cases.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-sql-benchmark-'));
const at = (name: string) => join(folder, name);
const run = (...args: string[]) => runHere(at('home'), args);
const DESIGN = ['--design', at('design.json')];
let engine: Engine;

beforeAll(async () => {
  const cases = memberCases(400, 5, 4).map((one) => ({ ...one, instrument: 'OQ-45' }));
  writeFileSync(at('cases.csv'), csv(cases.map((one) => ({ ...EVERYTHING, ...one }))));
  writeFileSync(
    at('design.json'),
    JSON.stringify({
      adjust: [
        { column: 'age', kind: 'number' },
        { column: 'diagnosis', kind: 'category' },
      ],
    }),
  );
  engine = await openEngine(':memory:');
  await engine.transaction(async (connection) => {
    for (const statement of memberStatements(cases)) await connection.run(statement);
  });
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every column, so that the header does not hang on the first row. */
const EVERYTHING = Object.fromEntries(
  ['patient', 'episode', 'instrument', 'pre', 'post', 'start', 'end', 'pre_date', 'post_date']
    .concat(['minutes', 'bed_days', 'cost', 'rom_status', 'age', 'sex', 'setting', 'diagnosis'])
    .map((name) => [name, null]),
);

/** Writes a query, has the engine run it, and saves its result. */
async function query(name: string, ...options: string[]): Promise<string> {
  const { status, stdout, stderr } = await run('sql', 'benchmark', ...DESIGN, ...options);
  expect([status, stderr.includes('Error')]).toEqual([0, false]);
  writeFileSync(at(name), csv((await engine.all(stdout)) as Record<string, unknown>[]));
  return stderr;
}

const contribute = (name: string, ...from: string[]) =>
  run('benchmark', 'contribute', ...from, ...DESIGN, '--member-name', 'Noord', '-o', at(name));

describe('a contribution from the rows of an engine', () => {
  const files = ['--from-sums', at('sums.csv'), '--hashes', at('hashes.csv')];

  it('takes two queries and an answer, and enters the ledger as the rows would', async () => {
    expect(await query('hashes.csv', '--hashes')).toMatch(/sleutel/);
    await query('sums.csv');
    const early = await contribute('early.json', ...files);
    expect(early.status).toBe(1);
    expect(early.stderr).toMatch(/--with-hashes/);
    await query('sums.csv', '--with-hashes', at('hashes.csv'));
    const done = await query('sums.csv', '--with-hashes', at('hashes.csv'), '--with-sums', at('sums.csv'));
    expect(done).toBe('');
    const enough = await query('same.csv', '--with-hashes', at('hashes.csv'), '--with-sums', at('sums.csv'));
    expect(enough).toMatch(/volstaat/);

    expect(await contribute('rows.json', at('cases.csv'))).toMatchObject({ status: 0 });
    // The same patients with the same values: another way to them is no other release.
    expect(await contribute('sums.json', ...files)).toMatchObject({ status: 0, stderr: '' });
    const [rows, sums] = ['rows.json', 'sums.json'].map(
      (name) => JSON.parse(readFileSync(at(name), 'utf8')) as ContributionDocument,
    );
    // That the reader had something to say of the file (two measurements on one day) no query knows.
    const report = ({ disclosure }: ContributionDocument) => ({
      ...disclosure,
      suppressed: disclosure.suppressed.filter(({ what }) => what !== 'issues'),
    });
    expect(report(sums!)).toEqual(report(rows!));
    expect(sums!.n).toBe(rows!.n);
    expect(sums!.sums.outcome!.means[0]).toBeCloseTo(rows!.sums.outcome!.means[0]!, 9);
  }, 120_000);

  it('is refused by the ledger where a few patients left the table since', async () => {
    await engine.transaction(({ run: change }) =>
      change(`delete from cases where episode in ('e300', 'e301', 'e302')`),
    );
    await query('hashes2.csv', '--hashes');
    await query('sums2.csv', '--with-hashes', at('hashes2.csv'));
    await query('sums2.csv', '--with-hashes', at('hashes2.csv'), '--with-sums', at('sums2.csv'));
    const again = await contribute(
      'again.json',
      '--from-sums',
      at('sums2.csv'),
      '--hashes',
      at('hashes2.csv'),
    );
    expect(again.status).toBe(1);
    expect(again.stderr).toMatch(/eerder/i);
    const mixed = await contribute(
      'mixed.json',
      '--from-sums',
      at('sums2.csv'),
      '--hashes',
      at('hashes.csv'),
    );
    expect(mixed.stderr).toMatch(/gewijzigd/);
  }, 120_000);

  it('says what goes with what', async () => {
    for (const args of [
      [],
      [at('cases.csv'), ...files],
      ['--from-sums', at('sums.csv')],
      [...files, '--strict'],
    ]) {
      expect([args.length, (await contribute('odd.json', ...args)).status]).toEqual([args.length, 2]);
    }
    expect(await run('sql', 'benchmark', ...DESIGN, '--with-sums', at('sums.csv'))).toMatchObject({
      status: 2,
    });
    const other = await contribute('rules.json', ...files, '--rules', 'zvt-illustrative');
    expect(other.stderr).toMatch(/--rules/);
  });

  it('scores a table first where the design needs its advice', async () => {
    writeFileSync(
      at('advice.json'),
      JSON.stringify({ adjust: [{ column: 'advised_cluster', kind: 'category' }] }),
    );
    const items = Array.from(
      { length: 19 },
      (_, item) => `i % ${1 + (item % 4)} as hv${String(item + 1).padStart(2, '0')}`,
    );
    await engine.transaction(({ run: change }) =>
      change(
        `create table rated as select 'p' || i as patient, 'X' as supercluster, 30 + i % 9 as pre, 20 + i % 7 as post, ${items.join(', ')} from range(300) as rows(i)`,
      ),
    );
    const absent = [
      'episode',
      'instrument',
      'start',
      'end',
      'minutes',
      'bed_days',
      'cost',
      'rom_status',
      'chosen_cluster',
    ];
    const { status, stdout } = await run(
      ...[
        'sql',
        'benchmark',
        '--design',
        at('advice.json'),
        '--rules',
        'zvt-illustrative',
        '--table',
        'rated',
        '--json',
      ],
      ...absent.flatMap((name) => ['--absent', name]),
    );
    expect(status).toBe(0);
    const { meta, sql } = JSON.parse(stdout) as { meta: { rules: { id: string } }; sql: string };
    expect(meta.rules.id).toBe('zvt-illustrative');
    const facts = (await engine.all(sql)) as {
      fact: string;
      category: string;
      level: string;
      amount: number;
    }[];
    const levels = facts.filter(({ fact, category }) => fact === 'rows' && category === 'c0');
    expect(levels.reduce((sum, { amount }) => sum + amount, 0)).toBe(300);
  }, 60_000);
});
