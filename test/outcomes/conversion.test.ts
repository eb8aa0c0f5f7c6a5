/** T-scores: reading a table, converting, fitting one; a broken table per fault. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/program.ts';
import { Refusal } from '../../src/issue/refusal.ts';
import { sentence } from '../../src/issue/sentence.ts';
import type { ContributionDocument } from '../../src/model/disclosure.ts';
import type { OutcomesDocument } from '../../src/model/outcomes.ts';
import { convertScores, tScore } from '../../src/outcomes/convert-scores.ts';
import { fitConversion } from '../../src/outcomes/fit-conversion.ts';
import { readConversion } from '../../src/read/conversion.ts';
import { caseTable, numbers, text } from '../support/case-table.ts';
import { randomFrom } from '../support/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** T = 35 + 1.5 raw, kinked at 20. */
const ROWS = [0, 10, 20, 48].map(
  (raw) => `HoNOS-12;2024-1;own sample;${raw};${35 + 1.5 * raw + (raw > 20 ? 3 : 0)}`,
);
const TABLE = file('table.csv', ['instrument;version;source;raw;t', ...ROWS]);
const BROKEN = join(import.meta.dirname, '..', 'broken', 'conversions');

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(sentence(error.issues[0]!, 'nl')).not.toBe(sentence(error.issues[0]!, 'en'));
    return error.issues[0]!.code;
  }
  return 'passed';
}

describe('a conversion table', () => {
  it('is the same table however it is written', async () => {
    const one = await readConversion(TABLE);
    const other = file('other.csv', [
      'T,raw,source,version,instrument',
      ...ROWS.map((row) => row.split(';').reverse().join(',')),
    ]);
    expect((await readConversion(other)).id).toBe(one.id);
    expect(one.id).toMatch(/^HoNOS-12@2024-1#[0-9a-f]{12}$/);
    const changed = file('changed.csv', ['instrument;version;source;raw;t', ...ROWS.slice(0, 3)]);
    expect((await readConversion(changed)).id).not.toBe(one.id);
  });

  it.each(readdirSync(BROKEN))('%s', async (name) => {
    expect(await codeOf(() => readConversion(join(BROKEN, name)))).toBe(name.replace('.csv', ''));
  });

  it('converts on its rows exactly and between them on the straight line', async () => {
    const conversion = await readConversion(TABLE);
    expect([0, 5, 10, 20, 48].map((raw) => tScore(raw, conversion))).toEqual([35, 42.5, 50, 65, 110]);
    expect(tScore(-1, conversion)).toBeUndefined();
    expect(tScore(48.5, conversion)).toBeUndefined();
  });

  it('refuses scores outside it, and of another instrument', async () => {
    const conversion = await readConversion(TABLE);
    const table = (instrument: string, pre: number) =>
      caseTable({ instrument: text([instrument]), pre: numbers([pre]), post: numbers([undefined]) });
    expect(await codeOf(() => convertScores(table('HoNOS-12', 49), conversion, undefined))).toBe(
      'conversion-outside',
    );
    expect(await codeOf(() => convertScores(table('OQ-45', 4), conversion, undefined))).toBe(
      'conversion-instrument',
    );
    const post = convertScores(table('HoNOS-12', 4), conversion, undefined).columns.get('post');
    expect(post).toMatchObject({ values: Float64Array.of(Number.NaN) });
  });
});

describe('a fitted conversion', () => {
  it('puts two halves a quartile from the middle', () => {
    const t = fitConversion([
      { raw: 1, n: 10 },
      { raw: 0, n: 10 },
    ]).map((row) => row.t);
    // qnorm(0.25) = -0.6744898
    expect(t[0]).toBeCloseTo(43.255102, 6);
    expect(t[1]).toBeCloseTo(56.744898, 6);
  });

  it('rises, and gives a population about mean 50 and sd 10', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed);
        const counts = Array.from({ length: 60 }, (_, raw) => ({ raw, n: Math.ceil(200 * random()) }));
        const fitted = fitConversion(counts);
        const total = counts.reduce((sum, { n }) => sum + n, 0);
        const mean = fitted.reduce((sum, { t }, at) => sum + (counts[at]!.n * t) / total, 0);
        const variance = fitted.reduce(
          (sum, { t }, at) => sum + (counts[at]!.n * (t - mean) ** 2) / total,
          0,
        );
        for (const [at, { t }] of fitted.slice(1).entries()) expect(t).toBeGreaterThan(fitted[at]!.t);
        expect(mean).toBeCloseTo(50, 0);
        expect(Math.abs(Math.sqrt(variance) - 10)).toBeLessThan(0.3);
      }),
    );
  });
});

