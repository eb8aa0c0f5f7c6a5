/** `outcomes` and `benchmark run` as users run them: files in, JSON and rows out, one sentence when refused. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BenchmarkDocument, MixedModel } from '../../src/model/benchmark.ts';
import type { FunnelDocument } from '../../src/model/funnel.ts';
import type { OutcomesDocument } from '../../src/model/outcomes.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const REFERENCE = join(import.meta.dirname, '..', 'reference', 'benchmark');
const NETWORK = join(REFERENCE, 'thirty.csv');
const RUN = ['benchmark', 'run', NETWORK, '--outcome', 'outcome', '--duration', 'duration'];

const run = (...args: string[]) => runHere(join(folder, 'home'), args);

async function json<T>(...args: string[]): Promise<T> {
  const result = await run(...args, '--json');
  expect(result).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(result.stdout) as T;
}

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

describe('a report', () => {
  it('names no member, also where the result itself does', async () => {
    const report = join(folder, 'report.html');
    const { members } = await json<BenchmarkDocument>(...RUN, '--no-suppress', '-o', report);
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('peer-01');
    for (const { member } of members) expect(html).not.toMatch(new RegExp(`\\b${member}\\b`));
  });
});

describe('benchmark run', () => {
  it('gives the models of lme4 from a file', async () => {
    const result = await json<BenchmarkDocument>(...RUN, '--adjust', 'age,setting', '--no-suppress');
    const answer = JSON.parse(readFileSync(join(REFERENCE, 'reference.json'), 'utf8')).answers.thirty;
    const model = result.models.outcome as MixedModel;
    expect(Object.keys(result).slice(0, 3)).toEqual(['meta', 'rows', 'issues']);
    expect(model.tau2).toBeCloseTo(answer.outcome.reml.tau2, 6);
    expect(model.coefficients.map(({ name }) => name)).toEqual([
      '(Intercept)',
      'age',
      'setting=clinic',
      'setting=day',
    ]);
    expect(result.rows.used).toBe(model.n);
  });

  it('finds columns whatever their case', async () => {
    const result = await json<BenchmarkDocument>(...RUN, '--adjust', 'Age,cat:SETTING');
    expect(result.models.outcome).toHaveProperty('tau2');
  });

  it('gives the same bytes for the same input, options and seed', async () => {
    const own = ['--own', 'm03', '--seed', '7', '--json'];
    const first = (await run(...RUN, ...own)).stdout;
    expect(first).toBe((await run(...RUN, ...own)).stdout);
    expect(first).not.toContain('"m04"');
  });

  it.each([
    { why: 'fewer members than three', args: ['--min-members', '2'], status: 2, says: '--min-members' },
    { why: 'a covariate that is not there', args: ['--adjust', 'lengte'], status: 1, says: 'lengte' },
    { why: 'an unknown own name', args: ['--own', 'nobody'], status: 1, says: '--own' },
    { why: 'an unknown way', args: ['--better', 'sideways'], status: 2, says: 'sideways' },
  ])('$why: exit $status and a sentence', async ({ args, status, says }) => {
    const result = await run(...RUN, ...args);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toMatch(/\n\s+at /);
    expect(result.stdout).toBe('');
  });

  it('refuses a file without members, with two instruments, or with two members', async () => {
    const head = 'member,instrument,pre,post,start,end';
    const row = (member: string, instrument: string, i: number) =>
      `${member},${instrument},${20 + (i % 5)},${10 + (i % 7)},2024-01-01,2024-03-${10 + (i % 15)}`;
    const rows = (members: string, instruments: readonly string[]) =>
      Array.from({ length: 60 }, (_, i) =>
        row(members[i % members.length]!, instruments[i % instruments.length]!, i),
      );
    const two = file('two.csv', [head, ...rows('ab', ['HoNOS'])]);
    const mixed = file('mixed.csv', [head, ...rows('abc', ['HoNOS', 'OQ'])]);
    const none = file('none.csv', ['pre,post', '20,10', '21,12']);
    expect(await run('benchmark', 'run', two)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('minstens 3'),
    });
    expect(await run('benchmark', 'run', mixed)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--instrument'),
    });
    expect(await run('benchmark', 'run', none)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('member'),
    });
    const one = await json<BenchmarkDocument>(
      'benchmark',
      'run',
      mixed,
      '--instrument',
      'OQ',
      '--lang',
      'en',
    );
    expect(one.excluded).toContainEqual({ model: 'outcome', reason: 'other-instrument', n: 30 });
    expect(one.notes.join(' ')).toContain('Nothing was adjusted for');
  });
});

describe('outcomes', () => {
  const cases = file('cases.csv', [
    'patient;voormeting;nameting;afdeling;opmerking',
    '001;32,5;47,5;a;"x; y"',
    '002;40;;a;',
    '003;40;40;b;',
    '004;47,5;62;b;',
  ]);
  const options = ['--direction', 'higher', '--reliability', '0.8', '--functional', '60,7.5'];

  it('gives the worked case of Jacobson and Truax, row by row', async () => {
    const result = await run('outcomes', cases, ...options, '-o', join(folder, 'rows.csv'));
    expect(result.status).toBe(0);
    const [header, first, second, , last] = readFileSync(join(folder, 'rows.csv'), 'utf8').trim().split('\n');
    expect(header).toBe('patient,voormeting,nameting,afdeling,opmerking,change,rci,class');
    expect(first).toMatch(/^001,"32,5","47,5",a,x; y,15,3\.16227766016\d*,improved$/);
    expect(second).toBe('002,40,,a,,,,not-measured');
    expect(last).toMatch(/,recovered$/);
  });

  it('counts per group', async () => {
    const result = await json<OutcomesDocument>('outcomes', cases, ...options);
    expect(result.cutoff).toBeCloseTo(50, 10);
    expect(result.sDiff).toBeCloseTo(4.743416, 5);
    expect(result.counts).toMatchObject({ recovered: 1, improved: 1, unchanged: 1, 'not-measured': 1 });
    expect(result.by.team!.map((group) => [group.value, group.n])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });

  it.each([
    ['--reliability', '1.5'],
    ['--functional', '60'],
    ['--cutoff', 'd'],
    ['--method', 'RCI'],
    ['--cutoff', 'c'],
  ])('%s %s is a wrong use', async (...args) => {
    const result = await run('outcomes', cases, ...args);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('benchmark funnel', () => {
  const units = file('units.csv', ['unit;O;E', 'A;10;12,5', 'B;30;15,0', 'C;4;9,9', 'D;;8', 'E;20;22,1']);
  const options = ['--kind', 'ratio', '--numerator', 'O', '--denominator', 'E', '--unit', 'unit'];

  it('names the outlier, and null where there is none', async () => {
    const result = await json<FunnelDocument>(
      'benchmark',
      'funnel',
      units,
      ...options,
      '--overdispersion',
      'none',
    );
    expect(result.units.map((unit) => [unit.unit, unit.outlier])).toEqual([
      ['A', null],
      ['B', { level: 0.998, side: 'high' }],
      ['C', null],
      ['E', null],
    ]);
    expect(result.units[1]!.limits[0]!.high).toBeCloseTo(1.5055, 4);
    expect(result.excluded).toEqual([{ reason: 'blank', n: 1 }]);
  });

  it('writes the units as CSV', async () => {
    const path = join(folder, 'funnel.csv');
    expect(await run('benchmark', 'funnel', units, ...options, '-o', path)).toMatchObject({ status: 0 });
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe(
      'unit,size,value,z,low_0.95,high_0.95,low_0.998,high_0.998,outlier_level,outlier_side',
    );
  });

  it.each([
    ['--kind', 'mean'],
    ['--kind', 'ratio', '--numerator', 'O'],
    ['--kind', 'ratio', '--numerator', 'O', '--denominator', 'E', '--levels', '99'],
    ['--numerator', 'O', '--denominator', 'E'],
  ])('%s %s … is a wrong use', async (...args) => {
    expect(await run('benchmark', 'funnel', units, ...args)).toMatchObject({ status: 2, stdout: '' });
  });
});
