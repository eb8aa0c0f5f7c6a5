/** `benchmark contribute` and `benchmark combine` as members and a network use them: files, keys, ledger, refusals. */

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchmarkDocument } from '../../src/model/benchmark.ts';
import type { CombinedDocument, ContributionDocument } from '../../src/model/disclosure.ts';
import { byMember, type Patient, patientsIn } from '../support/exchange.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const run = (home: string, ...args: string[]) => runHere(at(home), args);

function caseFile(name: string, rows: readonly Patient[], member = true): string {
  const keys = ['patient', ...(member ? ['member'] : []), 'age', 'setting', 'outcome', 'duration'] as const;
  const lines = rows.map((row) => keys.map((key) => row[key as keyof Patient] ?? '').join(','));
  writeFileSync(at(name), `${[keys.join(','), ...lines].join('\n')}\n`);
  return at(name);
}

const MEMBERS = ['Noord', 'Oost', 'Zuid'];
const rows = patientsIn({
  members: MEMBERS.map((name) => ({ name, n: 150, settings: ['home', 'clinic'] })),
  seed: 31,
});
const DESIGN = {
  outcome: 'outcome',
  duration: 'duration',
  adjust: [
    { column: 'age', kind: 'number' },
    { column: 'setting', kind: 'category' },
  ],
};
const files = MEMBERS.map((name) => at(`${name}.json`));
const WITH_DESIGN = ['--design', at('design.json')];

beforeAll(async () => {
  writeFileSync(at('design.json'), JSON.stringify(DESIGN));
  for (const [index, own] of byMember(rows).entries()) {
    const cases = caseFile(`${MEMBERS[index]}.csv`, own);
    expect(
      await run(MEMBERS[index]!, 'benchmark', 'contribute', cases, ...WITH_DESIGN, '-o', files[index]!),
    ).toMatchObject({ status: 0, stderr: '' });
  }
});

it('finds designs, contributions and keys of the data folder by their name', async () => {
  const home = at('named');
  for (const name of ['designs', 'contributions', 'keys']) mkdirSync(join(home, name), { recursive: true });
  writeFileSync(join(home, 'designs', 'kwartaal.json'), JSON.stringify(DESIGN));
  const output = join(home, 'contributions', 'noord.json');
  const named = ['--design', 'kwartaal', '-o', output];
  expect(await run('named', 'benchmark', 'contribute', at('Noord.csv'), ...named)).toMatchObject({
    status: 0,
  });
  for (const [index, name] of ['oost', 'zuid'].entries()) {
    copyFileSync(files[index + 1]!, join(home, 'contributions', `${name}.json`));
  }
  const keys = ['noord', 'oost', 'zuid'].map((name) => {
    const { member, signature } = JSON.parse(
      readFileSync(join(home, 'contributions', `${name}.json`), 'utf8'),
    ) as ContributionDocument;
    return [member, signature!.publicKey];
  });
  writeFileSync(join(home, 'keys', 'members.json'), JSON.stringify(Object.fromEntries(keys)));
  const combine = ['benchmark', 'combine', 'noord', 'oost', 'zuid', '--keys', 'members', '--json'];
  const combined = await run('named', ...combine);
  expect(combined).toMatchObject({ status: 0 });
  expect((JSON.parse(combined.stdout) as CombinedDocument).members).toHaveLength(3);
  expect((await run('named', 'benchmark', 'combine', 'noord', 'oost', 'west')).stderr).toContain('west.json');
});

