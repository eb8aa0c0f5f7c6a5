/** What is assumed of people: typed, reckoned, said as an assumption, kept in the scenario, and nothing lost on the way. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBehaviour, typedBehaviour } from '../../server/simulation/behaviour-form.ts';
import { readYears, typedYears, yearsFrom, yearsQuery } from '../../server/simulation/years-form.ts';
import { type Behaviour, parseScenario } from '../../src/index.ts';
import { textOf } from '../../views/view.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

const DUTCH = { lang: 'nl', t: textOf('nl') } as const;
const YEARS = '/data/demo/simulation/years';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 3, episodes: 900 });
});
afterAll(() => app.close());

test('fields and back: nothing is lost, answers of single clusters neither', () => {
  const behaviour: Behaviour = {
    retype: { share: 0.25, margin: 0.1 },
    volumeResponse: [{ elasticity: -0.25 }, { cluster: 'ZT03', elasticity: 0.5 }],
  };
  for (const lang of ['nl', 'en'] as const) {
    const read = readBehaviour(typedBehaviour(behaviour, lang), behaviour, { lang, t: textOf(lang) });
    expect(read).toEqual({ behaviour, faults: [] });
  }
  expect(readBehaviour(typedBehaviour(undefined, 'nl'), undefined, DUTCH)).toEqual({ faults: [] });
  expect(readBehaviour({ share: '25', margin: '', elasticity: '' }, undefined, DUTCH).faults).toEqual([
    '‘Bijna even waarschijnlijk is hooguit (%-punten verschil)’ ontbreekt.',
  ]);
});

test('years with more shifts than a blank form shows keep them all', () => {
  const mixShift = Array.from({ length: 5 }, (_, at) => ({
    from: 'ZT01',
    to: 'ZT02',
    share: (at + 1) / 100,
  }));
  const { value } = parseScenario({ id: 'x', years: { count: 3, mixShift } }, 'x');
  const sent = new URLSearchParams(yearsQuery(typedYears(value!.years, 'nl')));
  expect(readYears(yearsFrom(sent)!, value!.years, DUTCH).years?.mixShift).toEqual(mixShift);
});

test('the page says what is assumed, and keeps it', async () => {
  const query = 'y.count=2&b.share=50&b.margin=20&b.elasticity=0,2';
  const words = wordsOf(await app.text(`${YEARS}?${query}`));
  expect(words).toMatch(/50(,0)?% van de [\d.,]+ grensgevallen/);
  expect(wordsOf(await app.text(`${YEARS}?y.count=2`))).not.toContain('grensgevallen krijgt');
  const half = await app.text(`${YEARS}?y.count=2&b.share=50`);
  expect(wordsOf(half)).toContain('Dit is nog niet te berekenen');
  const saved = await app.app.request(`${ORIGIN}${YEARS}?${query}`, {
    method: 'POST',
    body: new URLSearchParams({ title: 'Met gedrag' }),
    headers: { origin: ORIGIN },
  });
  expect(saved.headers.get('location')).toContain('met-gedrag');
  const file = JSON.parse(await readFile(join(app.folder, 'scenarios', 'met-gedrag.json'), 'utf8'));
  expect(file.behaviour).toEqual({
    retype: { share: 0.5, margin: 0.2 },
    volumeResponse: [{ elasticity: 0.2 }],
  });
});

const FACTORS = '/data/demo/simulation/factors';
const LINES = [
  'f.sent=1&f.index.0.from=2025-01-01&f.index.0.change=3',
  'f.volume.0.cluster=ZT03&f.volume.0.change=-10&f.volume.1.payer=XX&f.volume.1.change=5',
  'f.override.0.cluster=ZT01&f.override.0.unit=day&f.override.0.amount=1.234,50',
  'f.override.1.payer=VZ1&f.override.1.until=2025-06-30&f.override.1.change=-2,5',
].join('&');

test('index, volume and departing prices have fields, are reckoned with and kept as a file has them', async () => {
  const html = await app.text(`${FACTORS}?scenario=demo-day-prices&${LINES}`);
  expect(wordsOf(html)).toContain('Volume, regel 2 raakt geen enkel betaald zorgtraject');
  expect(html).toContain(
    'name="f.override.1.change" aria-label="Afwijkende prijs, regel 2: Verandering (%)"',
  );
  const post = async (query: string, fields: Record<string, string>) =>
    app.app.request(`${ORIGIN}${FACTORS}?${query}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: ORIGIN },
    });
  const saved = await post(`scenario=demo-day-prices&${LINES}`, { title: 'Met index' });
  expect(saved.headers.get('location')).toContain('scenario=met-index&saved=1');
  const fileOf = async () => readFile(join(app.folder, 'scenarios', 'met-index.json'), 'utf8');
  const file = JSON.parse(await fileOf());
  expect([file.index, file.volume]).toEqual([
    [{ from: '2025-01-01', factor: 1.03 }],
    [
      { cluster: 'ZT03', factor: 0.9 },
      { payer: 'XX', factor: 1.05 },
    ],
  ]);
  expect(file.prices.overrides).toEqual([
    { cluster: 'ZT01', unit: 'day', amountCents: 123_450 },
    { payer: 'VZ1', until: '2025-06-30', factor: 0.975 },
  ]);
  // Opened again it stands as it was typed, and kept again nothing changes; a block that is emptied is gone.
  const again = await app.text(`${FACTORS}?scenario=met-index`);
  for (const value of ['2025-01-01', '-10', '1.234,50', '-2,5']) expect(again).toContain(`value="${value}"`);
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(again)![1]!;
  const before = await fileOf();
  await post('scenario=met-index', { how: 'over', seen, title: '' });
  expect(JSON.parse(await fileOf())).toEqual(JSON.parse(before));
  const now = /name="seen" value="([0-9a-f]+)"/.exec(await app.text(`${FACTORS}?scenario=met-index`))![1]!;
  await post('scenario=met-index&f.sent=1', { how: 'over', seen: now, title: '' });
  expect(Object.keys(JSON.parse(await fileOf()))).not.toContain('index');
  expect(JSON.parse(await fileOf()).prices).not.toHaveProperty('overrides');
});

test('what cannot be read is said by the names of the fields, in both languages', async () => {
  const wrong = [
    'f.sent=1&f.index.0.change=abc&f.volume.0.change=-200&f.override.0.cluster=ZT01',
    'f.override.1.amount=-5',
  ].join('&');
  const dutch = wordsOf(await app.text(`${FACTORS}?${wrong}`));
  for (const sentence of [
    '‘Index, regel 1: Vanaf’ ontbreekt.',
    'Wat bij ‘Index, regel 1: Verandering (%)’ staat, kan niet. Vul een percentage in',
    'Wat bij ‘Volume, regel 1: Verandering (%)’ staat, kan niet.',
    'Wat bij ‘Afwijkende prijs, regel 2: Prijs (€)’ staat, kan niet. Vul een bedrag in',
  ]) {
    expect(dutch).toContain(sentence);
  }
  expect(dutch).not.toMatch(/overrides|amountCents|\[0\]/);
  expect(wordsOf(await app.text(`${FACTORS}?lang=en&${wrong}`))).toContain(
    '‘Index, line 1: From’ is missing.',
  );
  const choice = 'f.sent=1&f.override.0.cluster=ZT01';
  expect(wordsOf(await app.text(`${FACTORS}?${choice}`))).toContain('Afwijkende prijs, regel 1');
});
