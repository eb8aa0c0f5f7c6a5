/**
 * The whole way in a real browser: a file of one's own, its report, the clusters, a price, the total,
 * the benchmark; by mouse, by keyboard, and without JavaScript.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { exampleFile } from './example-file.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let folder: string;
let file: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 4, episodes: 2400 })]);
  folder = await mkdtemp(join(tmpdir(), 'zorgcluster-browser-'));
  file = join(folder, 'export kwartaal.csv');
  await writeFile(file, await exampleFile({ members: 3, episodes: 1500 }));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page that fails the test on any error the browser reports. */
async function open(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults };
}

async function uploadFile(page: Page): Promise<void> {
  await page.goto('/data');
  await page.setInputFiles('#file', file);
  await page.getByRole('button', { name: 'Laden en controleren' }).click();
  await page.getByRole('heading', { name: 'Controle van export kwartaal.csv' }).waitFor();
}

describe('from an export to an answer', () => {
  test('upload, clusters, one case, a price, the total, reload, benchmark', async () => {
    const { page, faults } = await open();
    await page.goto('/');
    await page.getByRole('link', { name: 'Eigen bestand laden' }).click();
    await uploadFile(page);
    expect(await page.textContent('main')).toContain('Alle 1.500 rijen zijn bruikbaar');

    await page.getByRole('link', { name: 'Waar landen deze patiënten?' }).click();
    await page.getByRole('img').first().waitFor();
    expect(await page.textContent('main')).toContain('Waar past het niet?');
    await page.getByRole('link', { name: 'Trajecten bekijken' }).click();
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Rij 1 uitgelegd' }).waitFor();

    await page.getByRole('link', { name: 'Simulatie' }).click();
    const before = await page.textContent('#difference');
    const price = page.locator('input.price').first();
    await page.evaluate('scrollTo(0, 120)');
    await price.fill('9.999,50');
    await page.locator('#difference').filter({ hasNotText: before! }).waitFor();
    const after = await page.textContent('#difference');
    expect(page.url()).toMatch(/[?&]c0=999950$/);
    expect(await page.locator('#language').getAttribute('href')).toMatch(/[?&]c0=999950&lang=en$/);
    expect(await page.textContent('#result')).toContain('U hebt één prijs aangepast.');
    // What one types in stays in focus, and the page stays where it was.
    expect(await page.evaluate('document.activeElement.name')).toBe('p0');
    expect(await page.evaluate('scrollY')).toBe(120);

    await page.reload();
    expect(await page.textContent('#difference')).toBe(after);
    expect(await price.inputValue()).toMatch(/^9\.999,50$/);

    await page.getByRole('link', { name: 'Prijzen terugzetten' }).click();
    await page.locator('#difference').filter({ hasText: before! }).waitFor();

    await page.getByRole('link', { name: 'Benchmark' }).click();
    expect(await page.textContent('main')).toContain('Wat mag u hieruit niet concluderen');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('a column of prices is pasted, Enter goes down, what is no amount is said', async () => {
    const { page, faults } = await open();
    await page.goto('/data/demo/simulation');
    const column = page.locator('input[data-column="0"]');
    await column.first().focus();
    await page.evaluate(`
      const data = new DataTransfer();
      data.setData('text/plain', 'ZT01\\t10,50\\r\\nZT02\\t11\\r\\nZT03\\t12,25\\r\\n');
      const paste = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', paste));`);
    await page.getByText('U hebt 3 prijzen aangepast.').waitFor();
    expect(await column.nth(2).inputValue()).toBe('12,25');
    await column.first().press('Enter');
    expect(await page.evaluate('document.activeElement.name')).toBe(await column.nth(1).getAttribute('name'));
    await column.nth(1).fill('elf');
    await page.getByText('Niet als bedrag gelezen').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('another typing and another breakdown change the result and the address', async () => {
    const { page, faults } = await open();
    await page.goto('/data/demo/simulation');
    await page.getByLabel('Cluster volgens').selectOption('chosen');
    await page.waitForURL(/typing=chosen/);
    await page.getByLabel('Uitsplitsen naar').selectOption('payer');
    await page.waitForURL(/by=payer/);
    await page.getByRole('heading', { name: /verzekeraar/i }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('without JavaScript', () => {
  test('upload, progress, report, price, same address again', async () => {
    const { page, faults } = await open({ javaScriptEnabled: false });
    await uploadFile(page);
    await page.getByRole('link', { name: 'Wat doet een prijslijst?' }).click();
    const before = await page.textContent('#difference');
    await page.locator('input.price').first().fill('1.234');
    await page.getByRole('button', { name: 'Herrekenen' }).click();
    await page.waitForURL(/[?&]c0=123400$/);
    const after = await page.textContent('#difference');
    expect(after).not.toBe(before);
    await page.reload();
    expect(await page.textContent('#difference')).toBe(after);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('by keyboard', () => {
  test('the first stop skips to the content; every stop shows where one is', async () => {
    const { page } = await open();
    await page.goto('/data/demo/clusters');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    for (let stop = 0; stop < 12; stop += 1) {
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).not.toBe('none');
      await page.keyboard.press('Tab');
    }
    await page.context().close();
  });
});
