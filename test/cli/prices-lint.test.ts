/** `prices lint` as users run it: a list in, findings out, one sentence when refused. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PriceLintDocument } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runHere(join(folder, 'home'), args);

async function json<T>(...args: string[]): Promise<T> {
  const result = await run(...args, '--json');
  expect(result).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(result.stdout) as T;
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('prices lint', () => {
  it('finds nothing to warn about in the shipped list', async () => {
    const result = await json<PriceLintDocument>('prices', 'lint', 'hypothetical-day');
    expect(result.list).toEqual({ id: 'hypothetical-day', rows: 40 });
    expect(new Set(result.lint.map(({ code }) => code))).toEqual(new Set(['price-day-and-bed-day']));
  });

  it('names row and remedy', async () => {
    const list = file(
      'odd.csv',
      [
        'cluster;unit;setting;payer;from;until;amount;status;source',
        'ZT01;day;;;;2025-01-31;10;hypothetical;x',
        'ZT01;day;;;2025-03-01;;12;;',
        'ZT02;day;;;;;9;hypothetical;x',
        'ZT02;episode;;;;;9;hypothetical;x',
        'ZT03;review-period;;;;;9;hypothetical;x',
      ].join('\n'),
    );
    const result = await json<PriceLintDocument>('prices', 'lint', list, '--lang', 'en');
    expect(result.lint.map(({ code, row }) => [code, row])).toEqual([
      ['price-without-origin', 2],
      ['price-units-mixed', 4],
      ['price-gap', 2],
      ['price-lighter-above-heavier', 1],
      ['price-lighter-above-heavier', 2],
      ['price-rewards-splitting', 5],
    ]);
    expect(result.lint[2]?.message).toContain('2025-02-01 through 2025-02-28');
  });

  it('refuses a broken list', async () => {
    const result = await run('prices', 'lint', file('broken.csv', 'cluster;unit\nZT01;day\n'));
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('amount');
  });
});

describe('prices lint finds', () => {
  const header = 'cluster;unit;from;until;amount;status;source\n';
  const lint = async (...args: string[]) =>
    (await json<PriceLintDocument>('prices', 'lint', ...args, '--lang', 'en')).lint;

  it('rows that hold on the same day', async () => {
    const list = file(
      'overlap.csv',
      `${header}ZT01;day;;2025-06-30;10;local;x\nZT01;day;2025-06-30;;11;local;x\n`,
    );
    expect(await lint(list)).toMatchObject([{ code: 'price-overlap', severity: 'error', row: 2 }]);
  });

  it('prices above the maximum, and above what a contract may add', async () => {
    const maximum = file(
      'maximum.csv',
      `${header}1;day;;;100;local;x\n2;day;;;100;local;x\n3;day;;;100;local;x\n`,
    );
    const list = file(
      'high.csv',
      `${header}ZT01;day;;;100;local;x\nZT02;day;;;110;local;x\nZT03;day;;;110,01;local;x\n`,
    );
    expect((await lint(list, '--maximum', maximum)).map(({ code, row }) => [code, row])).toEqual([
      ['price-above-leeway', 3],
      ['price-above-maximum', 2],
    ]);
  });

  it('the one minute that two tariffs of 2013 share', async () => {
    const found = await lint('dbc-ggz-2013');
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([
      {
        code: 'tariff-overlap',
        severity: 'error',
        row: expect.any(Number),
        message: expect.stringMatching(/^Depressieve Stoornissen: .*1799 through 1799 minutes/),
      },
    ]);
  });
});
