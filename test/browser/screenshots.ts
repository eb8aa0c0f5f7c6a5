/** Takes the pictures of the documents (docs/) and of every page, wide and narrow, light and dark (dist/screenshots). */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const DOCUMENTS = join(PACKAGE_ROOT, 'docs');
const EVERYTHING = join(PACKAGE_ROOT, 'dist', 'screenshots');
const PAGES: Readonly<Record<string, string>> = {
  overview: '/',
  data: '/data',
  report: '/data/demo',
  clusters: '/data/demo/clusters',
  cases: '/data/demo/cases',
  case: '/data/demo/cases/7',
  simulation: '/data/demo/simulation',
  benchmark: '/data/demo/benchmark',
  method: '/method',
};

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 8, episodes: 20_000 })]);
  await mkdir(DOCUMENTS, { recursive: true });
  await mkdir(EVERYTHING, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([
  ['overview', '/', 1120],
  ['simulation', '/data/demo/simulation', 1060],
])('docs/%s.png', async (name, path, height) => {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height } });
  const page = await context.newPage();
  await page.goto(path);
  await page.screenshot({ path: join(DOCUMENTS, `${name}.png`) });
  await context.close();
});

test.each(['light', 'dark'] as const)('every page, %s', async (colorScheme) => {
  for (const width of [1280, 390]) {
    const context = await browser.newContext({
      baseURL: server.url,
      colorScheme,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(path);
      await page.screenshot({
        path: join(EVERYTHING, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
    }
    await context.close();
  }
});

test('every page, printed', async () => {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 794, height: 1123 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path);
    await page.screenshot({ path: join(EVERYTHING, `${name}-print.png`), fullPage: true });
  }
  await context.close();
});
