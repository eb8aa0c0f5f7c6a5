/**
 * Every page and state of the application: nothing serious by axe, in both languages, light and dark, wide and
 * on a telephone; nothing wider than the screen, down to what 400% zoom leaves; and the app's own table of
 * routes holds no page that was not walked.
 */

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { NO_PAGES, PAGES } from './pages.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
const visited = new Set<string>();

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 8, episodes: 2400 })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Wider than the screen by so many pixels; a region that scrolls by itself is not. */
function excess(page: Page): Promise<unknown> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
}

test('every page: for everybody, in both languages, on any screen', async () => {
  // Scripts of the test itself: the pages' own policy lets none in.
  const context = await browser.newContext({ baseURL: server.url, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  await page.addInitScript(axe.source);
  const look = async (name: string): Promise<void> => {
    await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
    faults.push(...(await findings(page)).map((finding) => `${name}: ${finding}`));
  };
  let answered = 0;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) answered = response.status();
  });
  for (const { name, at, status = 200 } of PAGES) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.context().clearCookies({ name: 'lang' });
    if (typeof at === 'string') await page.goto(at);
    else await at(page);
    await page.locator('[hx-get$="/status"]').waitFor({ state: 'detached' });
    if (answered !== status) faults.push(`${name}: answered ${answered}`);
    const address = new URL(page.url());
    visited.add(address.pathname);
    await look(`${name} nl`);
    // Twenty clusters beside each other: none is cut off.
    if (name === 'clusters') {
      const [shown, whole] = (await page.evaluate(
        "[document.querySelector('.confusion').parentElement].flatMap((box) => [box.clientWidth, box.scrollWidth])",
      )) as [number, number];
      if (whole > shown) faults.push(`matrix cut off: ${shown} of ${whole}`);
    }
    address.searchParams.set('lang', 'en');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address.toString());
    await look(`${name} en`);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      const wider = await excess(page);
      if (wider !== 0) faults.push(`${name}: ${wider} too wide at ${width}`);
    }
  }
  await context.close();
  expect(faults).toEqual([]);
}, 300_000);

test('the table of routes holds no page that was not walked', () => {
  const patterns = server.routes
    .filter(({ method, path }) => method === 'GET' && !NO_PAGES.some(([pattern]) => pattern.test(path)))
    .map(({ path }) => path);
  const missing = [...new Set(patterns)].filter((pattern) => {
    const shape = new RegExp(`^${pattern.replace(/:\w+(\{[^}]*\}+)?/g, '[^/]+')}$`);
    return ![...visited].some((path) => shape.test(path));
  });
  expect(missing).toEqual([]);
});
