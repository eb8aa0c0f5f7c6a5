/** `prices balance`, `prices solve` and `prices intensity` as users run them. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BalanceDocument, IntensityDocument, SolveDocument } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runHere(join(folder, 'home'), args);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const cases = file(
  'cases.csv',
  [
    'patient;chosen_cluster;start;end;current_revenue',
    'p1;ZT01;2025-01-01;2025-04-11;500,00',
    'p2;ZT02;2025-01-01;2025-02-20;700,50',
    'p3;ZT02;2025-01-01;;0',
  ].join('\n'),
);
const list = file(
  'list.csv',
  'cluster;unit;amount;status;source\n1;day;10,00;local;x\n2;day;20,00;local;"een; twee"\n',
);

describe('prices intensity', () => {
  const minutes = file(
    'minutes.csv',
    [
      'patient;chosen_cluster;start;end;current_revenue;minutes',
      'p1;ZT01;2025-01-01;2025-01-11;500,00;100',
      'p2;ZT02;2025-01-01;2025-01-11;700,50;300',
    ].join('\n'),
  );

  it('says what a unit takes, and writes a list that pays the budget', async () => {
    const out = join(folder, 'intensity.csv');
    const args = ['prices', 'intensity', minutes, '--from', 'minutes', '--unit', 'day'];
    const { status, stdout } = await run(...args, '--budget', 'current', '--json', '-o', out);
    expect(status).toBe(0);
    const document = JSON.parse(stdout) as IntensityDocument;
    expect(document.clusters.map(({ intensity }) => intensity)).toEqual([0.5, 1.5]);
    expect(document.meta).toMatchObject({
      command: 'prices intensity',
      options: { from: 'minutes', unit: 'day' },
    });
    expect(document.issues.map(({ code, count }) => [code, count])).toEqual([['intensity-unsure', 1]]);
    expect(readFileSync(out, 'utf8').split('\n').slice(0, 3)).toEqual([
      'cluster,unit,setting,payer,from,until,amount,status,source',
      'ZT01,day,,,,,30.01,derived,"Relatieve intensiteit uit minuten, budgetneutraal geschaald"',
      'ZT02,day,,,,,90.04,derived,"Relatieve intensiteit uit minuten, budgetneutraal geschaald"',
    ]);
    expect((await run(...args, '--lang', 'en')).stdout).toContain('Relative intensity: minutes per day');
  });

  it('names the column it needs, and knows what to measure', async () => {
    const without = await run('prices', 'intensity', cases, '--from', 'cost');
    expect(without).toMatchObject({ status: 1, stdout: '' });
    expect(without.stderr).toContain('cost');
    expect(await run('prices', 'intensity', cases, '--from', 'euros')).toMatchObject({ status: 2 });
  });
});

describe('prices balance', () => {
  it('writes a list that pays the budget, and can be read again', async () => {
    const out = join(folder, 'new.csv');
    const common = ['--cases', cases, '--valuation-date', '2025-01-11', '--json'];
    // 100 x 10 + 60 x 20 = 2,200 -> 1,200.50
    const { status, stdout } = await run(
      'prices',
      'balance',
      list,
      ...common,
      '--budget',
      'current',
      '-o',
      out,
    );
    expect(status).toBe(0);
    const document = JSON.parse(stdout) as BalanceDocument;
    expect(document).toMatchObject({
      budgetCents: 120_050,
      listedTotalCents: 220_000,
      exactTotalCents: 120_050,
      wholeTotalCents: 120_060,
      remainderCents: -10,
    });
    expect(readFileSync(out, 'utf8').split('\n').slice(0, 3)).toEqual([
      'cluster,unit,setting,payer,from,until,amount,status,source',
      '1,day,,,,,5.46,derived,x',
      '2,day,,,,,10.91,derived,een; twee',
    ]);
    const again = await run('prices', 'balance', out, ...common, '--budget', '120060');
    expect(JSON.parse(again.stdout)).toMatchObject({ listedTotalCents: 120_060, factor: 1 });
  });

  it('keeps fixed clusters, prints tables, and refuses in a sentence', async () => {
    const args = ['prices', 'balance', list, '--cases', cases, '--valuation-date', '2025-01-11'];
    const { stdout } = await run(...args, '--budget', '170000', '--fix', 'ZT02', '--lang', 'en');
    expect(stdout).toContain('5.00');
    expect(stdout).toContain('fixed');
    const unknown = await run(...args, '--budget', '1', '--fix', '7', '--lang', 'en');
    expect(unknown).toMatchObject({ status: 1, stdout: '' });
    expect(unknown.stderr).toContain('no cluster 7');
    expect((await run(...args, '--budget', 'x')).status).toBe(2);
    expect((await run(...args, '--budget', '1', '--fix', '1,2')).stderr).toContain('2200.00');
  });
});

describe('prices solve', () => {
  const args = ['prices', 'solve', list, '--cases', cases, '--valuation-date', '2025-01-11', '--unit', 'day'];

  it('finds the price, and the break-even', async () => {
    const price = async (...more: string[]) =>
      (JSON.parse((await run(...args, ...more, '--json')).stdout) as SolveDocument).amountCents;
    expect(await price('--cluster', 'ZT02', '--target', '250000')).toBe(2500);
    expect(await price('--cluster', '1', '--target', 'current')).toBe(1);
  });

  it('says when there is none', async () => {
    const { status, stdout } = await run(...args, '--cluster', '1', '--target', '1', '--lang', 'en');
    expect(status).toBe(0);
    expect(stdout).toContain('no solution in the range searched');
  });

  it('takes contracts from a scenario', async () => {
    const contracts = [{ payer: '*', form: 'revenue-cap', agreedCents: 200_000 }];
    const scenario = file('s.json', JSON.stringify({ id: 's', prices: { list: './list.csv' }, contracts }));
    const { stdout } = await run(
      ...args,
      '--cluster',
      '1',
      '--target',
      '200000',
      '--scenario',
      scenario,
      '--json',
    );
    const { method, solutions, amountCents } = JSON.parse(stdout) as SolveDocument;
    expect(method).toBe('search');
    expect(solutions[0]!.fromCents).toBeCloseTo(800, 2);
    expect(amountCents).toHaveProperty('undefined');
  });
});
