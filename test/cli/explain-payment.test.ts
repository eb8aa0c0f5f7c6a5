/** `explain --patient P --scenario S`: from ratings to euros, with the numbers of `simulate`. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExplainDocument, SimulationResult } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args: string[]) => runHere(join(folder, 'home'), args);

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const cases = file(
  'cases.csv',
  [
    'patient;supercluster;hv07;hv08;gekozen_zorgvraagtype;startdatum;einddatum;huidige_omzet',
    'p1;X;2;2;ZT05;01-02-2025;11-02-2025;1000,50',
    'p2;X;3;2;ZT05;13-02-2025;14-02-2025;200,00',
    'p2;X;3;2;ZT06;13-02-2025;23-02-2025;300,25',
  ].join('\n'),
);
file('prices.csv', 'cluster;unit;amount\nZT05;day;100,00\nZT06;day;10,05\n');
const scenario = file('s.json', {
  id: 's',
  title: 'S',
  prices: { list: './prices.csv' },
  contracts: [{ payer: '*', form: 'revenue-cap', agreedCents: 60_000 }],
});

describe('explain with a scenario', () => {
  it('gives the advice and the euros of each episode; patients add up to simulate', async () => {
    const explain = async (patient: string): Promise<ExplainDocument> => {
      const result = await run('explain', cases, '--patient', patient, '--scenario', scenario, '--json');
      expect(result).toMatchObject({ status: 0, stderr: '' });
      return JSON.parse(result.stdout) as ExplainDocument;
    };
    const two = await explain('p2');
    expect(two.cases.map(({ row }) => row)).toEqual([2, 3]);
    expect(two.payment!.episodes.map(({ row }) => row)).toEqual([2, 3]);
    expect(two.meta).toMatchObject({ command: 'explain', options: {} });
    expect(JSON.stringify(two)).not.toContain('p2');
    const whole = await run('simulate', cases, '--scenario', scenario, '--json');
    const { total } = JSON.parse(whole.stdout) as SimulationResult;
    expect(total.scenarioCents).toBe(60_000);
    const all = [await explain('p1'), two].map(({ payment }) => payment!.total);
    const sum = all.reduce((s, one) => s + ('undefined' in one ? Number.NaN : one.scenarioCents), 0);
    expect(sum).toBe(60_000);
  });

  it('prints lines and contracts', async () => {
    const { stdout } = await run('explain', cases, '--patient', 'p1', '--scenario', scenario, '--lang', 'en');
    expect(stdout).toContain('What the scenario pays for this patient');
    expect(stdout).toMatch(/row 1 +Scenario +revenue cap \(\*\)/);
  });

  it('asks for a patient, and does not name one that is not there', async () => {
    const bare = ['explain', '--supercluster', 'X', '--items', '0', '--scenario', scenario];
    expect(await run(...bare)).toMatchObject({ status: 2, stdout: '' });
    const unknown = await run('explain', cases, '--patient', 'nobody', '--scenario', scenario);
    expect(unknown).toMatchObject({ status: 1, stdout: '' });
    expect(unknown.stderr).not.toContain('nobody');
  });
});
