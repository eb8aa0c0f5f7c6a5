/** The price table in a real browser: ranges from a spreadsheet, going back, fields that say they are wrong; and paper. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const PATH = '/data/demo/simulation';

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 900 })]);
  page = await browser.newPage({ baseURL: server.url });
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Pastes lines of cells into the price field that has this place in the table. */
async function paste(place: number, lines: readonly (readonly string[])[]): Promise<void> {
  await page.goto(PATH);
  await page.locator('input.price').nth(place).focus();
  const text = `${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n`;
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));`);
}

function prices(): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('input.price')].map((box) => box.value)`);
}

/** Day price and bed-day price of the first clusters: ZT01, ZT02, ZT03. */
const ranges: readonly {
  name: string;
  at: number;
  lines: readonly (readonly string[])[];
  gives: Record<number, string>;
}[] = [
  {
    name: 'two columns of amounts fill two columns',
    at: 0,
    lines: [
      ['5,00', '480,00'],
      ['6,00', '490,00'],
    ],
    gives: { 0: '5,00', 1: '480,00', 2: '6,00', 3: '490,00' },
  },
  {
    name: 'clusters name their rows, in any order',
    at: 0,
    lines: [
      ['ZT03', '7,50'],
      ['ZT01', '5,50'],
    ],
    gives: { 0: '5,50', 4: '7,50' },
  },
  {
    name: 'a header line is no price',
    at: 0,
    lines: [
      ['Cluster', 'Prijs'],
      ['1', '5,50'],
      ['2', '6,50'],
    ],
    gives: { 0: '5,50', 2: '6,50' },
  },
  {
    name: 'names beside amounts are no amounts',
    at: 1,
    lines: [
      ['lichte ernst', '481,00'],
      ['matig', '482,00'],
    ],
    gives: { 1: '481,00', 3: '482,00' },
  },
  {
    name: 'one line of two amounts fills the row',
    at: 2,
    lines: [['6,00', '490,00']],
    gives: { 2: '6,00', 3: '490,00' },
  },
];

test.each(ranges)('pasted: $name; undo goes back', async ({ at, lines, gives }) => {
  await page.goto(PATH);
  const listed = await prices();
  await paste(at, lines);
  await page.waitForURL(/\?.*c\d+=/);
  const expected = listed.map((value, place) => gives[place] ?? value);
  expect(await prices()).toEqual(expected);
  await page.keyboard.press('Control+z');
  await page.waitForURL((url) => !/c\d+=/.test(url.search));
  expect(await prices()).toEqual(listed);
});

test('pasted lines without a place are counted', async () => {
  await paste(0, [
    ['ZT01', '5,50'],
    ['ZT02', '6,50'],
    ['ZT99', '9,50'],
  ]);
  await page.getByText('Geplakte regels zonder plek in deze lijst: 1.').waitFor();
});

test('undo goes back over fields left earlier', async () => {
  await page.goto(PATH);
  const listed = await prices();
  const boxes = page.locator('input.price');
  await boxes.nth(0).fill('11');
  await boxes.nth(0).press('Enter');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(`document.querySelector('input.price').value === ${JSON.stringify(listed[0])}`);
  expect(await page.evaluate('document.activeElement.name')).toBe('p0');
});

test('a field that is no amount says so itself, until it is one', async () => {
  await page.goto(PATH);
  const box = page.locator('input.price').nth(3);
  await box.fill('abc');
  await page.locator('input.price[aria-invalid="true"]').waitFor();
  expect(await box.getAttribute('aria-invalid')).toBe('true');
  expect(
    await page.locator(`#${(await box.getAttribute('aria-describedby'))!.split(' ')[0]}`).textContent(),
  ).toContain('Niet als bedrag gelezen');
  await box.fill('500');
  await page.waitForURL(/c3=50000/);
  expect(await box.getAttribute('aria-invalid')).toBeNull();
});

test('on a telephone the difference stays in view while a price is typed, beside the field', async () => {
  await page.setViewportSize({ width: 390, height: 660 });
  await page.goto(PATH);
  const line = page.locator('.in-view');
  for (const place of [0, 13, 25]) {
    const box = page.locator('input.price').nth(place);
    await box.focus();
    await box.scrollIntoViewIfNeeded();
    const [shown, field] = [(await line.boundingBox())!, (await box.boundingBox())!];
    expect(shown.y).toBeGreaterThanOrEqual(0);
    expect(shown.y + shown.height).toBeLessThanOrEqual(660);
    expect(field.y).toBeGreaterThanOrEqual(shown.y + shown.height);
  }
  await page.locator('input.price').first().fill('9000');
  await page.waitForURL(/c0=/);
  expect(await line.textContent()).toContain((await page.locator('#difference').textContent())!);
  // What followed was drawn for this screen alone; turned to a wider one it is still there.
  await page.locator('#result .drawing > .alone').first().waitFor();
  // The next one takes the place of one that was alone already.
  await page.locator('input.price').first().fill('8000');
  await page.waitForURL(/c0=800000/);
  const heights = (): Promise<number[]> =>
    page.evaluate<number[]>(`[...document.querySelectorAll('#result .drawing')].map(
      (box) => box.querySelector('svg[width="340"]').getBoundingClientRect().height)`);
  const drawn = await heights();
  expect(drawn.length).toBeGreaterThan(1);
  for (const height of drawn) expect(height).toBeGreaterThan(100);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await line.isVisible()).toBe(false);
  // Turned, each is drawn again for the width there is.
  await page.locator('#result .drawing svg[width="720"]').first().waitFor();
  expect(await page.locator('#result .drawing svg[width="340"]').count()).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('#result .drawing svg[width="340"]').first().waitFor();
  for (const height of await heights()) expect(height).toBeGreaterThan(100);
});

test('a price with a finding carries a mark that leads to the sentence', async () => {
  await page.goto(PATH);
  const box = page.locator('input.price').first();
  expect(await box.locator('..').getAttribute('class')).not.toContain('noted');
  await box.fill('9000');
  await page.locator('td.noted input[name="p0"]').waitFor();
  const id = (await box.getAttribute('aria-describedby'))!.split(' ')[0]!;
  expect(await page.locator(`#${id}`).count()).toBe(1);
  await page.reload();
  await page.locator('td.noted input[name="p0"]').waitFor();
});

test('on paper every price, the method at the end, no button', async () => {
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(PATH);
  const cut = await page.evaluate(`(() => {
    const box = document.querySelector('.price-list');
    return box.scrollHeight - box.clientHeight;
  })()`);
  expect(cut).toBe(0);
  expect(await page.getByRole('heading', { name: 'Hoe deze cijfers zijn gemaakt' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Herrekenen' }).isVisible()).toBe(false);
  expect(await page.getByText('Toon de cijfers als tabel').first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.getByText('Hoe deze cijfers zijn gemaakt').isVisible()).toBe(false);
});