describe('contribute', () => {
  const cases = at('Noord.csv');
  const contribute = (home: string, path: string, ...more: string[]) =>
    run(home, 'benchmark', 'contribute', path, ...WITH_DESIGN, '-o', at('out.json'), ...more);

  it('writes the keys of the contract, for the owner alone', () => {
    const document = JSON.parse(readFileSync(files[0]!, 'utf8')) as ContributionDocument;
    expect(document).toMatchObject({
      schema: 'zorgcluster/contribution@1',
      member: 'Noord',
      design: DESIGN,
      n: 150,
      disclosure: { suppressed: [], merged: [] },
    });
    for (const key of ['period', 'instrument', 'conversion', 'sums', 'response', 'sha256', 'signature']) {
      expect(document).toHaveProperty(key);
    }
    expect(statSync(files[0]!).mode & 0o777).toBe(0o600);
    expect(readFileSync(files[0]!, 'utf8')).not.toContain('Noord-');
  });

  it('gives the same bytes for the same rows, and stdout is the file with --json', async () => {
    const again = await contribute('Noord', cases, '--json');
    expect(again.stdout).toBe(readFileSync(files[0]!, 'utf8'));
    expect(readFileSync(at('out.json'), 'utf8')).toBe(again.stdout);
  });

  it('refuses what is too close to what left before, and writes nothing', async () => {
    const fewer = caseFile('fewer.csv', byMember(rows)[0]!.slice(1));
    rmSync(at('out.json'), { force: true });
    const result = await contribute('Noord', fewer);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain('samen met wat eerder naar buiten ging');
    expect(() => statSync(at('out.json'))).toThrow('ENOENT');
    // Another member's ledger knows nothing of it.
    expect((await contribute('elsewhere', fewer)).status).toBe(0);
  });

  it('keeps counts at home where only they are too close to what left before', async () => {
    const own = byMember(rows)[0]!;
    // Forty without an outcome and without a duration; later a hundred more patients, four of them like that.
    const blank = { outcome: undefined, duration: undefined };
    const early = own.map((row, i) => (i < 40 ? { ...row, ...blank } : row));
    const later = patientsIn({ members: [{ name: 'Noord', n: 300, settings: ['home', 'clinic'] }], seed: 32 })
      .slice(150)
      .map((row, i) => (i < 4 ? { ...row, ...blank } : row));
    expect((await contribute('counts', caseFile('early.csv', early))).status).toBe(0);
    expect(JSON.parse(readFileSync(at('out.json'), 'utf8')).rows.read).toBe(150);
    const second = caseFile('later.csv', [...early, ...later]);
    expect((await contribute('counts', second)).status).toBe(0);
    const text = readFileSync(at('out.json'), 'utf8');
    expect(JSON.parse(text).rows).toEqual({ undefined: 'withheld-by-gate' });
    expect(JSON.parse(text).n).toBe(256);
    // The same again is the same bytes.
    await contribute('counts', second);
    expect(readFileSync(at('out.json'), 'utf8')).toBe(text);
  });

  it('takes the period and the windows of the design', async () => {
    const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
    const lines = Array.from({ length: 200 }, (_, i) => {
      // One in four was measured too late; the second half ended in the second half-year.
      const end = i < 100 ? 60 + (i % 90) : 200 + (i % 90);
      const post = end + (i % 4 === 0 ? 40 : -5);
      return `p${i},Noord,${20 + (i % 17)},${8 + (i % 11)},${day(0)},${day(end)},${day(1)},${day(post)}`;
    });
    const head = 'patient,member,pre,post,start,end,pre_date,post_date';
    writeFileSync(at('dated.csv'), `${[head, ...lines].join('\n')}\n`);
    writeFileSync(
      at('dated.json'),
      JSON.stringify({
        period: { until: '2024-06-30' },
        windows: { post: { fromDays: -30, untilDays: 0 } },
      }),
    );
    const result = await run(
      ...(['dated', 'benchmark', 'contribute', at('dated.csv')] as const),
      ...['--design', at('dated.json'), '-o', at('out.json')],
    );
    expect(result).toMatchObject({ status: 0, stderr: '' });
    const document = JSON.parse(readFileSync(at('out.json'), 'utf8')) as ContributionDocument;
    expect(document.period).toEqual({ until: '2024-06-30' });
    expect(document.sums.outcome!.n).toBe(75);
    expect(document.sums.duration!.n).toBe(100);
    expect(document.excluded).toContainEqual({ model: 'outcome', reason: 'outside-period', n: 100 });
    expect(document.response).toMatchObject({ completer: 75, dropout: 25 });
  });

  it('follows options as it follows a design', async () => {
    const options = ['--outcome', 'outcome', '--duration', 'Duration', '--adjust', 'age,setting'];
    await run('Noord', 'benchmark', 'contribute', cases, ...options, '-o', at('out.json'));
    expect(readFileSync(at('out.json'), 'utf8')).toBe(readFileSync(files[0]!, 'utf8'));
  });

  it('says what the gate kept back, with names for the member only', async () => {
    const small = caseFile(
      'small.csv',
      byMember(rows)[0]!.map((row, i) => ({
        ...row,
        setting: i < 5 ? 'kliniek-b' : i < 40 ? 'day' : row.setting,
      })),
    );
    const result = await contribute('small', small, '--lang', 'en');
    expect(result.stdout).toContain('kliniek-b');
    expect(result.stdout).toContain('fewer than 10 patients');
    expect(readFileSync(at('out.json'), 'utf8')).not.toContain('kliniek-b');
  });

  it('has no switch to turn the gate off', async () => {
    for (const option of ['--no-suppress', '--force', '--no-gate', '--min-members']) {
      expect((await contribute('off', cases, option)).status).toBe(2);
    }
  });

  it.each([
    {
      why: 'an unknown member',
      args: () => [caseFile('nameless.csv', rows, false)],
      status: 1,
      says: '--member-name',
    },
    { why: 'several members', args: () => [caseFile('all.csv', rows)], status: 1, says: '3 instellingen' },
    { why: 'options beside a design', args: () => [cases, '--adjust', 'age'], status: 2, says: '--adjust' },
    { why: 'another ending', args: () => [cases, '-o', at('x.csv')], status: 2, says: '.json' },
    {
      why: 'few patients',
      args: () => [caseFile('few.csv', rows.slice(0, 20))],
      status: 1,
      says: 'minstens 30',
    },
  ])('$why: exit $status and sentences', async ({ args, status, says }) => {
    const [path, ...more] = args();
    const result = await contribute('refused', path!, ...more);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(result.stderr).toContain(says);
  });

  it('takes a name where the file has none', async () => {
    const nameless = caseFile('nameless.csv', byMember(rows)[0]!, false);
    expect((await contribute('named', nameless, '--member-name', 'West')).status).toBe(0);
    expect(JSON.parse(readFileSync(at('out.json'), 'utf8')).member).toBe('West');
  });
});

