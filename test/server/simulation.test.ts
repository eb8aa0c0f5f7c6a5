/** Simulation: what is typed, what stands in the address, and what the part that is swapped says. */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAmount } from '../../server/parse-amount.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp({ members: 3, episodes: 900 });
});
afterAll(() => app.close());

const PATH = '/data/demo/simulation';
/** The scenario at hand is always named. */
const PLAIN = `${PATH}?scenario=demo-day-prices`;
const PART = { 'hx-request': 'true', 'hx-request-type': 'partial' };
const shown = (query: string) => `${PATH}?shown=demo-day-prices&scenario=demo-day-prices&${query}`;

function difference(html: string): string {
  return /id="difference">([^<]+)</.exec(html)![1]!;
}

describe('amounts as typed', () => {
  const cases: readonly [typed: string, nl: number | undefined, en: number | undefined][] = [
    ['12', 1200, 1200],
    ['12,5', 1250, 1250],
    ['12.5', 1250, 1250],
    ['1.234', 123400, 123.4],
    ['1,234', 123.4, 123400],
    ['1.234,56', 123456, 123456],
    ['1,234.56', 123456, 123456],
    ['€ 1.234.567,8', 123456780, 123456780],
    ['0', 0, 0],
    ['0,125', 12.5, 12.5],
    ['12,', 1200, 1200],
    ['', undefined, undefined],
    ['-5', undefined, undefined],
    ['elf', undefined, undefined],
    ['1e5', undefined, undefined],
    ['1,2,3', undefined, undefined],
    ['Infinity', undefined, undefined],
  ];
  test.each(cases)('%s', (typed, nl, en) => {
    expect(parseAmount(typed, 'nl')).toBe(nl);
    expect(parseAmount(typed, 'en')).toBe(en);
  });
});

