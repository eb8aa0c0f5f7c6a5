/** The adaptive form in a real browser: by keyboard alone, without script, and axe on each of its pages. */

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 200 })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function widerThanScreen(page: Page): Promise<number> {
  return (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
}

// Each scheme and each width once: colours hang on the one, what fits on the other.
test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in %s, %i wide: every page is sound and fits', async (colorScheme, width) => {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({
    ...{ baseURL: server.url, colorScheme, viewport, bypassCSP: true },
  });
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  const check = async () => {
    expect(await findings(page)).toEqual([]);
    expect(await widerThanScreen(page)).toBeLessThanOrEqual(0);
  };
  await page.goto('/form');
  await check();
  await page.click('form.form-start button');
  await page.waitForURL('**/question/*');
  await check();
  await page.click('button[data-key="?"]');
  await page.waitForLoadState();
  await page.click('a[href$="/list"]');
  await page.waitForURL('**/list');
  await check();
  for (const choice of await page.locator('input[value="0"]').all()) await choice.check();
  await page.click('form.card button');
  await page.waitForURL('**/result');
  await check();
  await context.close();
});

test('is filled in with keys alone, and Back goes to the question before', async () => {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto('/form');
  await page.focus('input[name="supercluster"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/question/*');
  const first = page.url();
  const press = async (key: string) => {
    const from = page.url();
    await Promise.all([page.waitForURL((url) => url.href !== from), page.keyboard.press(key)]);
    await page.waitForLoadState();
  };
  await press('4');
  expect(page.url()).not.toBe(first);
  await page.goBack();
  expect(page.url()).toBe(first);
  await expect.poll(() => page.locator('.answer-card.now').getAttribute('value')).toBe('4');
  await press('0');
  for (let n = 0; n < 18 && page.url().includes('/question/'); n += 1) await press('0');
  expect(await page.textContent('h1')).toContain('Advies: ZT01');
  await context.close();
});

test('works without script', async () => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/form');
  await page.click('form.form-start button');
  for (let n = 0; n < 19 && page.url().includes('/question/'); n += 1) {
    await page.click('button[value="0"]');
    await page.waitForLoadState();
  }
  expect(page.url()).toContain('/result');
  await context.close();
});
