/** `--assessments` through the commands that reckon with periods: each rating is an episode of its own. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BenchmarkDocument, SimulationResult } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runHere(join(folder, 'home'), args);

function file(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return join(folder, name);
}

/** Two ratings a patient: 31 days in cluster 1, then 29 in cluster 2; the end stands in every row. */
const PATIENTS = 240;
const cases = file('cases.csv', [
  'client;instelling;zorgtraject;datum;startdatum;einddatum;gekozen_zorgvraagtype;huidige_omzet;voormeting;nameting',
  ...Array.from({ length: PATIENTS }, (_, at) => [
    `P${at};M${at % 3};1;2024-01-01;2024-01-01;2024-03-01;1;3000;${40 + (at % 7)};${35 + (at % 5)}`,
    `P${at};M${at % 3};1;2024-02-01;2024-01-01;2024-03-01;2;;${35 + (at % 5)};${30 + (at % 6)}`,
  ]).flat(),
]);
const prices = file('prices.csv', [
  'cluster;unit;setting;payer;from;until;amount;status;source',
  '1;day;;;;;100;hypothetical;test',
  '2;day;;;;;200;hypothetical;test',
]);
const plan = { typing: 'chosen', prices: { list: prices } };
const before = file('before.json', [JSON.stringify({ id: 'b', title: 'B', baseline: 'current', ...plan })]);
const scenario = file('scenario.json', [JSON.stringify({ id: 's', title: 'S', baseline: before, ...plan })]);

describe('--assessments', () => {
  it('simulate pays each period at the price of its own cluster', async () => {
    const args = ['simulate', cases, '--scenario', scenario, '--assessments', '--json'];
    const { status, stdout, stderr } = await run(...args);
    expect([status, stderr]).toEqual([0, '']);
    const { total, rows, byCluster } = JSON.parse(stdout) as SimulationResult;
    expect(rows).toEqual({ read: 480, used: 480, rejected: 0 });
    expect(total.scenarioCents).toBe(PATIENTS * (31 * 100 + 29 * 200) * 100);
    expect(byCluster.filter(({ n }) => n > 0).map(({ n }) => n)).toEqual([PATIENTS, PATIENTS]);
  });

  it('benchmark run takes the days of the period for duration', async () => {
    const { status, stdout } = await run('benchmark', 'run', cases, '--assessments', '--json');
    expect(status).toBe(0);
    const { models, members } = JSON.parse(stdout) as BenchmarkDocument;
    expect(members.map(({ n }) => n)).toEqual([160, 160, 160]);
    expect(models.outcome).toMatchObject({ n: 480 });
    expect(models.duration).toMatchObject({ n: 480, coefficients: [{ estimate: expect.closeTo(30, 9) }] });
  });

  it('outcomes writes the periods before what it adds', async () => {
    const output = join(folder, 'rows.csv');
    expect((await run('outcomes', cases, '--assessments', '-o', output)).status).toBe(0);
    const lines = readFileSync(output, 'utf8').split('\n');
    expect(lines[0]).toMatch(/,nameting,period_start,period_end,change,rci,class$/);
    expect(lines[1]).toMatch(/,35,2024-01-01,2024-02-01,5,,$/);
    expect(lines[2]).toMatch(/,30,2024-02-01,2024-03-01,5,,$/);
  });

  it('tells that an amount stands at several ratings of one episode, where each would count', async () => {
    const twice = file(
      'twice.csv',
      readFileSync(cases, 'utf8').trim().replaceAll(';2;;', ';2;3000;').split('\n'),
    );
    const found = async (path: string) => {
      const args = ['--scenario', path, '--assessments', '--json', '--lang', 'en'];
      return (JSON.parse((await run('simulate', twice, ...args)).stdout) as SimulationResult).issues;
    };
    // Between two price lists nothing is done with current revenue.
    expect(await found(scenario)).toEqual([]);
    expect(await found(before)).toMatchObject([
      {
        code: 'assessment-amount-repeated',
        count: PATIENTS,
        examples: [{ row: 2, column: 'huidige_omzet' }, {}, {}, {}, {}],
      },
    ]);
  });
});
