/**
 * Takes the pictures of every page: 1280 and 390 wide, light and dark, and printed. Small ones for the
 * documents (docs/screens), sharp ones to look at (dist/screenshots), and the two of the README. A page that
 * fails does not stop the others; all that went wrong is told at the end. SCREENSHOTS=name,name takes those
 * pages only and leaves the other pictures.
 */

import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { launchBrowser } from './browser.ts';
import { NO_PAGES, PAGES } from './pages.ts';
import { type RunningServer, startServer } from './server.ts';

const DOCUMENTS = join(PACKAGE_ROOT, 'docs');
const SMALL = join(DOCUMENTS, 'screens');
const SHARP = join(PACKAGE_ROOT, 'dist', 'screenshots');
/** All small pictures together. */
const MOST_BYTES = 6_000_000;
const MOST_HEIGHT = 2000;
const QUALITY = 34;

interface Variant {
  readonly context: BrowserContextOptions;
  /** Of the small picture against the page. */
  readonly scale: number;
  readonly print?: true;
}

const VARIANTS: Readonly<Record<string, Variant>> = {
  wide: { context: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }, scale: 0.7 },
  'wide-dark': { context: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, scale: 0.4 },
  narrow: { context: { viewport: { width: 390, height: 844 }, colorScheme: 'light' }, scale: 0.5 },
  'narrow-dark': { context: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }, scale: 0.45 },
  print: { context: { viewport: { width: 794, height: 1123 } }, scale: 0.5, print: true },
};

const ASKED = (process.env.SCREENSHOTS ?? '').split(',').filter((name) => name !== '');
const TAKEN = ASKED.length === 0 ? PAGES : PAGES.filter(({ name }) => ASKED.includes(name));

let browser: Browser;
let server: RunningServer;
const visited = new Set<string>();
beforeAll(async () => {
  browser = await launchBrowser();
  if (ASKED.length === 0) await rm(SMALL, { recursive: true, force: true });
  for (const folder of [SMALL, SHARP]) await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
});

// A server for each: what one of them leaves behind is on no picture of the next.
beforeEach(async () => {
  server = await startServer({ members: 8, episodes: 20_000 });
});
afterEach(() => server?.close());

test.each(Object.entries(VARIANTS))('every page, %s', async (variant, options) => {
  const context = await browser.newContext({ baseURL: server.url, ...options.context });
  const faults: string[] = [];
  for (const shown of TAKEN) {
    const fault = await take(context, shown, variant, options).catch((error: unknown) =>
      error instanceof Error ? error.message.split('\n')[0] : String(error),
    );
    if (fault !== undefined) faults.push(`${shown.name}: ${fault}`);
  }
  await context.close();
  expect(faults).toEqual([]);
});

/** @returns what was wrong with the page, if anything */
async function take(
  context: BrowserContext,
  { name, at, status = 200 }: (typeof PAGES)[number],
  variant: string,
  { scale, print }: Variant,
): Promise<string | undefined> {
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  let answered = 0;
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) {
      answered = response.status();
    }
  });
  try {
    if (typeof at === 'string') await page.goto(at);
    else await at(page);
    // A page that is computing refreshes itself.
    await page.locator('[hx-get$="/status"]').waitFor({ state: 'detached', timeout: 120_000 });
    visited.add(new URL(page.url()).pathname);
    if (print) await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: join(SHARP, `${name}-${variant}.png`), fullPage: true });
    await writeFile(join(SMALL, `${name}-${variant}.webp`), await small(page, scale));
    return answered === status ? undefined : `answered ${answered}`;
  } finally {
    await page.close();
  }
}

/** The top of the page, small enough to keep in the repository. */
async function small(page: Page, scale: number): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const height = Math.min(cssContentSize.height, MOST_HEIGHT);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: cssContentSize.width, height, scale },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}

test('every page of the application was taken', () => {
  if (ASKED.length > 0) return;
  const patterns = server.routes
    .filter(({ method, path }) => method === 'GET' && !NO_PAGES.some(([pattern]) => pattern.test(path)))
    .map(({ path }) => path);
  const missing = [...new Set(patterns)].filter((pattern) => {
    const shape = new RegExp(`^${pattern.replace(/:\w+(\{[^}]*\}+)?/g, '[^/]+')}$`);
    return ![...visited].some((path) => shape.test(path));
  });
  expect(missing).toEqual([]);
});

test('the small pictures together are small', async () => {
  const sizes = await Promise.all(
    (await readdir(SMALL)).map(async (name) => (await stat(join(SMALL, name))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
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
