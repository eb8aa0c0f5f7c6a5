/** In a real browser, without JavaScript: the official tables in, data typed again, columns corrected. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesCsv, officialTables } from '../support/official-tables.ts';
import { officialWorkbook } from '../support/official-workbook.ts';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let folder: string;
const place = (name: string): string => join(folder, name);

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 600 })]);
  folder = await mkdtemp(join(tmpdir(), 'zorgcluster-tables-'));
  const { cases, redRules } = officialTables();
  await writeFile(place('Codelijsten Zorgvraagtypering.xlsx'), officialWorkbook());
  await writeFile(place('rode-regels.csv'), redRules);
  await writeFile(place('trajecten.csv'), casesCsv(cases).replace('hoofdgroep', 'Groep'));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([1280, 390])('columns corrected, tables stored, typed again, at %i pixels', async (width) => {
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const fits = async (): Promise<void> => {
    const wide = await page.locator('html').evaluate('document.documentElement.scrollWidth');
    expect(wide).toBeLessThanOrEqual(width);
  };

  await page.goto('/data');
  await page.setInputFiles('#file', place('trajecten.csv'));
  await page.getByRole('button', { name: 'Laden en controleren' }).click();
  await page.getByRole('link', { name: 'Kolommen en keuzes aanpassen' }).click();
  await page.getByLabel('supercluster').selectOption({ label: 'Groep' });
  await fits();
  // The second time it is remembered: the page says so, and nothing need be chosen.
  await page.getByRole('button', { name: 'Opnieuw lezen en controleren' }).click();
  await page.getByText('Alle 2.000 rijen zijn bruikbaar').waitFor();

  await page.getByRole('link', { name: 'Verantwoording', exact: true }).click();
  await page.setInputFiles('#file-workbook', place('Codelijsten Zorgvraagtypering.xlsx'));
  await page.setInputFiles('#file-redRules', place('rode-regels.csv'));
  await page.getByRole('button', { name: 'Lezen en controleren' }).click();
  await page.getByRole('heading', { name: 'Tabellen gelezen' }).waitFor();
  await fits();
  await page.getByLabel('Naam', { exact: true }).fill(`zvt-${width}`);
  await page.getByRole('button', { name: 'Regelset bewaren' }).click();
  await page.getByText(`zvt-${width} is bewaard.`).waitFor();
  await fits();

  await page.getByRole('link', { name: 'Clusters', exact: true }).click();
  const button = page.getByRole('button', { name: /^Typeren met zvt-/ });
  // The second set holds the same rules: then nothing is outdated.
  if (width === 1280) {
    await fits();
    await button.click();
    await page.getByRole('heading', { name: 'Clusters', exact: true }).waitFor();
  }
  expect(await button.count()).toBe(0);
  expect(await page.textContent('main')).toContain('1.833');
  await context.close();
});
