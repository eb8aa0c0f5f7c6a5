/** A scenario in a real browser: priced, saved, its list edited by paste and undo, given a contract, set beside another. */

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server.ts';

const AT = '/data/demo/simulation';

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 900 })]);
  // Scripts of the test itself: the pages' own policy lets none in.
  const context = await browser.newContext({ baseURL: server.url, bypassCSP: true });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function paste(selector: string, lines: readonly (readonly string[])[]): Promise<void> {
  await page.locator(selector).focus();
  const text = lines.map((cells) => cells.join('\t')).join('\r\n');
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(`${text}\r\n`)});
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));`);
}

const inputOf = (selector: string) => page.locator(selector).inputValue();

/** Waits until a box has this value. */
async function has(selector: string, value: string): Promise<void> {
  await page.waitForFunction(
    `document.querySelector(${JSON.stringify(selector)})?.value === ${JSON.stringify(value)}`,
  );
}

test('a price typed is saved with one title and one button', async () => {
  await page.goto(`${AT}?scenario=demo-day-prices`);
  await page.locator('input.price').first().fill('7,25');
  // At once, before any answer came: what was typed goes along.
  await page.getByRole('button', { name: 'Bewaren…' }).click();
  await page.getByText('ZT01, per dag: 4,83 → 7,25').waitFor();
  await page.getByLabel('Titel').fill('Voorstel A');
  await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await page.getByText('Bewaard als Voorstel A (voorstel-a).').waitFor();
  expect(await inputOf('input.price >> nth=0')).toBe('7,25');
  await page.goBack();
  await page.goForward();
  await page.getByText('Bewaard als Voorstel A').waitFor();
});

describe('its price list', () => {
  test('takes a range of two columns, undo and redo; Enter goes down', async () => {
    await page.goto(`${AT}/list?scenario=voorstel-a`);
    const amount = (row: number) => `[name="r.${row}.amount"]`;
    await paste(amount(0), [['5,00'], ['481,00']]);
    expect([await inputOf(amount(0)), await inputOf(amount(1))]).toEqual(['5,00', '481,00']);
    await page.keyboard.press('Control+z');
    await has(amount(0), '7,25');
    await page.keyboard.press('Control+y');
    await has(amount(1), '481,00');
    await page.locator(amount(0)).press('Enter');
    expect(await page.evaluate('document.activeElement.name')).toBe('r.1.amount');
  });

  test('a cell that is wrong says so beside it, and stops saying so', async () => {
    const box = page.locator('[name="r.2.amount"]');
    await box.fill('elf');
    await box.press('Tab');
    await page.locator('[name="r.2.amount"][aria-invalid="true"]').waitFor();
    expect(await page.locator('#said-2').textContent()).toContain('elf');
    await box.fill('6');
    await box.press('Tab');
    await page.locator('#list-findings[data-sound="yes"]').waitFor();
    expect(await page.locator('#said-2').textContent()).toBe('');
  });

  test('a list with its header takes the place of all rows; a row is added and saved', async () => {
    await paste('[name="r.0.cluster"]', [
      ['cluster', 'unit', 'amount'],
      ['ZT01', 'day', '5,5'],
      ['ZT02', 'day', '6,5'],
    ]);
    await page.getByText('De lijst heeft nu 2 regels').waitFor();
    await page.getByRole('button', { name: 'Regel toevoegen' }).click();
    await page.locator('[name="r.2.cluster"]').fill('ZT03');
    await page.locator('[name="r.2.amount"]').fill('7,5');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV van deze lijst' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('voorstel-a.csv');
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click();
    await page.getByText('Bewaard als Voorstel A').waitFor();
    expect(await page.locator('input.price').count()).toBe(3);
  });
});

test('a contract follows while it is typed, names what is wrong at its field, and is saved', async () => {
  await page.goto(`${AT}/contract?scenario=demo-day-prices&contract=0`);
  const agreed = page.locator('[name="k.agreedCents"]');
  await agreed.fill('100000');
  await page.waitForURL(/k\.agreedCents=100000/);
  await page.getByText('de afspraak zelf (omzetplafond)').waitFor();
  expect(await page.locator('#figure-contract-curve svg').count()).toBeGreaterThan(0);
  expect(await page.evaluate('document.activeElement.name')).toBe('k.agreedCents');
  await agreed.fill('veel');
  await page.locator('#fault-agreedCents:not(:empty)').waitFor();
  expect(await agreed.getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Vorm').selectOption('lump-sum');
  await page.getByText('Bandbreedte (%)').waitFor();
  await page.locator('[name="k.agreedCents"]').fill('250000');
  await page.locator('#adjustment').waitFor();
  await page.getByLabel('Titel').fill('Met vast bedrag');
  await page.getByRole('button', { name: 'Contract bewaren' }).click();
  await page.getByText('Bewaard als Met vast bedrag').waitFor();
});

test('scenarios side by side, by keyboard', async () => {
  await page.goto(`${AT}/compare`);
  for (const name of ['Voorstel A', 'Met vast bedrag']) {
    const box = page.getByLabel(name);
    if (!(await box.isChecked())) {
      await box.focus();
      await page.keyboard.press('Space');
    }
  }
  await page.getByRole('button', { name: 'Vergelijken' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('#figure-beside, #figure-money-beside, .figure').first().waitFor();
  await page.getByText('Verschil per cluster').waitFor();
});

test('without script: saved, listed, given a contract', async () => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const plain = await context.newPage();
  plain.setDefaultTimeout(10_000);
  await plain.goto(`${AT}?scenario=demo-day-prices`);
  await plain.locator('input.price').first().fill('8');
  await plain.getByRole('button', { name: 'Bewaren…' }).click();
  await plain.getByLabel('Titel').fill('Zonder script');
  await plain.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await plain.getByText('Bewaard als Zonder script').waitFor();
  await plain.getByRole('button', { name: /Lijst bewerken/ }).click();
  await plain.locator('[name="r.0.amount"]').fill('9');
  await plain.locator('[name="r.0.amount"]').press('Enter');
  await plain.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await plain.getByText('Bewaard als Zonder script').waitFor();
  await plain.getByRole('link', { name: 'Contract', exact: true }).click();
  await plain.locator('[name="k.agreedCents"]').fill('100000');
  await plain.getByRole('button', { name: 'Herrekenen' }).click();
  await plain.getByText('de afspraak zelf (omzetplafond)').waitFor();
  await context.close();
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)(
  '%s, %i wide: axe finds nothing serious, nothing is wider than the screen',
  async (scheme, width) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    const paths = [
      '/scenarios',
      '/scenarios/voorstel-a',
      '/scenarios/voorstel-a/remove',
      ...['', '/save', '/list', '/contract', '/detail'].map((part) => `${AT}${part}?scenario=voorstel-a`),
      `${AT}/contract?contract=new&k.form=quality-pay&k.payer=VZ1`,
      `${AT}/years?y.count=3`,
      `${AT}/patient?row=17`,
      `${AT}/search?find=balance`,
      `${AT}/compare?s=voorstel-a&s=demo-day-prices`,
      `${AT}?scenario=weg`,
    ];
    for (const path of paths) {
      await page.goto(path);
      await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
      await page.evaluate(axe.source);
      expect(await findings(page), path).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        path,
      ).toBeLessThanOrEqual(0);
    }
  },
  60_000,
);
