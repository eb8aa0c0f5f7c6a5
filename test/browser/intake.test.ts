/** Files in by hand: one that names people, one with several ratings per patient; with and without script. */

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 300 })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});
const people = file('epd-export.csv', [
  'patientnummer;Achternaam;geboortedatum;hoofdgroep;datum;hv01;hv02',
  ...Array.from({ length: 30 }, (_, at) => `P${at};Verzonnen${at};13-01-1980;X;14-01-2024;${at % 5};2`),
]);
const ratings = file('afnamen.csv', [
  'client;zorgtraject;datum;hoofdgroep;gekozen_zorgvraagtype;hv01;hv07',
  ...Array.from({ length: 30 }, (_, at) => [
    `P${at};1;13-01-2024;X;5;${at % 5};2`,
    `P${at};1;13-09-2024;X;5;${(at + 1) % 5};3`,
  ]).flat(),
]);

async function check(page: Page): Promise<void> {
  await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
  expect(await findings(page), page.url()).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wider, page.url()).toBeLessThanOrEqual(0);
}

async function send(page: Page, upload: typeof people, ...switches: readonly string[]): Promise<void> {
  await page.goto('/data');
  await page.setInputFiles('#file', upload);
  for (const name of switches) await page.getByLabel(name, { exact: true }).check();
  await page.getByRole('button', { name: 'Laden en controleren' }).click();
}

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in %s, %i wide', (colorScheme, width) => {
  test('the pages of files that name people or hold ratings; rule sets compared', async () => {
    const context = await browser.newContext({
      baseURL: server.url,
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.addInitScript(axe.source);
    await page.goto('/data');
    await check(page);
    await send(page, people);
    await page.getByRole('heading', { name: 'Pseudonimiseren en doorgaan' }).waitFor();
    await check(page);
    await page.getByRole('button', { name: 'Pseudonimiseren en doorgaan' }).click();
    await page.getByRole('heading', { name: 'Controle van epd-export.csv' }).waitFor();
    await check(page);
    await send(page, ratings, 'Meer afnamen per patiënt');
    await page.getByText('30 van de 60 afnamen').waitFor();
    await check(page);
    await page.getByRole('link', { name: 'Kolommen en keuzes aanpassen' }).click();
    expect(await page.getByLabel('Meer afnamen per patiënt', { exact: true }).isChecked()).toBe(true);
    await check(page);
    await page.goto('/method/rules/diff?from=zvt-illustrative&to=zvt-illustrative');
    await page.getByText('hun controlegetal is gelijk').waitFor();
    await check(page);
    await context.close();
  });
});

test('without script the same two ways', async () => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await send(page, people);
  await page.getByRole('button', { name: 'Bestand verwijderen' }).click();
  await page.getByRole('heading', { name: 'Gegevens', exact: true }).waitFor();
  await send(page, ratings, 'Meer afnamen per patiënt');
  await page.getByText('30 van de 60 afnamen').waitFor();
  await context.close();
});
