/** Scenarios: keys, defaults, stacking, where names are looked for; one broken file per fault. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CONTRACT_FORMS,
  DATA_FOLDER,
  dayFromIso,
  parseScenario,
  resolveScenario,
  type Scenario,
  sentence,
  stackScenarios,
} from '../../src/index.ts';
import { CONTRACT_CASES } from '../simulate/contract-cases.ts';

const BROKEN = join(import.meta.dirname, '..', 'broken', 'scenarios');

describe('broken scenarios', () => {
  for (const file of readdirSync(BROKEN)) {
    it(file, () => {
      const { value, issues } = parseScenario(readFileSync(join(BROKEN, file), 'utf8'), file);
      expect(value).toBeUndefined();
      expect(issues.map(({ code }) => code)).toEqual([file.replace('.json', '')]);
      expect(sentence(issues[0]!, 'nl')).not.toBe(sentence(issues[0]!, 'en'));
    });
  }
});

describe('years and behaviour', () => {
  const codes = (parts: object) => parseScenario({ id: 'a', ...parts }, 'a').issues.map(({ code }) => code);

  it('are read', () => {
    const years = {
      count: 3,
      from: 2025,
      index: [1.03, 1.02],
      volume: [{ payer: 'VZ1', factor: 1.01 }],
      transition: [0.5, 0],
      mixShift: [{ from: '5', to: '6', share: 0.1 }],
    };
    const behaviour = {
      retype: { share: 0.2, margin: 0.1 },
      volumeResponse: [{ elasticity: -0.1 }],
    };
    expect(codes({ years, behaviour })).toEqual([]);
  });

  it.each([
    ['a list of another length', { years: { count: 3, index: [1.03] } }],
    ['one year', { years: { count: 1 } }],
    ['a percentage for a factor', { years: { count: 2, index: 3 } }],
    [
      'more than the whole cluster moved',
      { years: { count: 2, mixShift: ['6', '7'].map((to) => ({ from: '5', to, share: 0.6 })) } },
    ],
    ['a share over 1', { behaviour: { retype: { share: 1.2, margin: 0.1 } } }],
  ])('with %s are refused', (_, parts) => {
    expect(codes(parts)).toEqual(['scenario-bad-value']);
  });

  it('with a misspelt key name the nearest', () => {
    const [issue] = parseScenario({ id: 'a', years: { count: 2, mixshift: [] } }, 'a').issues;
    expect(issue).toMatchObject({
      code: 'scenario-unknown-key',
      params: { where: 'years', nearest: 'mixShift' },
    });
    const deep = parseScenario({ id: 'a', behaviour: { retype: { share: 1, marge: 0, margin: 0 } } }, 'a');
    expect(deep.issues[0]).toMatchObject({ params: { where: 'behaviour.retype', nearest: 'margin' } });
    const wrong = parseScenario({ id: 'a', years: { count: 2, volume: [{ cluser: '5', factor: 1 }] } }, 'a');
    expect(wrong.issues[0]).toMatchObject({ params: { nearest: 'cluster' } });
  });
});

describe('contracts', () => {
  const issuesOf = (contract: object) =>
    parseScenario({ id: 'a', contracts: [{ payer: '*', ...contract }] }, 'a').issues;

  it('of every form are read as their worked answers write them', () => {
    for (const { contract } of CONTRACT_CASES) expect(issuesOf(contract)).toEqual([]);
    expect(new Set(CONTRACT_CASES.map(({ contract }) => contract.form))).toEqual(new Set(CONTRACT_FORMS));
  });

  it('may leave the last band of a corridor open with null', () => {
    const bands = [
      { upTo: 0.03, share: 0 },
      { upTo: null, share: 0.5 },
    ];
    expect(issuesOf({ form: 'risk-corridor', targetCents: 1, bands })).toEqual([]);
  });

  it.each([
    ['bands that fall', { form: 'volume-discount', mode: 'marginal', bands: [2, 1].map(band) }],
    ['cut-offs that fall', { form: 'mean-per-patient', meanPerPatientCents: 1, trimCents: [2, 1] }],
    ['no indicator', { form: 'quality-pay', weight: 0.1, indicators: [] }],
    [
      'a line without a target',
      { form: 'quality-pay', weight: 0.1, indicators: [{ name: 'q', value: 1, threshold: 1 }] },
    ],
  ])('with %s are refused', (_, contract) => {
    expect(issuesOf(contract).map(({ code }) => code)).toEqual(['scenario-bad-value']);
  });
});

function band(fromCents: number) {
  return { fromCents, factor: 0.9 };
}

describe('unknown keys', () => {
  const nearest = (document: object) =>
    parseScenario({ id: 'a', ...document }, 'a').issues.map(({ params }) => params);

  it('name the nearest known key at any depth', () => {
    expect(nearest({ prices: { list: 'b', overides: [] } })).toMatchObject([
      { key: 'overides', where: 'prices', nearest: 'overrides' },
    ]);
    expect(nearest({ prices: { list: 'b', overrides: [{ factor: 1, cluste: '1' }] } })).toMatchObject([
      { key: 'cluste', where: 'prices.overrides[0]', nearest: 'cluster' },
    ]);
    expect(
      nearest({ contracts: [{ payer: '*', form: 'lump-sum', agreedCents: 1, coridorShare: 0.1 }] }),
    ).toMatchObject([{ key: 'coridorShare', where: 'contracts[0]', nearest: 'corridorShare' }]);
    expect(
      nearest({ contracts: [{ payer: '*', form: 'lump-sum', agreedCents: 1, scope: { sit: 'x' } }] }),
    ).toMatchObject([{ key: 'sit', where: 'contracts[0].scope', nearest: 'site' }]);
  });

  it('are found inside indicators and bands too', () => {
    const indicators = [{ name: 'q', value: 1, treshold: 1, threshold: 0, shape: 'step' }];
    expect(
      nearest({ contracts: [{ payer: '*', form: 'quality-pay', weight: 0.1, indicators }] }),
    ).toMatchObject([{ key: 'treshold', where: 'contracts[0].indicators[0]', nearest: 'threshold' }]);
  });

  it('of another form are unknown to this one', () => {
    expect(
      nearest({ contracts: [{ payer: '*', form: 'revenue-cap', agreedCents: 1, corridorShare: 0.1 }] }),
    ).toMatchObject([{ key: 'corridorShare', where: 'contracts[0]' }]);
  });

  it('an unknown form names the forms that are known', () => {
    const [issue] = parseScenario({ id: 'a', contracts: [{ payer: '*', form: 'x' }] }, 'a').issues;
    for (const form of CONTRACT_FORMS) expect(sentence(issue!, 'en')).toContain(form);
  });
});

describe('stacking', () => {
  const base: Scenario = {
    id: 'a',
    typing: 'chosen',
    prices: { list: 'l', overrides: [{ cluster: '1', factor: 1.1 }] },
    contracts: [{ payer: 'VZ1', form: 'revenue-cap', agreedCents: 1 }],
  };
  const over: Scenario = {
    id: 'b',
    typing: 'expected',
    prices: {
      overrides: [
        { cluster: '1', factor: 1.2 },
        { cluster: '2', factor: 2 },
      ],
    },
    contracts: [
      { payer: 'VZ1', form: 'revenue-cap', agreedCents: 2 },
      { payer: 'VZ2', form: 'lump-sum', agreedCents: 3 },
    ],
  };

  it('the later one wins and conflicts are said', () => {
    const { scenario, conflicts } = stackScenarios([base, over]);
    expect(scenario).toMatchObject({
      id: 'a+b',
      typing: 'expected',
      prices: { list: 'l', overrides: [{ factor: 1.1 }, { factor: 1.2 }, { factor: 2 }] },
      contracts: [{ payer: 'VZ1', agreedCents: 2 }, { payer: 'VZ2' }],
    });
    expect(conflicts.map(({ params }) => params)).toEqual([
      { where: 'typing', winner: 'b' },
      { where: 'prices.overrides (cluster 1)', winner: 'b' },
      { where: 'contracts VZ1 revenue-cap', winner: 'b' },
    ]);
  });

  it('of one scenario is that scenario', () => {
    expect(stackScenarios([base])).toEqual({ scenario: base, conflicts: [] });
  });
});

describe('resolving', () => {
  let folder: string;
  const places = () => ({ folder, stores: [join(folder, 'home'), DATA_FOLDER] });
  const write = (path: string, content: object | string) =>
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'scenario-'));
    for (const name of ['home', 'home/prices', 'home/scenarios', 'deep']) mkdirSync(join(folder, name));
    write('home/prices/own.csv', 'cluster,unit,amount\nZT01,day,10\n');
    write('deep/near.csv', 'cluster,unit,amount\nZT01,day,20\n');
    write('home/scenarios/base.json', { id: 'base', prices: { list: 'own' } });
    write('deep/top.json', {
      id: 'top',
      baseline: 'base',
      valuationDate: '2025-12-31',
      prices: { list: './near.csv' },
    });
    write('deep/round.json', { id: 'round', baseline: './round.json', prices: { list: 'own' } });
    write('deep/left.json', { id: 'left', baseline: './right.json', prices: { list: 'own' } });
    write('deep/right.json', { id: 'right', baseline: './left.json', prices: { list: 'own' } });
    write('deep/idle.json', {
      id: 'idle',
      prices: { list: 'own', overrides: [{ cluster: '7', factor: 2 }] },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ids in the home folder, paths from the file that names them', async () => {
    const { value, issues } = await resolveScenario(['deep/top.json'], places());
    expect(issues).toEqual([]);
    expect(value?.scenario.prices.list.rows[0]?.amountCents).toBe(2000);
    expect(value?.scenario.valuationDate).toBe(dayFromIso('2025-12-31'));
    const { baseline } = value!.scenario;
    expect(baseline === 'current' ? undefined : baseline.prices.list.id).toBe('own');
    expect(value?.inputs.map(({ name }) => name)).toEqual(['top.json', 'near.csv', 'base.json', 'own.csv']);
  });

  it('laid over a scenario that is also its baseline: what it changes on top of that', async () => {
    const names = ['base', 'deep/top.json'];
    const { value, issues } = await resolveScenario(names, places());
    expect(issues.map(({ code, params }) => `${code} ${params?.where}`)).toEqual([
      'scenario-conflict prices.list',
    ]);
    expect(value?.scenario.id).toBe('base+top');
    const { baseline } = value!.scenario;
    expect(baseline === 'current' ? baseline : [baseline.id, baseline.baseline]).toEqual(['base', 'current']);
  });

  it('a circle by way of two baselines is still one', async () => {
    const { value, issues } = await resolveScenario(['deep/left.json'], places());
    expect(value).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['scenario-circle']);
  });

  it('ships a scenario that works as it is', async () => {
    const { value, issues } = await resolveScenario(['demo-day-prices'], places());
    expect(issues).toEqual([]);
    expect(value?.scenario.prices.list.rows).toHaveLength(40);
  });

  const refused: readonly [string, string][] = [
    ['deep/round.json', 'scenario-circle'],
    ['deep/idle.json', 'scenario-override-idle'],
    ['nowhere', 'scenario-not-found'],
    ['deep/none.json', 'scenario-not-found'],
  ];
  for (const [name, code] of refused) {
    it(`${name}: ${code}`, async () => {
      const { value, issues } = await resolveScenario([name], places());
      expect(value).toBeUndefined();
      expect(issues.map((issue) => issue.code)).toEqual([code]);
      if (code === 'scenario-not-found') expect(sentence(issues[0]!, 'nl')).toContain('demo-day-prices');
      // The sentence names no folder.
      expect(sentence(issues[0]!, 'nl')).not.toContain(folder);
    });
  }
});
