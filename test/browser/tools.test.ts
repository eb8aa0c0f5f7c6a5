/** Tables and figures in a real browser: sorting by header and by keyboard, copying, a picture as PNG. */

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 4, episodes: 1200 })]);
  const context = await browser.newContext({ baseURL: server.url });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Texts of one column of the first table of figures on the page. */
function column(index: number): Promise<string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelector('#figure-clusters table[data-sortable]').tBodies[0].rows].map((row) => row.cells[${index}].textContent)`,
  );
}

async function open(): Promise<void> {
  await page.goto('/data/demo/clusters');
  await page.locator('#figure-clusters summary').click();
}

const amount = (text: string): number => Number(text.replaceAll('.', '').replace(',', '.'));

test('a header sorts up, down and back; by keyboard too', async () => {
  await open();
  const written = await column(0);
  const index = 2;
  const head = page.locator('#figure-clusters table thead th').nth(index);
  const before = (await column(index)).map(amount);
  const up = before.toSorted((a, b) => a - b);
  expect(up).not.toEqual(before);
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  expect((await column(index)).map(amount)).toEqual(up);
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect((await column(index)).map(amount)).toEqual(up.toReversed());
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBeNull();
  expect(await column(0)).toEqual(written);
});

test('an order holds while a price is typed', async () => {
  await page.goto('/data/demo/simulation');
  await page.locator('#figure-waterfall ~ .figure summary').last().click();
  const table = page.locator('#figure-waterfall ~ .figure table').last();
  const head = table.locator('thead th').first();
  await head.locator('button').click();
  await head.locator('button').click();
  const names = await table.locator('tbody tr th').allTextContents();
  await page.locator('input.price').first().fill('900');
  await page.waitForURL(/c0=/);
  await page.locator('#figure-waterfall ~ .figure button.sort').last().waitFor();
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await table.locator('tbody tr th').allTextContents()).toEqual(names);
});

test('the table is copied as tab-separated text, in the order shown', async () => {
  await open();
  await page.locator('#figure-clusters button.copy').click();
  await page.getByText('Gekopieerd').waitFor();
  const lines = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n');
  expect(lines.slice(1).map((line) => line.split('\t')[0])).toEqual(await column(0));
});

test('a long table keeps its header in view', async () => {
  await open();
  const box = page.locator('#figure-clusters .tall');
  await page.evaluate(`document.querySelector('#figure-clusters .tall').scrollTop = 400`);
  const [head, frame] = [(await box.locator('thead th').first().boundingBox())!, (await box.boundingBox())!];
  expect(Math.abs(head.y - frame.y)).toBeLessThan(4);
});

test('a figure is saved as PNG, within the content policy', async () => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await open();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#figure-clusters .downloads button').click(),
  ]);
  expect(download.suggestedFilename()).toBe('clusters.png');
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(900);
  // A blank sheet of this size packs to less.
  expect(bytes.length).toBeGreaterThan(20_000);
  expect(complaints).toEqual([]);
});
