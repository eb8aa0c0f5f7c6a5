/** `simulate` with several years, behaviour, winners per dimension and the tail, as users run it. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SimulationResult, VerifyDocument } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args: string[]) => runHere(join(folder, 'home'), args);

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function json<T>(...args: string[]): Promise<T> {
  const result = await run(...args, '--json');
  expect(result).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(result.stdout) as T;
}

const cases = file(
  'cases.csv',
  [
    'patient;locatie;verzekeraar;gekozen_zorgvraagtype;startdatum;einddatum;huidige_omzet',
    'p1;Noord;VZ1;ZT05;01-02-2025;11-02-2025;1000,50',
    'p2;Noord;VZ2;ZT05;13-02-2025;14-02-2025;200,00',
    'p3;Zuid;VZ2;ZT05;13-02-2025;23-02-2025;300,25',
  ].join('\n'),
);
file('prices.csv', 'cluster;unit;amount;status;source\nZT05;day;100,00;local;x\n');
const scenario = file('scenario.json', {
  id: 's',
  title: 'S',
  prices: { list: './prices.csv' },
  years: { count: 3, from: 2025, index: 1.1 },
  behaviour: { volumeResponse: [{ elasticity: 0 }] },
});
const args = ['simulate', cases, '--scenario', scenario];

describe('years', () => {
  it('stand in the result, in every table and in the stamp', async () => {
    const result = await json<SimulationResult>(...args);
    expect(result.years?.map(({ calendarYear, scenarioCents }) => [calendarYear, scenarioCents])).toEqual([
      [2025, 210_000],
      [2026, 231_000],
      [2027, 254_100],
    ]);
    expect(result.years![0]).toMatchObject(result.total);
    expect(result.meta.stamps).toEqual(['hypothetical']);
    const { stdout } = await run(...args, '--lang', 'en', '-o', join(folder, 'out.xlsx'));
    expect(stdout).toMatch(/By year[\s\S]*2027/);
    expect(stdout).toContain('Later years are assumptions');
    expect(readFileSync(join(folder, 'out.xlsx')).length).toBeGreaterThan(1000);
  });
});

describe('prices as they were known', () => {
  it('leave what was published later aside', async () => {
    file(
      'versions.csv',
      'cluster;unit;amount;status;source;published\nZT05;day;100,00;local;x;2024-11-01\nZT05;day;90,00;local;y;2025-06-15\n',
    );
    const revised = file('revised.json', { id: 'r', prices: { list: './versions.csv' } });
    const total = async (...more: string[]) =>
      (await json<SimulationResult>('simulate', cases, '--scenario', revised, ...more)).total.scenarioCents;
    expect(await total()).toBe(189_000);
    expect(await total('--as-of', '2025-06-14')).toBe(210_000);
    expect(await total('--as-of', '2025-06-15')).toBe(189_000);
    const explained = await run(
      ...['explain', cases, '--patient', 'p2', '--scenario', revised, '--as-of', '2025-01-01', '--json'],
    );
    expect(explained.stdout).toContain('"published": "2024-11-01"');
    expect(await run(...args, '--as-of', '1 mei')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('winners and the tail', () => {
  it('come when asked for', async () => {
    const asked = ['--winners', 'site,payer,team', '--winner-bins', '-0.1,0,0.1', '--tail'];
    const result = await json<SimulationResult>(...args, ...asked);
    expect(result.winnersBy?.map(({ unit }) => unit)).toEqual(['site', 'payer', 'team']);
    expect(result.winnersBy![2]!.bins).toEqual({ undefined: 'het bestand heeft deze kolom niet' });
    expect(result.winners).toEqual({ unit: 'site', bins: result.winnersBy![0]!.bins });
    expect(result.tail?.levels).toHaveLength(4);
    const { stdout } = await run(...args, ...asked);
    expect(stdout).toContain('Wie wint, wie verliest (per verzekeraar)');
    expect(stdout).toContain('De duurste 1%: wie het betaalt');
  });

  it('are part of a record that can be verified', async () => {
    const record = join(folder, 'record.json');
    await run(...args, '--winners', 'payer', '--tail', '-o', record);
    const verified = await json<VerifyDocument>('simulate', '--verify', record);
    expect(verified).toMatchObject({ verified: true, differences: [] });
    const written = JSON.parse(readFileSync(record, 'utf8'));
    writeFileSync(record, JSON.stringify({ ...written, constructor: 1 }));
    const differs = await run('simulate', '--verify', record, '--json');
    expect([differs.status, JSON.parse(differs.stdout).differences]).toEqual([
      1,
      [{ where: 'constructor', recorded: '1', found: '' }],
    ]);
    const options = { ...written.meta.options, scenario: [] };
    writeFileSync(record, JSON.stringify({ ...written, meta: { ...written.meta, options } }));
    const none = await run('simulate', '--verify', record);
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('record.json')]);
  });

  it.each([
    ['--winners', 'sites'],
    ['--winner-bins', '0.1,0'],
    ['--winner-bins', 'a'],
  ])('%s %s is wrong use', async (option, value) => {
    expect(await run(...args, option, value)).toMatchObject({ status: 2, stdout: '' });
  });
});
