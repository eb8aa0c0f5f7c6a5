/** axe on every page, light and dark, wide and narrow: nothing serious; and nothing wider than the screen. */

import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesCsv, officialTables } from '../support/official-tables.ts';
import { officialSheets, officialWorkbook } from '../support/official-workbook.ts';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server.ts';

const PAGES = [
  '/',
  '/data',
  '/data/demo',
  '/data/demo/clusters',
  '/data/demo/cases',
  '/data/demo/cases/5',
  '/data/demo/simulation',
  '/data/demo/benchmark',
  '/method',
  '/nope',
];

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 8, episodes: 2400 })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([1280, 390])('%i wide: no serious finding, nothing wider than the screen', async (width) => {
    // Scripts of the test itself: the pages' own policy lets none in.
    const context = await browser.newContext({
      baseURL: server.url,
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.addInitScript(axe.source);
    for (const path of PAGES) {
      await page.goto(path);
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => element.setAttribute('open', ''));
      }
      expect(await findings(page), path).toEqual([]);
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wider, path).toBeLessThanOrEqual(0);
    }
    await context.close();
  });

  test.each([1280, 390])('%i wide: columns of a file, tables on their way in, older data', async (width) => {
    const context = await browser.newContext({
      baseURL: server.url,
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.addInitScript(axe.source);
    const check = async (): Promise<void> => {
      await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
      expect(await findings(page), page.url()).toEqual([]);
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wider, page.url()).toBeLessThanOrEqual(0);
    };
    const file = (name: string, content: string | Buffer) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
    await page.goto('/data');
    await page.setInputFiles('#file', file('cases.csv', casesCsv(officialTables().cases.slice(0, 200))));
    await page.getByRole('button', { name: 'Laden en controleren' }).click();
    await page.getByRole('link', { name: 'Kolommen en keuzes aanpassen' }).click();
    await page.getByRole('heading', { name: 'Kolommen van cases.csv' }).waitFor();
    await check();

    await page.goto('/method');
    await page.setInputFiles(
      '#file-workbook',
      file('codelijsten.xlsx', officialWorkbook(officialSheets(width))),
    );
    await page.getByRole('button', { name: 'Lezen en controleren' }).click();
    await page.getByRole('heading', { name: 'Tabellen gelezen' }).waitFor();
    await check();
    await page.getByLabel('Naam', { exact: true }).fill(`${colorScheme}-${width}`);
    await page.getByRole('button', { name: 'Regelset bewaren' }).click();
    await page.getByText('is bewaard').waitFor();
    await check();
    await page.goto('/data/demo/clusters');
    await check();
    await context.close();
  });
});
