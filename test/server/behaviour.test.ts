/** What is assumed of people: typed, reckoned, said as an assumption, kept in the scenario, and nothing lost on the way. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBehaviour, typedBehaviour } from '../../server/simulation/behaviour-form.ts';
import { readYears, typedYears, yearsFrom, yearsQuery } from '../../server/simulation/years-form.ts';
import { type Behaviour, parseScenario } from '../../src/index.ts';
import { ORIGIN, openApp, type TestApp, wordsOf } from './open-app.ts';

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
    const read = readBehaviour(typedBehaviour(behaviour, lang), behaviour, lang);
    expect(read).toEqual({ behaviour, faults: [] });
  }
  expect(readBehaviour(typedBehaviour(undefined, 'nl'), undefined, 'nl')).toEqual({ faults: [] });
  expect(readBehaviour({ share: '25', margin: '', elasticity: '' }, undefined, 'nl').faults).toHaveLength(1);
});

test('years with more shifts than a blank form shows keep them all', () => {
  const mixShift = Array.from({ length: 5 }, (_, at) => ({
    from: 'ZT01',
    to: 'ZT02',
    share: (at + 1) / 100,
  }));
  const { value } = parseScenario({ id: 'x', years: { count: 3, mixShift } }, 'x');
  const sent = new URLSearchParams(yearsQuery(typedYears(value!.years, 'nl')));
  expect(readYears(yearsFrom(sent)!, value!.years, 'nl').years?.mixShift).toEqual(mixShift);
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