describe('combine', () => {
  it('gives the document of run, with what the gates did', async () => {
    const combined = await run('net', 'benchmark', 'combine', ...files, '--json');
    expect(combined).toMatchObject({ status: 0, stderr: '' });
    const pooled = await run(
      ...(['net', 'benchmark', 'run', caseFile('all.csv', rows), '--outcome', 'outcome'] as const),
      ...['--duration', 'duration', '--adjust', 'age,setting', '--json'],
    );
    const { meta, disclosure, ...own } = JSON.parse(combined.stdout) as CombinedDocument;
    const { meta: _, ...other } = JSON.parse(pooled.stdout) as BenchmarkDocument;
    expect(Object.keys(own)).toEqual(Object.keys(other));
    const rounded = (value: object) =>
      JSON.parse(
        JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(9)) : each)),
      );
    expect(rounded(own)).toEqual(rounded(other));
    expect(meta.inputs.map(({ rows: n }) => n)).toEqual([150, 150, 150]);
    expect(disclosure.touched).toBe(0);
  });

  it('with --own names nobody else, not even in meta', async () => {
    const { stdout } = await run(
      'net',
      'benchmark',
      'combine',
      ...files,
      '--own',
      'Oost',
      '--seed',
      '3',
      '--json',
    );
    expect(stdout).toContain('Oost');
    for (const other of ['Noord', 'Zuid']) expect(stdout).not.toContain(other);
  });

  it('takes a variance between members from outside', async () => {
    const { stdout } = await run('net', 'benchmark', 'combine', ...files, '--tau2', 'outcome=2.5', '--json');
    const { models, meta } = JSON.parse(stdout) as CombinedDocument;
    expect(models.outcome).toMatchObject({ tau2: 2.5 });
    expect(meta.options.tau2).toEqual({ outcome: 2.5 });
    for (const wrong of ['outcome', 'outcome=-1', 'cure=1']) {
      expect((await run('net', 'benchmark', 'combine', ...files, '--tau2', wrong)).status).toBe(2);
    }
  });

  it('verifies keys', async () => {
    const keys = files.map((file) => {
      const { member, signature } = JSON.parse(readFileSync(file, 'utf8')) as ContributionDocument;
      return [member, signature!.publicKey];
    });
    writeFileSync(at('keys.json'), JSON.stringify(Object.fromEntries(keys)));
    expect((await run('net', 'benchmark', 'combine', ...files, '--keys', at('keys.json'))).status).toBe(0);
    keys[1]![1] = keys[0]![1]!;
    writeFileSync(at('keys.json'), JSON.stringify(Object.fromEntries(keys)));
    const wrong = await run('net', 'benchmark', 'combine', ...files, '--keys', at('keys.json'));
    expect(wrong).toMatchObject({ status: 1, stdout: '' });
    expect(wrong.stderr).toContain('Oost');
  });

  it('refuses an altered file, two files, and a file that is none', async () => {
    const text = readFileSync(files[0]!, 'utf8');
    writeFileSync(at('altered.json'), text.replace('"n": 150', '"n": 151'));
    for (const list of [
      [at('altered.json'), files[1]!, files[2]!],
      files.slice(1),
      [at('design.json'), ...files],
    ]) {
      const result = await run('net', 'benchmark', 'combine', ...list, '--json');
      expect(result).toMatchObject({ status: 1, stdout: '' });
      expect(result.stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
