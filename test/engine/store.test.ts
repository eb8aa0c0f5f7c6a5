/** What goes into the store comes back the same, whole or not at all, and one process holds it. */

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendColumns } from '../../src/engine/append-columns.ts';
import {
  type CaseTable,
  dropCaseTable,
  loadCaseTable,
  loadScores,
  machineFault,
  migrate,
  openEngine,
  PACKAGE_ROOT,
  Refusal,
  type ScoreColumns,
  storeCaseTable,
  storeScores,
} from '../../src/index.ts';

const BLANK_DAY = -2147483648;
const COLUMNS_TABLE = {
  version: 1,
  title: 'columns',
  statements: ['create table case_column (data_set varchar, position integer, name varchar, kind varchar)'],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zorgcluster-engine-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function table(n: number): CaseTable {
  const row = Array.from({ length: n }, (_, i) => i);
  return {
    n,
    rows: Int32Array.from(row, (i) => 2 * i + 1),
    columns: new Map([
      ['cost', { kind: 'number', values: Float64Array.from(row, (i) => (i % 3 === 0 ? Number.NaN : i / 7)) }],
      ['start', { kind: 'day', values: Int32Array.from(row, (i) => (i % 4 === 0 ? BLANK_DAY : 18000 + i)) }],
      ['hv01', { kind: 'rating', values: Int8Array.from(row, (i) => (i % 6) - 1) }],
      [
        `odd "name'); drop table x; --`,
        {
          kind: 'text',
          codes: Int32Array.from(row, (i) => (i % 5) - 1),
          words: ['a', "b'c", '<b>', 'ünïcode ☕'],
        },
      ],
    ]),
  };
}

describe('case tables', () => {
  test.each([0, 1, 2048, 5000])('%i rows come back the same', async (n) => {
    const engine = await openEngine(':memory:');
    await migrate(engine, [COLUMNS_TABLE]);
    await engine.transaction((transaction) => storeCaseTable(transaction, 'one', table(n)));
    expect(await loadCaseTable(engine, 'one')).toEqual(table(n));
    await engine.close();
  });

  test('several read at once, questions in between: each comes back whole', async () => {
    const engine = await openEngine(':memory:');
    await migrate(engine, [COLUMNS_TABLE]);
    const sizes = { a: 30_000, b: 20_000, c: 25_000 };
    for (const [id, n] of Object.entries(sizes)) {
      await engine.transaction((transaction) => storeCaseTable(transaction, id, table(n)));
    }
    const questions = Array.from({ length: 20 }, () => engine.all('select count(*) as n from case_column'));
    const loaded = await Promise.all(Object.keys(sizes).map((id) => loadCaseTable(engine, id)));
    for (const answer of await Promise.all(questions)) expect(answer).toEqual([{ n: 12 }]);
    for (const [at, n] of Object.values(sizes).entries()) expect(loaded[at]).toEqual(table(n));
    await engine.close();
  });

  test('an id that is not ours never reaches a statement', async () => {
    const engine = await openEngine(':memory:');
    await migrate(engine, [COLUMNS_TABLE]);
    await expect(
      engine.transaction((transaction) => storeCaseTable(transaction, 'x; drop table migration', table(1))),
    ).rejects.toThrow('Not a data set id');
    await engine.close();
  });

  test('a failure halfway leaves nothing, and the next write goes through', async () => {
    const engine = await openEngine(':memory:');
    await migrate(engine, [COLUMNS_TABLE]);
    await expect(
      engine.transaction(async (transaction) => {
        await storeCaseTable(transaction, 'one', table(100));
        throw new Error('pulled the plug');
      }),
    ).rejects.toThrow('pulled the plug');
    expect(await loadCaseTable(engine, 'one')).toBeUndefined();
    await engine.transaction((transaction) => storeCaseTable(transaction, 'one', table(3)));
    await engine.transaction((transaction) => dropCaseTable(transaction, 'one'));
    expect(await loadCaseTable(engine, 'one')).toBeUndefined();
    expect(
      await engine.all("select table_name from information_schema.tables where table_name like '%one'"),
    ).toEqual([]);
    await engine.close();
  });
});

test('scores come back the same', async () => {
  const engine = await openEngine(':memory:');
  const n = 3000;
  const scores: ScoreColumns = {
    n,
    advised: Int16Array.from({ length: n }, (_, i) => (i % 4) - 1),
    second: Int16Array.from({ length: n }, (_, i) => (i % 3) - 1),
    probabilities: Float64Array.from({ length: n * 3 }, (_, i) => 1 / (i + 1)),
    entropy: Float64Array.from({ length: n }, (_, i) => (i % 4 === 0 ? Number.NaN : i / n)),
    itemsMissing: Uint8Array.from({ length: n }, (_, i) => i % 20),
    status: Uint8Array.from({ length: n }, (_, i) => i % 5),
    tie: Uint8Array.from({ length: n }, (_, i) => i % 2),
  };
  await engine.transaction((transaction) => storeScores(transaction, 'one', scores, 3));
  expect(await loadScores(engine, 'one', 3)).toEqual(scores);
  await engine.close();
});

describe('migrations', () => {
  const first = { version: 1, title: 'first', statements: ['create table a (x integer)'] };
  const second = { version: 2, title: 'second', statements: ['alter table a add column y integer'] };

  test('run once each, from any earlier version', async () => {
    const engine = await openEngine(':memory:');
    expect(await migrate(engine, [first])).toEqual({ before: 0, after: 1 });
    expect(await migrate(engine, [first, second])).toEqual({ before: 1, after: 2 });
    expect(await migrate(engine, [first, second])).toEqual({ before: 2, after: 2 });
    await engine.close();
  });

  test('one that fails leaves the version before it', async () => {
    const engine = await openEngine(':memory:');
    const broken = { version: 2, title: 'broken', statements: ['create table b (x integer)', 'not sql'] };
    await expect(migrate(engine, [first, broken])).rejects.toThrow();
    expect(await migrate(engine, [first, second])).toEqual({ before: 1, after: 2 });
    await engine.close();
  });

  test('a store of a newer program is refused', async () => {
    const engine = await openEngine(':memory:');
    await migrate(engine, [first, second]);
    await expect(migrate(engine, [first])).rejects.toMatchObject({ message: 'store-newer', exit: 3 });
    await engine.close();
  });
});

describe('the file', () => {
  test('a second process is refused, and may have it once the first has closed', async () => {
    const path = join(folder, 'locked.duckdb');
    const engine = await openEngine(path);
    const script = `
      const { DuckDBInstance } = require(${JSON.stringify(join(process.cwd(), 'node_modules/@duckdb/node-api'))});
      DuckDBInstance.create(${JSON.stringify(path)}).then(() => console.log('open'), (e) => console.log(e.message));`;
    const other = () => promisify(execFile)(process.execPath, ['-e', script]);
    expect((await other()).stdout).toMatch(/lock on file/);
    await engine.close();
    expect((await other()).stdout).toMatch(/^open/);
  });

  test('anything else than a store of ours is refused with exit 3', async () => {
    const path = join(folder, 'text.duckdb');
    await writeFile(path, 'this is no database file, but long enough to be read as one '.repeat(200));
    const refusal = await openEngine(path).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ message: 'store-unreadable', exit: 3 });
  });

  test('what was written is there after closing and opening again', async () => {
    const path = join(folder, 'kept.duckdb');
    const engine = await openEngine(path);
    await engine.transaction(async (transaction) => {
      await transaction.run('create table t (x double)');
      await appendColumns(transaction.connection, 't', 5000, [{ type: 'DOUBLE', at: (row) => row }]);
    });
    await engine.close();
    const again = await openEngine(path);
    expect(await again.all('select count(*) as n, sum(x) as s from t')).toEqual([{ n: 5000, s: 12497500 }]);
    await again.close();
  });
});

