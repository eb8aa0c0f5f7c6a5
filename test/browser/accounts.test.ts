/** Accounts in a browser, with scripts switched off: from the terminal's link to a colleague's first page; axe on every state. */

import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../server/visitor.ts';
import { launchBrowser } from './browser.ts';
import { findings } from './findings.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 600 })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Nothing serious for a reader who cannot see it as we do, and nothing wider than the screen. */
async function check(page: Page): Promise<void> {
  expect(await findings(page), page.url()).toEqual([]);
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wider, page.url()).toBeLessThanOrEqual(0);
}

async function newPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ baseURL: server.url, bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  return [context, page];
}

test('from no accounts to a colleague’s first page, without script', async () => {
  const [context, page] = await newPage({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Gebruikers' }).click();
  await page.getByLabel('Naam om mee aan te melden').fill('bo@instelling.nl');
  await page.getByLabel('Uw naam').fill('Bo Beheer');
  await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD);
  await page.getByLabel('Nog een keer').fill(PASSWORD);
  await page.getByRole('button', { name: 'Account maken en aanmelden' }).click();
  await page.getByText('Uw account is er en u bent aangemeld').waitFor();
  await page.getByLabel('Naam om mee aan te melden').fill('lee@instelling.nl');
  await page.getByLabel('Naam', { exact: true }).fill('Lee de Lezer');
  await page.getByRole('button', { name: 'Uitnodigen' }).click();
  const link = await page.getByRole('textbox', { name: 'Eenmalige link' }).inputValue();

  const [other, guest] = await newPage({ javaScriptEnabled: false, locale: 'en' });
  await guest.goto(`${new URL(link).pathname}?lang=en`);
  await guest.getByLabel('New password').fill(PASSWORD);
  await guest.getByLabel('Once more').fill(PASSWORD);
  await guest.getByRole('button', { name: 'Open the account' }).click();
  await guest.getByText('Lee de Lezer').waitFor();
  await guest.getByText('Lee de Lezer').click();
  await guest.getByRole('button', { name: 'Sign out' }).click();
  await guest.getByRole('heading', { name: 'Sign in' }).waitFor();

  // Asked for a page without being signed in: that page after signing in.
  await guest.goto('/method');
  await guest.getByLabel('Name to sign in with').fill('lee@instelling.nl');
  await guest.getByLabel('Password').fill(PASSWORD);
  await guest.getByRole('button', { name: 'Sign in' }).click();
  expect(new URL(guest.url()).pathname).toBe('/method');
  await guest.goto('/users');
  await guest.getByText('This takes the role administrator').waitFor();
  await Promise.all([context.close(), other.close()]);
});

// Each scheme and each width once: colours hang on the one, what fits on the other.
test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('in %s, %i wide: every page about accounts', async (colorScheme, width) => {
  const [context, page] = await newPage({ colorScheme, viewport: { width, height: 900 } });
  await page.goto('/data');
  await page.getByRole('heading', { name: 'Aanmelden' }).waitFor();
  await check(page);
  await page.getByLabel('Naam om mee aan te melden').fill('bo@instelling.nl');
  await page.getByLabel('Wachtwoord').fill('niet het wachtwoord');
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.getByText('horen niet bij elkaar').waitFor();
  await check(page);
  await page.getByLabel('Wachtwoord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await page.getByText('Bo Beheer').waitFor();
  await page.getByText('Bo Beheer').click();
  await check(page);
  // Beside eight sections and a name it can still be read which data set this is.
  const chip = await page.locator('.tools .chip').first().boundingBox();
  expect(chip?.width).toBeGreaterThan(90);

  await page.goto('/users');
  await page
    .getByLabel('Naam om mee aan te melden')
    .fill(`gast-${colorScheme}-${width}@een-lange-naam.instelling.nl`);
  await page.getByRole('button', { name: 'Uitnodigen' }).click();
  const link = await page.getByRole('textbox', { name: 'Eenmalige link' }).inputValue();
  await check(page);
  await page.goto('/account');
  await page.getByLabel('Naam van het programma').fill('datawarehouse');
  await page.getByRole('button', { name: 'Token maken' }).click();
  await page.getByLabel('Token', { exact: true }).waitFor();
  await check(page);
  await page.goto('/method/interface');
  await check(page);
  await page.goto(new URL(link).pathname);
  await page.getByRole('heading', { name: 'Uw account' }).waitFor();
  await check(page);
  await context.close();
});
