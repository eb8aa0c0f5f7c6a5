/** Every page in both languages: the words are there, complete, and the language is remembered. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../views/text/en.ts';
import { nl } from '../../views/text/nl.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 4, episodes: 1200 });
});
afterAll(() => app.close());

/** Keys with their placeholders, from both languages alike. */
function shape(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key} ${[...value.matchAll(/\{\w+\}/g)].map(String).sort().join('')}`]
      : shape(value as object, `${path}${key}.`),
  );
}

describe('words', () => {
  test('both languages have the same keys with the same places to fill', () => {
    expect(shape(en).sort()).toEqual(shape(nl).sort());
    expect(shape(nl).length).toBeGreaterThan(150);
  });

  test('none is empty', () => {
    const values = JSON.stringify([nl, en]);
    expect(values).not.toMatch(/:""/);
  });
});

const PAGES: readonly { path: string; nl: string; en: string }[] = [
  { path: '/', nl: 'Waar landen onze patiënten?', en: 'Where do our patients land?' },
  { path: '/data', nl: 'Eigen bestand laden', en: 'Load your own file' },
  { path: '/data/demo', nl: 'Alle 1.200 rijen zijn bruikbaar', en: 'All 1,200 rows can be used' },
  { path: '/data/demo/clusters', nl: 'Waar past het niet?', en: 'Where does it not fit?' },
  { path: '/data/demo/cases', nl: '1.200 van de 1.200', en: '1,200 of the 1,200' },
  { path: '/data/demo/cases/5', nl: 'Rij 5 uitgelegd', en: 'Row 5 explained' },
  { path: '/data/demo/simulation', nl: 'Omzet', en: 'Revenue' },
  { path: '/data/demo/benchmark', nl: nl.benchmark.lead, en: en.benchmark.lead },
  { path: '/method', nl: 'Rode regels sluiten clusters uit', en: 'Red rules exclude clusters' },
  { path: '/nope', nl: 'Deze pagina is er niet', en: 'This page is not there' },
];

/** ISO days and hyphens for a minus in what a reader sees; the code of an unknown rating is typed that way. */
function machineTexts(html: string): string[] {
  const words = wordsOf(html.replace(/<code[\s\S]*?<\/code>/g, ''))
    .replace('9 of -1', '')
    .replace('9 or -1', '');
  return words.match(/\d{4}-\d{2}-\d{2}|(?<=[\s(])-[€\d]\S*/g) ?? [];
}

test.each([
  '/data/demo/simulation/patient?row=5',
  '/data/demo/simulation/detail',
  '/data/demo/simulation/contract',
  '/data/demo/simulation/years',
  '/data/demo/benchmark/own?own=instelling-01',
])('%s writes days in words and a real minus', async (path) => {
  expect(machineTexts(await app.text(path))).toEqual([]);
});

describe.each(PAGES)('$path', (page) => {
  test('says it in Dutch by default and in English when asked', async () => {
    const dutch = await app.get(page.path);
    const english = await app.get(`${page.path}?lang=en`);
    const [dutchHtml, englishHtml] = [await dutch.text(), await english.text()];
    expect(wordsOf(dutchHtml)).toContain(page.nl);
    expect(wordsOf(englishHtml)).toContain(page.en);
    expect(dutchHtml).toContain('<html lang="nl">');
    expect(englishHtml).toContain('<html lang="en">');
    expect(english.headers.get('set-cookie')).toMatch(/^lang=en;.*HttpOnly/i);
  });

  test('holds no gap: no undefined, NaN, [object or unfilled place', async () => {
    for (const lang of ['nl', 'en']) {
      const words = wordsOf(await (await app.get(`${page.path}?lang=${lang}`)).text());
      expect(words).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    }
  });

  test('writes days in words and a real minus', async () => {
    for (const lang of ['nl', 'en']) {
      expect(machineTexts(await (await app.get(`${page.path}?lang=${lang}`)).text())).toEqual([]);
    }
  });

  test('has one main heading, a title, and a way to the content', async () => {
    const html = await (await app.get(page.path)).text();
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+ · zorgcluster<\/title>/);
    expect(html).toContain('href="#content"');
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

test('the example network is named in the language of the page', async () => {
  for (const path of ['/', '/data', '/data/demo', '/data/demo/clusters', '/data/demo/simulation']) {
    const english = await app.text(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect(english, path).toContain('Example network (synthetic)');
    expect(english, path).not.toContain('Voorbeeldnetwerk');
  }
});

test('the language is kept, and the address can overrule it', async () => {
  const kept = await (await app.get('/data', { cookie: 'lang=en' })).text();
  expect(kept).toContain('<html lang="en">');
  expect(await (await app.get('/data?lang=nl', { cookie: 'lang=en' })).text()).toContain('<html lang="nl">');
  expect(await (await app.get('/data', { cookie: 'lang=xx' })).text()).toContain('<html lang="nl">');
});

test('the same address gives the same page again', async () => {
  for (const { path } of PAGES) {
    const first = await (await app.get(path)).text();
    expect(await (await app.get(path)).text(), path).toBe(first);
  }
});

test('made-up data and the illustrative rule set are stamped, with the way to load the official one', async () => {
  for (const path of ['/data/demo/clusters', '/data/demo/simulation', '/data/demo/benchmark']) {
    const words = wordsOf(await app.text(path));
    expect(words, path).toContain('verzonnen gegevens');
    expect(words, path).toMatch(/synthetisch/);
  }
  const words = wordsOf(await app.text('/data/demo/clusters'));
  expect(words).toContain('is niet de officiële. ');
  expect(words).toContain('De officiële tabellen laadt u onder Verantwoording');
  expect(words).not.toContain('rules import');
});

test('every number on the overview has its interval, or says how many depart from the mean', async () => {
  const words = wordsOf(await app.text('/'));
  expect(words).toMatch(/meest geadviseerde cluster; 95%-interval van \d+,\d% tot \d+,\d%/);
  expect(words).toMatch(/Uitkomst: \d+ van \d+ wijken met hun 95%-interval/);
});

test('an empty store says what to do', async () => {
  const empty = await openApp();
  for (const path of ['/', '/clusters', '/simulation', '/benchmark']) {
    const words = wordsOf(await empty.text(path));
    expect(words, path).toContain('Nog geen gegevens');
    expect(words, path).toContain('Eigen bestand laden');
  }
  await empty.close();
});

test('the short addresses lead to the data set in view', async () => {
  for (const place of ['clusters', 'simulation', 'benchmark']) {
    const response = await app.get(`/${place}`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`/data/demo/${place}`);
  }
});