describe('on the command line', () => {
  const random = randomFrom(3);
  const cases = file('cases.csv', [
    'patient,member,pre,post,start,end,instrument',
    ...Array.from({ length: 150 }, (_, i) => {
      const pre = 10 + Math.floor(20 * random());
      const end = new Date(Date.UTC(2024, 1, 1 + Math.floor(300 * random()))).toISOString().slice(0, 10);
      return `p${i},${'abc'[i % 3]},${pre},${Math.floor(pre * random())},2024-01-01,${end},HoNOS-12`;
    }),
  ]);
  const run = async (...args: string[]) => {
    let [stdout, stderr] = ['', ''];
    const status = await runCommandLine(args, {
      stdout: (out) => {
        stdout += out;
      },
      stderr: (out) => {
        stderr += out;
      },
      isTerminal: false,
      env: { ZORGCLUSTER_HOME: join(folder, 'home') },
    });
    return { status, stdout, stderr };
  };

  it('outcomes gives T-scores per row and says which table it used', async () => {
    const output = join(folder, 'rows.csv');
    const result = await run('outcomes', cases, '--conversion', TABLE, '--json', '-o', output);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    const document = JSON.parse(result.stdout) as OutcomesDocument;
    expect(document.conversion).toMatchObject({ source: 'own sample' });
    const lines = readFileSync(output, 'utf8').trim().split('\n');
    expect(lines[0]).toMatch(/,pre_t,post_t,change,rci,class$/);
    const conversion = await readConversion(TABLE);
    const cells = lines[1]!.split(',');
    const [pre, post] = [cells[2], cells[3]].map((cell) => tScore(Number(cell), conversion)!);
    expect(cells.slice(7, 10).map(Number)).toEqual([pre, post, pre! - post!]);
  });

  it('a comparison names the table, and contributions carry it', async () => {
    const compared = await run('benchmark', 'run', cases, '--conversion', TABLE, '--json');
    expect(JSON.parse(compared.stdout).meta.options.conversion).toMatch(/^HoNOS-12@2024-1#/);
    const own = readFileSync(cases, 'utf8')
      .trim()
      .split('\n')
      .filter((line, at) => at === 0 || line.includes(',a,'));
    const output = join(folder, 'a.json');
    const design = file('design.json', ['{"conversion": "HoNOS-12@2024-1"}']);
    const contribute = ['benchmark', 'contribute', file('a.csv', own), '--design', design, '-o', output];
    expect((await run(...contribute, '--conversion', TABLE)).status).toBe(0);
    const document = JSON.parse(readFileSync(output, 'utf8')) as ContributionDocument;
    expect(document.conversion).toMatch(/^HoNOS-12@2024-1#/);
    const without = await run(...contribute);
    expect(without).toMatchObject({ status: 1, stdout: '' });
    expect(without.stderr).toContain('--conversion');
  });
});

describe('conversion fit', () => {
  const run = async (...args: string[]) => {
    let [stdout, stderr] = ['', ''];
    const status = await runCommandLine(['conversion', 'fit', ...args], {
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      isTerminal: false,
      env: { ZORGCLUSTER_HOME: folder },
    });
    return { status, stdout, stderr };
  };
  const named = ['--instrument', 'HoNOS-12', '--table-version', '2026-1', '--source', 'own sample'];
  const histogram = file('histogram.csv', ['score;aantal', '0;10', '5;30', '10;40', '15;20']);

  it('makes the table that --conversion reads, with its status stamped', async () => {
    const out = join(folder, 'fitted.csv');
    expect(await run(histogram, ...named, '--status', 'illustrative', '-o', out)).toMatchObject({
      status: 0,
    });
    const table = await readConversion(out);
    expect(table).toMatchObject({ instrument: 'HoNOS-12', version: '2026-1', status: 'illustrative' });
    // By hand: mid-ranks .05 .25 .60 .90 and R's qnorm.
    const expected = [33.5514637, 43.2551025, 52.533471, 62.8155157];
    expect(table.raw).toEqual([0, 5, 10, 15]);
    for (const [i, t] of table.t.entries()) expect(t).toBeCloseTo(expected[i]!, 6);
    const cases = file('to-convert.csv', ['patient;pre;post', 'a;15;5', 'b;10;0', 'c;5;5']);
    let json = '';
    const status = await runCommandLine(['outcomes', cases, '--conversion', out, '--json'], {
      stdout: (text) => {
        json += text;
      },
      stderr: () => true,
      isTerminal: false,
      env: {},
    });
    expect(status).toBe(0);
    const result = JSON.parse(json) as OutcomesDocument;
    expect(result.meta.stamps).toEqual(['illustrative']);
    expect(result.conversion?.status).toBe('illustrative');
  });

  it('counts a row a person, and rows of one score together', async () => {
    const people = Array.from({ length: 120 }, (_, i) => String(i % 4));
    const rows = file('people.csv', ['raw', ...people]);
    const twice = file('twice.csv', ['raw,n', '0,10', '1,30', '0,20', '2,30', '3,30']);
    const t = async (path: string) =>
      (JSON.parse((await run(path, ...named, '--json')).stdout) as { scores: { n: number }[] }).scores;
    expect((await t(rows)).map(({ n }) => n)).toEqual([30, 30, 30, 30]);
    expect(await t(twice)).toEqual(await t(rows));
  });

  it.each([
    ['a column that is not there', ['x;n', '1;2'], 'mist kolom raw'],
    ['half a person', ['raw;n', '1;50', '2;50', '3;0,5'], 'rij 3'],
    ['fewer than nobody', ['raw;n', '1;50', '2;80', '3;-5'], 'rij 3'],
    ['a score in words', ['raw;n', 'laag;50', '2;80', '3;5'], 'rij 1'],
    ['a handful of people', ['raw;n', '1;5', '2;8', '3;5'], 'te weinig'],
    ['two scores', ['raw;n', '1;500', '2;800'], 'te weinig'],
  ])('refuses %s', async (why, lines, says) => {
    const result = await run(file(`${why.replace(/ /g, '-')}.csv`, lines), ...named);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain(says);
  });

  it('wants to know whose scores these are', async () => {
    expect(await run(histogram, '--instrument', 'x', '--table-version', '1')).toMatchObject({ status: 2 });
  });
});
