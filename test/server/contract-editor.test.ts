/** The contract editor: every form to fields and back, faults at their field, the address that rebuilds, saving. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { CONTRACT_FIELDS } from '../../server/simulation/contract-fields.ts';
import { readContract, typedFrom, typedOf, typedQuery } from '../../server/simulation/contract-form.ts';
import { CONTRACT_FORMS, type Contract } from '../../src/index.ts';
import { nl } from '../../views/text/nl.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const EXAMPLES: readonly Contract[] = [
  { payer: 'VZ1', form: 'price-times-volume', factor: 0.95 },
  { payer: 'VZ1', form: 'revenue-cap', agreedCents: 123456789, bridgingShare: 0.07, dutyToContinue: true },
  { payer: '*', form: 'dynamic-cap-down', agreedCents: 1e9, meanPerPatientCents: 250000, year: 2025 },
  { payer: 'VZ1', form: 'dynamic-cap-up', agreedCents: 1e9, meanPerPatientCents: 250050 },
  { payer: 'VZ1', form: 'lump-sum', agreedCents: 5, corridorShare: 0.025 },
  { payer: 'VZ1', form: 'guarantee', agreedCents: 1e9, guaranteeShare: 0.97 },
  { payer: 'VZ1', form: 'mean-per-patient', meanPerPatientCents: 1e5, trimCents: [1000, 99000] },
  { payer: 'VZ1', form: 'mean-per-patient', meanPerPatientCents: 1e5, trimCents: [99000] },
  { payer: 'VZ1', form: 'stay-limit', agreedDays: 8000, meanDayPriceCents: 49000, scope: { site: 'Noord' } },
  {
    payer: 'VZ1',
    form: 'quality-pay',
    weight: 0.05,
    indicators: [
      { name: 'ROM', value: 0.46, threshold: 0.4, target: 0.6, shape: 'linear' },
      { name: 'Wacht', value: 12.5, threshold: 14, weight: 2, shape: 'step' },
    ],
  },
  {
    payer: 'VZ1',
    form: 'shared-savings',
    benchmarkCents: 2.4e9,
    sharingRate: 0.5,
    minimumSavingsRate: 0.02,
    savingsCap: 0.1,
    quality: 0.8,
    qualityGate: 0.7,
    lossRate: 0,
    lossCap: 0.04,
  },
  {
    payer: 'VZ1',
    form: 'bundle',
    baseCents: 300000,
    trend: 1.02,
    caseMix: 0.98,
    discount: 0.03,
    stopShare: 0.2,
  },
  {
    payer: 'VZ1',
    form: 'volume-discount',
    mode: 'retroactive',
    bands: [
      { fromCents: 1e8, factor: 0.98 },
      { fromCents: 2e8, factor: 0.95 },
    ],
  },
  {
    payer: 'VZ1',
    form: 'risk-corridor',
    targetCents: 1e9,
    bands: [{ upTo: 0.03, share: 0 }, { upTo: 0.08, share: 0.5 }, { share: 0.8 }],
  },
  { payer: 'VZ1', form: 'transition', oldBudgetCents: 1.88e9, share: 0.7, scope: { setting: 'klinisch' } },
  { payer: 'VZ1', form: 'macro-clawback', frameCents: 5e11, sectorRevenueCents: 5.1e11 },
];

test('every form of the library has its fields and its words', () => {
  expect(Object.keys(CONTRACT_FIELDS).sort()).toEqual([...CONTRACT_FORMS].sort());
  expect(Object.keys(nl.contracts.forms).sort()).toEqual([...CONTRACT_FORMS].sort());
  expect(new Set(EXAMPLES.map(({ form }) => form)).size).toBe(CONTRACT_FORMS.length);
});

describe.each(['nl', 'en'] as const)('to fields, into the address and back, %s', (lang) => {
  test.each(EXAMPLES)('$form', (contract) => {
    const query = typedQuery(typedOf(contract, lang));
    const { contract: back, faults } = readContract(
      typedFrom(new URLSearchParams(query.toString()))!,
      lang,
      nl.contracts,
    );
    expect(faults).toEqual([]);
    expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(contract)));
  });
});

describe('faults stand at their field', () => {
  const cases: readonly [string, string, string, RegExp][] = [
    ['a missing amount', 'k.form=revenue-cap&k.payer=VZ1', 'agreedCents', /Afgesproken bedrag/],
    ['no payer', 'k.form=revenue-cap&k.agreedCents=5', 'payer', /Verzekeraar/],
    ['no amount', 'k.form=revenue-cap&k.payer=V&k.agreedCents=elf', 'agreedCents', /Afgesproken bedrag/],
    ['a share above 1', 'k.form=transition&k.payer=V&k.oldBudgetCents=5&k.share=140', 'share', /Deel van/],
    ['a year', 'k.form=lump-sum&k.payer=V&k.agreedCents=5&k.year=25', 'year', /Jaar/],
    ['no bands', 'k.form=volume-discount&k.payer=V', 'bands', /Schijven/],
    [
      'a band without factor',
      'k.form=volume-discount&k.payer=V&k.bands.0.fromCents=5',
      'bands.0.factor',
      /Factor op de prijzen \(1\)/,
    ],
    [
      'cut-offs the wrong way round',
      'k.form=mean-per-patient&k.payer=V&k.meanPerPatientCents=5&k.trimLow=9&k.trimHigh=2',
      'trimHigh',
      /Hoogste omzet/,
    ],
  ];
  test.each(cases)('%s', (_, query, field, sentence) => {
    const { contract, faults } = readContract(typedFrom(new URLSearchParams(query))!, 'nl', nl.contracts);
    expect(contract).toBeUndefined();
    expect(faults.find((fault) => fault.field === field)?.message).toMatch(sentence);
  });
});

describe('the page', () => {
  let app: TestApp;
  const PATH = '/data/demo/simulation/contract';
  const PART = { 'hx-request': 'true', 'hx-request-type': 'partial' };
  beforeAll(async () => {
    app = await openApp({ members: 3, episodes: 900 });
  });
  afterAll(() => app.close());

  const cap = 'scenario=demo-day-prices&contract=0&k.form=revenue-cap&k.payer=VZ2&k.agreedCents=100.000';

  test('opens with the contract of the scenario, and says what it does', async () => {
    const html = await app.text(PATH);
    expect(html).toMatch(/name="k.agreedCents"[^>]*value="11\.900\.000"/);
    expect(html).toContain('id="figure-contract-curve"');
    const words = wordsOf(html);
    expect(words).toContain('niets: de productie bepaalt de betaling');
    expect(words).toContain('Productie per maand');
  });

  test('other terms: what is paid, what binds, and when it was used up', async () => {
    const words = wordsOf(await app.text(`${PATH}?${cap}`));
    expect(words).toContain('de afspraak zelf (omzetplafond)');
    expect(words).toContain('Betaald na alle contracten € 100.000');
    expect(words).toMatch(/Afgesproken bedrag bereikt op \d+ \p{L}+ 20\d\d/u);
    expect(words).toContain('Eén euro productie meer brengt op 0,00 euro');
  });

  test('a changed term is reckoned from what was prepared before, to the same figures', async () => {
    const keys: string[] = [];
    const { simulator } = app.services;
    const watched = createApp({
      ...app.services,
      simulator: {
        ...simulator,
        run: (loaded, request) => {
          keys.push(request.key);
          return simulator.run(loaded, request);
        },
      },
    });
    const figures = async (on: Hono, agreed: string): Promise<string> => {
      const query = `${cap.replace('100.000', agreed)}&shownForm=revenue-cap`;
      const html = await (await on.request(`${ORIGIN}${PATH}?${query}`, { headers: PART })).text();
      return wordsOf(html);
    };
    await figures(watched, '7.000');
    const changed = await figures(watched, '2.000.000');
    expect(new Set(keys).size).toBe(1);
    // Prepared under these terms from the start.
    expect(await figures(createApp(app.services), '2.000.000')).toBe(changed);
  });

  test('the part replaces the address with what is typed; another form is another page', async () => {
    const part = await app.get(`${PATH}?${cap}&shownForm=revenue-cap`, PART);
    expect(part.headers.get('hx-replace-url')).toBe(`${PATH}?${cap.replace('100.000', '100.000')}`);
    expect(await part.text()).toMatch(/^<div id="contract-result">/);
    const other = await app.get(`${PATH}?${cap}&shownForm=lump-sum`, PART);
    expect(other.headers.get('hx-redirect')).toContain('k.form=revenue-cap');
    expect((await app.get(`${PATH}?${cap}&shownForm=revenue-cap`)).status).toBe(303);
  });

  test('an incomplete contract has no result and cannot be saved', async () => {
    const html = await app.text(`${PATH}?contract=new&k.form=revenue-cap&k.payer=VZ1`);
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toContain('id="adjustment"');
    expect(html).not.toContain('Contract bewaren');
  });

  test.each(EXAMPLES)('$form is reckoned, or says what the file lacks', async (contract) => {
    const query = typedQuery({ ...typedOf(contract, 'nl'), payer: 'VZ1', setting: '', site: '', year: '' });
    const words = wordsOf(await app.text(`${PATH}?contract=new&${query}`));
    expect(words).toContain('Wat dit contract doet');
  });

  test('the curve is a file too', async () => {
    const csv = await app.text(`${PATH}/contract-curve.csv?${cap}`);
    expect(csv.split('\n').length).toBeGreaterThan(3);
    expect((await app.get(`${PATH}/nothing.csv?${cap}`)).status).toBe(404);
  });

  test('saved into a new scenario, changed there, and left out again', async () => {
    const send = async (path: string, fields: Record<string, string>) =>
      await app.app.request(`${ORIGIN}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
        body: new URLSearchParams(fields).toString(),
      });
    const contractsOf = async () =>
      (
        JSON.parse(await readFile(join(app.folder, 'scenarios', 'met-plafond.json'), 'utf8')) as {
          contracts: unknown;
        }
      ).contracts;
    const saved = await send(`${PATH}?${cap}`, { how: 'new', title: 'Met plafond', do: 'save' });
    expect(saved.headers.get('location')).toBe('/data/demo/simulation?scenario=met-plafond&saved=1');
    expect(await contractsOf()).toEqual([{ payer: 'VZ2', form: 'revenue-cap', agreedCents: 10_000_000 }]);
    const seen = async () =>
      /name="seen" value="([0-9a-f]+)"/.exec(await app.text('/scenarios/met-plafond'))![1]!;
    const added = 'scenario=met-plafond&contract=new&k.form=lump-sum&k.payer=VZ1&k.agreedCents=5';
    await send(`${PATH}?${added}`, { how: 'over', seen: await seen(), do: 'save' });
    expect(await contractsOf()).toHaveLength(2);
    await send(`${PATH}?scenario=met-plafond&contract=0`, { how: 'over', seen: await seen(), do: 'remove' });
    expect(await contractsOf()).toEqual([{ payer: 'VZ1', form: 'lump-sum', agreedCents: 500 }]);
    const late = await send(`${PATH}?scenario=met-plafond&contract=0`, {
      how: 'over',
      seen: 'x',
      do: 'remove',
    });
    expect(late.status).toBe(400);
  });
});
