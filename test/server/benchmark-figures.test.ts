/** What the benchmark shows beyond the first comparison: further figures, sensitivity, and the thread of large data sets. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkCsv } from './benchmark-file.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

const NETWORK = { Zwaluwhof: 331, Lindenborg: 523, Meerzicht: 449, Duinrand: 611 };
const OWN = 'Meerzicht';

let site: TestApp;
let threaded: TestApp;

async function load(app: TestApp): Promise<string> {
  await app.upload(networkCsv({ members: NETWORK }), 'netwerk.csv');
  return `/data/${app.services.dataSets()[0]!.id}/benchmark`;
}

let base: string;
let inThread: string;
beforeAll(async () => {
  [site, threaded] = await Promise.all([openApp(), openApp(null, { atOnce: 0 })]);
  [base, inThread] = await Promise.all([load(site), load(threaded)]);
});
afterAll(() => Promise.all([site.close(), threaded.close()]));

describe('the report for a board', () => {
  it('holds the figures, tables and stamps of the page, and nobody’s name but one’s own', async () => {
    const html = await site.text(`${base}/benchmark.html?own=${OWN}`);
    const words = wordsOf(html);
    for (const part of [
      'Vergelijking van instellingen',
      OWN,
      'peer-01',
      'ligt binnen de grenzen',
      'Gecorrigeerd voor',
    ]) {
      expect(words).toContain(part);
    }
    expect(html.match(/<svg/g)!.length).toBeGreaterThan(5);
    for (const name of ['Zwaluwhof', 'Lindenborg', 'Duinrand']) expect(html).not.toContain(name);
    expect(words).not.toMatch(/\b(331|523|611)\b/);
    const book = await site.get(`${base}/benchmark.xlsx?own=${OWN}`);
    expect(book.headers.get('content-disposition')).toContain('benchmark.xlsx');
    expect(
      Buffer.from(await book.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});

describe('further figures', () => {
  it('stand with what they mean and what not', async () => {
    const html = await site.text(`${base}?own=${OWN}&r=0.88`);
    for (const id of [
      'funnel',
      'case-mix-outcome',
      'case-mix-duration',
      'classes-member',
      'over-time-outcome',
    ]) {
      expect(html).toContain(`id="figure-${id}"`);
    }
    expect(wordsOf(html).match(/Wat betekent dit\?/g)!.length).toBeGreaterThan(6);
    expect(wordsOf(html)).toContain('De trechter is niet gecorrigeerd voor casemix');
  });

  it('need the reliability of the instrument for classes, and an institution of one’s own for its course', async () => {
    const html = await site.text(base);
    expect(html).toContain('id="figure-funnel"');
    expect(html).not.toContain('id="figure-classes');
    expect(html).not.toContain('id="figure-over-time-outcome"');
    // With a comma, as people write it; nonsense is no reliability.
    const written = await site.get(`${base}?r=0,88`);
    expect(written.headers.get('location')).toBe(`${base}?r=0.88`);
    expect((await site.get(`${base}?r=88`)).headers.get('location')).toBe(base);
  });

  it.each(['funnel', 'case-mix-outcome', 'classes-member', 'over-time-outcome'])(
    '%s: no name and no exact number of a peer, in the drawing and in its numbers',
    async (id) => {
      for (const extension of ['svg', 'csv']) {
        const file = await site.text(`${base}/${id}.${extension}?own=${OWN}&r=0.88`);
        for (const name of ['Zwaluwhof', 'Lindenborg', 'Duinrand']) expect(file).not.toContain(name);
        if (extension === 'csv') expect(file).not.toMatch(/\b(331|523|611)\b/);
      }
    },
  );
});

describe('sensitivity', () => {
  it('says per finding whether it stays, in both languages', async () => {
    const words = wordsOf(await site.text(`${base}/sensitivity?own=${OWN}`));
    expect(words).toContain('Houden de bevindingen stand?');
    for (const part of ['zonder casemix', 'zonder leeftijd', 'andere schatting', 'peer-01', OWN]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('Zwaluwhof');
    expect(wordsOf(await site.text(`${base}/sensitivity?lang=en`))).toContain('Do the findings hold?');
    await site.text(`${base}?lang=nl`);
  });
});

describe('a large data set', () => {
  it('is compared in a thread, with the same page as the outcome', async () => {
    // A page that waits says so; it asks again until the answer is there.
    let html = await threaded.text(`${inThread}?own=${OWN}&r=0.88`);
    for (let again = 0; again < 20 && html.includes('De vergelijking wordt berekend'); again += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      html = await threaded.text(`${inThread}?own=${OWN}&r=0.88`);
    }
    expect(html).toContain('id="figure-outcome-duration"');
    const own = (of: string) => /<tr class="own">.*?<\/tr>/.exec(of)![0];
    expect(own(html)).toBe(own(await site.text(`${base}?own=${OWN}&r=0.88`)));
    expect(await threaded.text(`${inThread}/funnel.svg`)).toContain('<svg');
  });
});
