/**
 * A store of every earlier version, with rows in it, is brought to the newest: nothing is lost, and
 * what the next version adds has a value. The stores are made by running the changes up to that version.
 */

import { expect, test } from 'vitest';
import { addAudit, firstBrokenLink, listAudit } from '../../server/store/audit.ts';
import { listDataSets, setRetention } from '../../server/store/data-sets.ts';
import { MIGRATIONS } from '../../server/store/migrations.ts';
import { addRun, latestRuns } from '../../server/store/runs.ts';
import { type Engine, loadCaseTable, migrate, openEngine, storeCaseTable } from '../../src/index.ts';
import { caseTable } from '../support/small-rule-set.ts';

const NEWEST = MIGRATIONS.at(-1)!.version;
const TABLE = caseTable({ patient: ['p1', 'p2'], hv01: [1, 2] });

/** What a program of that version had written: rows by the columns that were there then. */
async function storeOf(version: number): Promise<Engine> {
  const engine = await openEngine(':memory:');
  await migrate(engine, MIGRATIONS.slice(0, version));
  await engine.transaction(async (transaction) => {
    const { run } = transaction;
    await run(
      `insert into data_set (id, name, origin, created_at, sha256, bytes, rows_read, rows_used, rows_rejected,
        first_day, last_day, patients, members, rules_id, rules_status, rules_sha256, rules_clusters, recognised, issues)
       values ('old', 'Oud', 'upload', '2025-01-01T00:00:00.000Z', 'f00d', 10, 2, 2, 0, 1, 2, 2, 1, 'set', 'local',
        'beef', 3, '{"columns":[],"other":[]}', '{"nl":[],"en":[]}')`,
    );
    await storeCaseTable(transaction, 'old', TABLE);
    await run(
      "insert into audit (noted_at, action, data_set, detail) values ('2025-01-01', 'import', 'old', '{}')",
    );
    await run(
      "insert into run (id, noted_at, kind, data_set, address) values ('r', '2025-01-02', 'x', 'old', '/')",
    );
    if (version === 1) await run("insert into mapping values ('Cliëntcode', 'patient', '2025-01-01')");
    else await run("insert into column_choice values ('', 'patient', 'Cliëntcode', true, '', '2025-01-01')");
  });
  return engine;
}

test.each(MIGRATIONS.map(({ version }) => version))('from version %i', async (version) => {
  const engine = await storeOf(version);
  expect(await migrate(engine, MIGRATIONS)).toEqual({ before: version, after: NEWEST });

  const [dataSet] = await listDataSets(engine);
  expect(dataSet).toMatchObject({ id: 'old', name: 'Oud', sha256: 'f00d', patients: 2 });
  expect(dataSet).not.toHaveProperty('deleteOn');
  expect((await loadCaseTable(engine, 'old'))?.columns.get('hv01')).toEqual(TABLE.columns.get('hv01'));
  expect(await latestRuns(engine, 5)).toHaveLength(1);
  expect(await engine.all('select institution, canonical, header from column_choice')).toEqual([
    { institution: '', canonical: 'patient', header: 'Cliëntcode' },
  ]);

  // What the newest program does goes on where the old one stopped.
  await engine.transaction((transaction) =>
    addRun(transaction, { id: 's', at: '2026-01-01', kind: 'x', dataSet: 'old', address: '/', who: 'u1' }),
  );
  expect(await latestRuns(engine, 5)).toMatchObject([
    { id: 's', who: 'u1', input: { sha256: 'f00d', rows: 2 }, rules: { id: 'set' } },
    { id: 'r', who: '', input: undefined },
  ]);
  await setRetention(engine, 'old', '2026-01-01', 'local', '2027-01-01');
  expect((await listDataSets(engine))[0]?.deleteOn).toBe('2027-01-01');
  expect(await listAudit(engine, 10)).toMatchObject([
    { number: 2, action: 'retention', who: 'local', detail: { until: '2027-01-01' } },
    { number: 1, action: 'import', who: 'local', dataSet: 'old' },
  ]);
  expect(await firstBrokenLink(engine)).toBeUndefined();
  await engine.close();
});

test('the numbers follow each other', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
});

test('an entry of the audit trail that was changed or removed shows', async () => {
  const engine = await openEngine(':memory:');
  await migrate(engine, MIGRATIONS);
  for (const dataSet of ['a', 'b', 'c']) {
    const entry = { at: '2026-01-01', action: 'view', dataSet, who: 'u1', detail: { n: 1 } } as const;
    await engine.transaction((transaction) => addAudit(transaction, entry));
  }
  expect(await firstBrokenLink(engine)).toBeUndefined();
  await engine.transaction(({ run }) => run("update audit set who = 'u2' where data_set = 'b'"));
  expect(await firstBrokenLink(engine)).toBe(2);
  await engine.transaction(({ run }) => run("delete from audit where data_set = 'b'"));
  expect(await firstBrokenLink(engine)).toBe(3);
  await engine.close();
});
