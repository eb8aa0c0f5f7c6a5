/** `simulate` as users run it: files in, JSON out, one sentence when refused. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimulationResult, VerifyDocument } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runHere(join(folder, 'home'), args);

async function json<T>(...args: string[]): Promise<T> {
  const result = await run(...args, '--json');
  expect(result).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(result.stdout) as T;
}

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const cases = file(
  'cases.csv',
  [
    'client;locatie;verzekeraar;gekozen_zorgvraagtype;startdatum;einddatum;huidige_omzet',
    'p1;Noord;VZ1;ZT05;01-02-2025;11-02-2025;1.000,50',
    'p2;Noord;VZ2;5;13-02-2025;14-02-2025;200,00',
    'p2;Zuid;VZ2;KAT;13-02-2025;23-02-2025;300,25',
  ].join('\n'),
);
file(
  'prices.csv',
  'cluster;unit;amount;status;source\nZT05;day;100,00;hypothetical;x\nKAT;day;10;hypothetical;x\n',
);
const scenario = file('scenario.json', {
  id: 's',
  title: 'S',
  typing: 'chosen',
  prices: { list: './prices.csv' },
});

describe('dates where no price asks for them', () => {
  const heads = 'patient;gekozen_zorgvraagtype;verzekeraar;startdatum;einddatum;huidige_omzet';
  const lines = [
    'a;KAT;V1;2024-01-01;2024-01-11;1',
    'b;KAT;V1;2024-02-01;2024-02-06;1',
    'c;HOND;V1;2024-03-01;;1',
  ];
  const flat = file('flat.json', {
    id: 'flat',
    prices: { list: './flat.csv' },
    contracts: [{ payer: 'V1', form: 'revenue-cap', agreedCents: 15_000 }],
  });
  file('flat.csv', 'cluster;unit;amount;status;source\nKAT;episode;100;hypothetical;x\n');
  const outcome = (name: string, rows: readonly string[]) =>
    json<SimulationResult>('simulate', file(name, [heads, ...rows].join('\n')), '--scenario', flat);

  it('tell when a ceiling is reached, production per month and unpriced days', async () => {
    const closed = lines.map((line) => line.replace('2024-03-01;;', '2024-03-01;2024-03-08;'));
    const { contracts, population } = await outcome('flat-cases.csv', closed);
    expect(contracts[0]).toMatchObject({
      netCents: 15_000,
      exhaustedOn: '2024-02-01',
      monthly: [
        { month: '2024-01', grossCents: 10_000 },
        { month: '2024-02', grossCents: 10_000 },
      ],
    });
    expect(population.unpriced).toEqual({ episodes: 1, days: 7 });
  });

  it('may be blank: paid all the same, the day is not known', async () => {
    const blank = lines.map((line) => line.replace('2024-02-01', '').replace('2024-03-01', ''));
    const { contracts, population, rows } = await outcome('flat-blank.csv', blank);
    expect(rows).toEqual({ read: 3, used: 3, rejected: 0 });
    expect(contracts[0]).toMatchObject({ netCents: 15_000, exhaustedOn: { undefined: expect.any(String) } });
    expect(contracts[0]!.monthly).toEqual({ undefined: 'niet elk zorgtraject heeft een startdatum' });
    expect(population.unpriced).toEqual({ episodes: 1, days: 0 });
  });
});

describe('files to write', () => {
  it.each([
    ['the case file', ['--rejects', cases]],
    ['the scenario', ['-o', scenario]],
    ['the other file to write', ['-o', join(folder, 'x.csv'), '--rejects', join(folder, '.', 'x.csv')]],
  ])('never over %s', async (_, options) => {
    const before = [cases, scenario].map((path) => readFileSync(path, 'utf8'));
    const result = await run('simulate', cases, '--scenario', scenario, ...options);
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toMatch(/^(cases|x)\.csv|^scenario\.json/);
    expect(result.stderr).toContain('is ook een bestand dat dit commando leest of schrijft');
    expect([cases, scenario].map((path) => readFileSync(path, 'utf8'))).toEqual(before);
  });
});

describe('simulate', () => {
  it('pays chosen clusters as they stand, without ratings or rule set', async () => {
    const result = await json<SimulationResult>('simulate', cases, '--scenario', scenario);
    expect(Object.keys(result)).toEqual([
      ...['meta', 'rows', 'issues', 'scenario', 'baseline', 'population', 'total', 'byCluster', 'by'],
      ...['waterfall', 'winners', 'contracts', 'lint'],
    ]);
    expect(result.meta).toMatchObject({ command: 'simulate', seed: 1, stamps: ['hypothetical'] });
    expect(result.meta).not.toHaveProperty('rules');
    expect(result.rows).toEqual({ read: 3, used: 3, rejected: 0 });
    expect(result.total).toMatchObject({
      baselineCents: 150_075,
      scenarioCents: 100_000 + 10_000 + 10_000,
      differenceCents: 120_000 - 150_075,
    });
    expect(result.by.site?.map(({ value, n, scenarioCents }) => [value, n, scenarioCents])).toEqual([
      ['Noord', 2, 110_000],
      ['Zuid', 1, 10_000],
    ]);
    expect(JSON.stringify(result)).not.toContain(folder);
  });

  it('stacks scenarios, says the conflict, and gives the same bytes again', async () => {
    const over = file('over.json', {
      id: 'o',
      typing: 'chosen',
      prices: { overrides: [{ cluster: '5', factor: 2 }] },
    });
    const third = file('third.json', { id: 't', prices: { overrides: [{ cluster: '5', factor: 3 }] } });
    const args = ['simulate', cases, '--scenario', scenario, '--scenario', over, '--scenario', third];
    const result = await json<SimulationResult>(...args);
    expect(result.scenario.id).toBe('s+o+t');
    expect(result.total.scenarioCents).toBe(330_000 + 10_000);
    expect(result.issues.map(({ code }) => code)).toEqual(['scenario-conflict']);
    expect(await json(...args)).toEqual(result);
  });

  it('sets other scenarios beside it, each against its own baseline, and makes that again', async () => {
    const double = file('double.json', {
      id: 'double',
      title: 'Double',
      baseline: './scenario.json',
      prices: { list: './prices.csv', overrides: [{ factor: 2 }] },
    });
    const record = join(folder, 'beside.json');
    const args = ['simulate', cases, '--scenario', scenario, '--beside', double, '-o', record];
    const result = await json<SimulationResult>(...args);
    expect(
      result.beside?.map(({ scenario: { id }, baseline, total }) => [id, baseline.id, total.scenarioCents]),
    ).toEqual([['double', 's', 240_000]]);
    expect((await run(...args, '--lang', 'en')).stdout).toContain('Scenarios side by side');
    expect((await run('simulate', '--verify', record)).status).toBe(0);
  });

  it('prints tables and writes the groups', async () => {
    const { status, stdout } = await run(
      'simulate',
      cases,
      '--scenario',
      scenario,
      '-o',
      join(folder, 'out.csv'),
    );
    expect(status).toBe(0);
    expect(stdout).toContain('HYPOTHETISCH');
    expect(stdout).toContain('Waar het verschil vandaan komt');
  });

  const refusals: readonly { name: string; args: string[]; status: number; says: RegExp }[] = [
    {
      name: 'an unknown key',
      args: ['--scenario', file('key.json', { id: 'x', prices: { list: './prices.csv', overides: [] } })],
      status: 1,
      says: /overides.*Bedoelt u overrides\?/,
    },
    {
      name: 'a price list that is not there',
      args: ['--scenario', file('list.json', { id: 'x', prices: { list: 'nowhere' } })],
      status: 1,
      says: /Prijslijst nowhere is niet gevonden/,
    },
    {
      name: 'an unknown contract form',
      args: [
        '--scenario',
        file('form.json', {
          id: 'x',
          prices: { list: './prices.csv' },
          contracts: [{ payer: '*', form: 'deal' }],
        }),
      ],
      status: 1,
      says: /contractvorm deal.*revenue-cap/i,
    },
    { name: 'no scenario', args: [], status: 2, says: /--scenario/ },
    {
      name: 'typing that needs ratings',
      args: ['--scenario', scenario, '--typing', 'advised'],
      status: 1,
      says: /hv01/,
    },
    {
      name: 'a cluster without a price under --strict',
      args: [
        '--strict',
        '--scenario',
        file('part.json', {
          id: 'x',
          prices: { list: file('part.csv', 'cluster,unit,amount\nZT05,day,1\n') },
        }),
      ],
      status: 1,
      says: /KAT/,
    },
    { name: 'too few draws', args: ['--scenario', scenario, '--draws', '3'], status: 2, says: /100/ },
  ];
  it.each(refusals)('refuses $name in one sentence', async ({ args, status, says }) => {
    const result = await run('simulate', cases, ...args);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(says);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('simulate --verify', () => {
  const record = join(folder, 'run.json');
  const verified = async (...args: string[]) => {
    const { status, stdout } = await run('simulate', ...args, '--verify', record, '--json');
    return { status, ...(JSON.parse(stdout) as VerifyDocument) };
  };

  it('makes a recorded run again from the files beside it, options included', async () => {
    await run('simulate', cases, '--scenario', scenario, '--level', '0.9', '--lang', 'en', '-o', record);
    expect(await verified()).toMatchObject({ status: 0, verified: true, differences: [] });
    expect((await run('simulate', '--verify', record, '--lang', 'en')).stdout).toContain('exactly the same');
  });

  it('says where it differs when a file has changed', async () => {
    const before = readFileSync(cases, 'utf8');
    writeFileSync(cases, before.replace('1.000,50', '1.000,51'));
    const { status, differences } = await verified();
    writeFileSync(cases, before);
    expect(status).toBe(1);
    expect(differences.map(({ where }) => where)).toContain('meta.inputs[0].sha256');
    expect(differences).toContainEqual({ where: 'total.baselineCents', recorded: '150075', found: '150076' });
  });

  it('refuses what is no record, and a record whose files are gone', async () => {
    const other = file('other.json', { meta: { command: 'score' } });
    expect((await run('simulate', '--verify', other, '--lang', 'en')).stderr).toContain('no recorded run');
    const text = readFileSync(record, 'utf8').replace('"cases.csv"', '"gone.csv"');
    const lost = file('lost.json', text);
    expect((await run('simulate', '--verify', lost, '--lang', 'en')).stderr).toContain('gone.csv');
    expect(await run('simulate', cases, '--lang', 'en')).toMatchObject({ status: 2 });
  });

  it.each([
    ['draws', 1_000_000_000],
    ['lang', { nl: 1 }],
    ['level', 2],
    ['map', ['a']],
  ])('refuses a record whose %s nobody could have typed', async (key, value) => {
    const { meta, ...rest } = JSON.parse(readFileSync(record, 'utf8'));
    const changed = file('changed.json', {
      meta: { ...meta, options: { ...meta.options, [key]: value } },
      ...rest,
    });
    const { status, stderr } = await run('simulate', '--verify', changed, '--lang', 'en');
    expect([status, stderr]).toEqual([1, expect.stringContaining('no recorded run')]);
  });

  it('writes no file that a record names', async () => {
    const { meta, ...rest } = JSON.parse(readFileSync(record, 'utf8'));
    const rejects = join(folder, 'written.csv');
    const changed = file('changed.json', {
      meta: { ...meta, options: { ...meta.options, rejects } },
      ...rest,
    });
    await run('simulate', '--verify', changed);
    expect(existsSync(rejects)).toBe(false);
  });
});

describe('simulate --json', () => {
  it('an index that was meant as a percentage', async () => {
    const odd = file('odd.json', {
      id: 'odd',
      prices: { list: './prices.csv' },
      index: [
        { from: '2025-01-01', factor: 1.05 },
        { from: '2025-02-10', factor: 5 },
      ],
    });
    const { lint: found } = await json<SimulationResult>('simulate', cases, '--scenario', odd);
    expect(found.filter(({ code }) => code === 'index-out-of-band')).toHaveLength(1);
  });
});
