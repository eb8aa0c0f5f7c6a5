/** The clusters page: agreement with its interval, pairs and months; fit with a minimum; robustness on demand. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 3, episodes: 900 });
});
afterAll(() => app.close());

describe('the clusters page', () => {
  it('sets advice against choice: kappa with its interval, a square, and months', async () => {
    const html = await app.text('/data/demo/clusters');
    const page = wordsOf(html);
    expect(page).toMatch(/kappa 0,\d\d \(0,\d\d – 0,\d\d\)/);
    expect(page).toContain('Advies tegenover keuze');
    expect(page).toContain('Advies ↓ keuze →');
    expect(html).toMatch(/title="\d+,\d% van advies ZT01 kreeg keuze ZT01"/);
    expect(page).toContain('Verloop per maand');
    expect(page).toMatch(/(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep)\w*\.? 2024/);
    expect(page).toContain('minder dan 30 trajecten');
  });

  it('gives no interval to a small group, and lists it last', async () => {
    const page = wordsOf(await app.text('/data/demo/clusters?by=diagnosis'));
    const table = page.slice(page.lastIndexOf('95%-interval (%)'));
    const few = table.indexOf('minder dan 10');
    expect(few).toBeGreaterThan(0);
    // Behind the first small group no interval follows before the next part of the page.
    const rest = table.slice(few, table.indexOf('Hoe stevig zijn de adviezen?'));
    expect(rest).not.toMatch(/\d+,\d – \d+,\d/);
  });

  it('calculates robustness only when asked, and then the same every time', async () => {
    const plain = wordsOf(await app.text('/data/demo/clusters'));
    expect(plain).toContain('Hoe stevig zijn de adviezen?');
    expect(plain).not.toContain('Robuustheid per vraag');
    const asked = wordsOf(await app.text('/data/demo/clusters?robustness=1'));
    expect(asked).toMatch(/dan slaat \d+,\d% \(\d+,\d% – \d+,\d%\) van de adviezen om/);
    expect(asked).toContain('12 Problemen met beroepsmatige en vrijetijdsbezigheden');
    expect(wordsOf(await app.text('/data/demo/clusters?robustness=1'))).toBe(asked);
    expect(wordsOf(await app.text('/data/demo/clusters?robustness=1&lang=en'))).toContain(
      'How firm is the advice?',
    );
  });
});

describe('one case explained', () => {
  it('lists what each rating adds to each cluster, and where a red rule stands', async () => {
    const page = wordsOf(await app.text('/data/demo/cases/5'));
    expect(page).toContain('Wat elke score aan elk cluster toevoegt');
    expect(page).toMatch(/Constante −?\d/);
    expect(page).toMatch(/sluit ZT\d\d uit|Geen enkele rode regel/);
  });
});
