/**
 * axe on what one comes to by uploading: columns, official tables, data typed under an older choice, light and
 * dark, wide and narrow. Pages with an address of their own are walked in every-page.test.ts.
 */

import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesCsv, officialTables } from '../support/official-tables.ts';
import { officialSheets, officialWorkbook } from '../support/official-workbook.ts';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 8, episodes: 2400 })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)(
  '%s, %i wide: columns of a file, tables on their way in, older data',
  async (colorScheme, width) => {
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
  },
);
