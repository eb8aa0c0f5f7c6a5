/** Lists in the order that their address asks for, and field words that explain themselves; without a script. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkCsv } from './benchmark-file.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await openApp({ members: 3, episodes: 400 });
  await site.upload(networkCsv({ members: { Noord: 120, Oost: 130, Zuid: 140 } }), 'aaa.csv');
});
afterAll(() => site.close());

const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => wordsOf(row)).slice(1);

describe('cases', () => {
  const cases = async (query: string) => site.text(`/data/demo/cases?${query}`);

  it('go by their row unless asked otherwise, and the header says how they go', async () => {
    expect(rowsOf(await cases(''))[0]).toMatch(/^ 1 /);
    const html = await cases('sort=-row');
    expect(rowsOf(html)[0]).toMatch(/^ 400 /);
    expect(html).toMatch(/aria-sort="descending"/);
    expect(html).toContain('href="/data/demo/cases?sort=row&amp;page=1"');
  });

  it('by certainty, either way over all pages; without an advice last', async () => {
    const shares = async (query: string) => {
      const html = await cases(query);
      return [...html.matchAll(/<td class="number">([\d,]*)<\/td>/g)].map((match) =>
        Number(match[1]!.replace(',', '.')),
      );
    };
    const up = await shares('sort=probability');
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    const down = await shares('sort=-probability');
    expect(down).toEqual(down.toSorted((a, b) => b - a));
    expect(down[0]!).toBeGreaterThan(up[0]!);
    expect(await cases('sort=-probability&page=2')).toContain('sort=-probability&amp;page=1');
  });

  it('keep their order in the filter, and ignore an order that is none', async () => {
    expect(await cases('sort=-advised&only=low')).toContain(
      '<input type="hidden" name="sort" value="-advised"/>',
    );
    expect(rowsOf(await cases('sort=hv01'))[0]).toMatch(/^ 1 /);
  });
});

describe('data sets', () => {
  it('go by name either way', async () => {
    const names = async (sort: string) =>
      [...(await site.text(`/data?sort=${sort}`)).matchAll(/<th scope="row"><a href="[^"]*">([^<]*)</g)].map(
        (match) => match[1],
      );
    expect((await names('name'))[0]).toBe('aaa.csv');
    expect((await names('-name'))[0]).toBe('Voorbeeldnetwerk (synthetisch)');
    expect((await names('-rows'))[0]).toBe('Voorbeeldnetwerk (synthetisch)');
  });
});

describe('field words', () => {
  it.each(['nl', 'en'])('in %s open a pop-over of their own, each id once', async (lang) => {
    const html = await site.text(`/data/demo/benchmark?lang=${lang}`);
    const targets = [...html.matchAll(/popovertarget="([\w-]+)"/g)].map((match) => match[1]!);
    expect(targets.length).toBeGreaterThan(4);
    expect(new Set(targets).size).toBe(targets.length);
    for (const id of targets) expect(html).toContain(`id="${id}" popover="auto"`);
  });
});