describe('a file written anew', () => {
  const secret = `q7zk-${'x9vw3rty81'.repeat(3)}`;
  const bytesHold = async (path: string) => {
    const files = (await readdir(folder)).filter((name) => join(folder, name).startsWith(path));
    const found = await Promise.all(files.map((name) => readFile(join(folder, name))));
    return found.some((bytes) => bytes.includes(secret));
  };

  test('has no byte of what was deleted, and keeps all else: rows, keys, numbering', async () => {
    const path = join(folder, `with 'quote'.duckdb`);
    const engine = await openEngine(path);
    await engine.transaction(async ({ run }) => {
      await run('create sequence numbers');
      await run("create table kept (n bigint primary key default nextval('numbers'), word varchar)");
      await run("insert into kept (word) values ('one'), ('two')");
      await run('create table gone (word varchar)');
      await run('insert into gone values (?)', [secret]);
    });
    await engine.checkpoint();
    await engine.transaction(({ run }) => run('drop table gone'));
    await engine.checkpoint();
    expect(await bytesHold(path)).toBe(true);
    // Someone reads meanwhile, someone writes behind it.
    const [, rows] = await Promise.all([
      engine.renew(),
      engine.all('select * from kept order by n'),
      engine.transaction(({ run }) => run("insert into kept (word) values ('three')")),
    ]);
    expect(rows).toHaveLength(2);
    expect(await bytesHold(path)).toBe(false);
    expect(await engine.all('select * from kept order by n')).toEqual([
      { n: 1, word: 'one' },
      { n: 2, word: 'two' },
      { n: 3, word: 'three' },
    ]);
    await expect(engine.transaction(({ run }) => run("insert into kept values (1, 'x')"))).rejects.toThrow();
    await engine.close();
    const again = await openEngine(path);
    expect(await again.all('select count(*) as n from kept')).toEqual([{ n: 3 }]);
    await again.close();
  });

  test('readers in the middle of a stream finish it first', async () => {
    const path = join(folder, 'streams.duckdb');
    const engine = await openEngine(path);
    await engine.transaction(({ run }) => run('create table big as select range as x from range(200000)'));
    let seen = 0;
    const stream = engine.eachChunk('select x from big', (chunk) => {
      seen += chunk.rowCount;
    });
    await Promise.all([stream, engine.renew(), engine.renew()]);
    expect(seen).toBe(200_000);
    expect(await engine.all('select count(*) as n from big')).toEqual([{ n: 200_000 }]);
    await engine.close();
  });
});

test('a full disk is said in one sentence', () => {
  const full = Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' });
  expect(machineFault(full)).toMatchObject({ message: 'disk-full', exit: 3 });
  expect(machineFault(new Error('IO Error: Could not write: No space left on device'))).toMatchObject({
    message: 'disk-full',
  });
  const other = new Error('x');
  expect(machineFault(other)).toBe(other);
});

test('a process that is killed leaves a store that opens, whatever change of shape was last', async () => {
  const path = join(folder, 'killed.duckdb');
  const program = `
    import { openEngine } from ${JSON.stringify(join(PACKAGE_ROOT, 'dist', 'src', 'index.js'))};
    const engine = await openEngine(${JSON.stringify(path)});
    await engine.transaction(async ({ run }) => {
      await run('create sequence numbers');
      await run("create table noted (n bigint primary key default nextval('numbers'), word varchar)");
      await run("alter table noted add column who varchar default 'x'");
      await run("insert into noted (word) values ('kept')");
    });
    process.kill(process.pid, 'SIGKILL');`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]).catch(() => undefined);
  const engine = await openEngine(path);
  expect(await engine.all('select * from noted')).toEqual([{ n: 1, word: 'kept', who: 'x' }]);
  await engine.close();
});