describe('the address', () => {
  test('a form sent leads to an address with only what differs', async () => {
    const response = await app.get(shown('typing=expected&by=member&target=population&p0=123,45'));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(
      /^\/data\/demo\/simulation\?scenario=demo-day-prices&list=[0-9a-f]{8}&c0=12345$/,
    );
  });

  test('the listed price, typed again, is no difference', async () => {
    const html = await app.text(PATH);
    const fields = [...html.matchAll(/name="(p\d+)" value="([^"]*)"/g)];
    expect(fields.length).toBeGreaterThan(20);
    const query = fields.map(([, name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&');
    expect((await app.get(shown(query))).headers.get('location')).toBe(PLAIN);
  });

  test('rebuilds the result: part, redirected page and reload say the same', async () => {
    const part = await app.get(shown('p0=500'), PART);
    const address = part.headers.get('hx-replace-url')!;
    const page = await app.text(address);
    expect(difference(page)).toBe(difference(await part.text()));
    expect(page).toMatch(/name="p0" value="500"/);
    expect(difference(page)).not.toBe(difference(await app.text(PATH)));
  });

  test('a part is drawn for the screen that asks for it, a page for any', async () => {
    const drawn = async (headers: Record<string, string>) => {
      const html = await (await app.get(shown('p0=501'), { ...PART, ...headers })).text();
      return { widths: [...html.matchAll(/<svg[^>]* viewBox="0 0 (\d+)/g)].map(([, width]) => width), html };
    };
    const any = await drawn({});
    const wide = await drawn({ 'x-layout': 'wide' });
    const narrow = await drawn({ 'x-layout': 'narrow' });
    expect(any.widths).toEqual(wide.widths.flatMap((width, at) => [width, narrow.widths[at]]));
    expect(new Set([...wide.widths, 'x', ...narrow.widths])).toEqual(new Set(['720', 'x', '340']));
    expect(difference(narrow.html)).toBe(difference(any.html));
    expect((await drawn({ 'x-layout': 'huge' })).widths).toEqual(any.widths);
  });

  test.each([
    'c0=abc',
    'c0=NaN',
    'c0=1e99',
    'c9999=5',
    'typing=none',
    'by=patient',
    'target=x',
    'scenario=../../x',
  ])('%s is left aside', async (query) => {
    expect(difference(await app.text(`${PATH}?${query}`))).toBe(difference(await app.text(PATH)));
  });

  test('prices of a list that has changed since are left out, and that is said', async () => {
    const page = await app.text(`${PATH}?list=00000000&c0=99999`);
    expect(wordsOf(page)).toContain('veranderd sinds dit adres werd gemaakt');
    expect(difference(page)).toBe(difference(await app.text(PATH)));
  });

  test('a scenario that is not there is not quietly another one', async () => {
    expect(wordsOf(await app.text(`${PATH}?scenario=weg`, 404))).toContain('Het adres noemt scenario weg');
  });

  test('prices of another scenario are not carried over', async () => {
    const response = await app.get(`${PATH}?shown=other&p0=5`);
    expect(response.headers.get('location')).toBe(PLAIN);
  });
});

describe('the part that follows', () => {
  test('is a part: no document around it', async () => {
    const html = await (await app.get(shown('p0=7'), PART)).text();
    expect(html).toMatch(/^<div id="result">/);
    expect(html).not.toContain('<html');
  });

  test('says what could not be read, and keeps the listed price there', async () => {
    const html = await (await app.get(shown('p0=elf'), PART)).text();
    expect(wordsOf(html)).toContain('Niet als bedrag gelezen: ZT01, per dag');
    expect(difference(html)).toBe(difference(await app.text(PATH)));
    const page = await app.text(shown('p0=elf'));
    expect(page).toMatch(/name="p0" value="elf"[^>]*aria-invalid="true"/);
  });

  test('a higher price never lowers the total, and the sign is a word too', async () => {
    const html = await app.text(`${PATH}?typing=chosen&c0=99999900`);
    expect(wordsOf(html)).toContain('Omzet stijgt met');
    expect(difference(html)).toMatch(/^\+€/);
  });
});

test('a scenario of one’s own in the data folder is a choice; choosing it leads to its own page', async () => {
  const folder = join(app.folder, 'scenarios');
  await mkdir(folder, { recursive: true });
  const scenario = { id: 'eigen', title: 'Eigen voorstel', baseline: 'current', typing: 'chosen' };
  await writeFile(
    join(folder, 'eigen.json'),
    JSON.stringify({ ...scenario, valuationDate: '2025-12-31', prices: { list: 'hypothetical-day' } }),
  );
  expect(await app.text(`${PATH}?scenario=demo-day-prices`)).toContain('Eigen voorstel');
  const response = await app.get(`${PATH}?shown=demo-day-prices&scenario=eigen&p0=5`, PART);
  expect(response.status).toBe(204);
  expect(response.headers.get('hx-redirect')).toBe(`${PATH}?scenario=eigen`);
  expect(wordsOf(await app.text(PATH))).toContain('Eigen voorstel');
  await writeFile(join(folder, 'eigen.json'), JSON.stringify({ ...scenario, prijzen: {} }));
  const faulty = wordsOf(await app.text(PATH));
  expect(faulty).toContain('Deze simulatie kan nog niet');
  expect(faulty).toContain('prijzen');
  await rm(folder, { recursive: true });
});

test('figures come as files that rebuild from the same address', async () => {
  const svg = await app.get(`${PATH}/waterfall.svg?c0=50000`);
  expect(svg.headers.get('content-type')).toContain('image/svg+xml');
  expect(await svg.text()).toMatch(/^<svg [\s\S]*<\/svg>$/);
  const csv = await (await app.get(`${PATH}/waterfall.csv?c0=50000`)).text();
  expect(csv.split('\n')[0]).toBe('step,cents');
  expect(csv).not.toBe(await (await app.get(`${PATH}/waterfall.csv`)).text());
  // What was taken out is listed with the page that makes it again.
  expect(await app.text('/method')).toContain(`href="${PATH}?c0=50000">waterfall.csv</a>`);
});

test('a file without what the scenario needs says what is missing', async () => {
  const other = await openApp();
  const rows = Array.from({ length: 20 }, (_, row) => `p${row},X,${row % 5}`).join('\n');
  const response = await other.upload(`patient,supercluster,hv01\n${rows}\n`);
  const words = wordsOf(await other.text(`${response.headers.get('location')}/simulation`));
  expect(words).toContain('Deze simulatie kan nog niet');
  expect(words).toMatch(/current_revenue|start/);
  await other.close();
});

describe('the baseline', () => {
  test('can be the list itself: no difference until a price is changed', async () => {
    expect(difference(await app.text(`${PATH}?baseline=list&typing=chosen`))).toMatch(/^€.0$/);
    expect(difference(await app.text(`${PATH}?baseline=list&typing=chosen&c0=99999900`))).toMatch(/^\+€/);
  });

  test('stands in the address; what is no baseline is left aside', async () => {
    const response = await app.get(shown('baseline=list'));
    expect(response.headers.get('location')).toBe(`${PLAIN}&baseline=list`);
    expect((await app.get(shown('baseline=demo-day-prices'))).headers.get('location')).toBe(PLAIN);
  });

  test('of a file without current revenue is one click away', async () => {
    const other = await openApp();
    const rows = Array.from({ length: 30 }, (_, row) => `p${row},X,ZT01,2025-01-02,2025-03-04,3`).join('\n');
    const header = 'patient,supercluster,chosen_cluster,start,end,bed_days';
    const address = (await other.upload(`${header}\n${rows}\n`)).headers.get('location')!;
    const html = await other.text(`${address}/simulation`);
    expect(wordsOf(html)).toContain('heeft geen kolom huidige_omzet');
    expect(wordsOf(html)).not.toContain('kies in het scenario');
    const link = /href="([^"]*baseline=list[^"]*)"/.exec(html)![1]!;
    const made = await other.text(`${link}&typing=chosen`);
    expect(difference(made)).toMatch(/^€.0$/);
    expect(wordsOf(made)).toContain('dit scenario met de prijzen van de lijst');
    await other.close();
  });
});
