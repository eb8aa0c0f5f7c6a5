/** Contribution out, benchmark in: by mouse with scripts, and by keyboard without. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { networkCsv } from '../server/benchmark-file.ts';
import { runHere } from '../support/run-here.ts';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const OTHERS = { Zwaluwhof: 331, Lindenborg: 523, Duinrand: 411 };
const DESIGN = { adjust: [{ column: 'age', kind: 'number' }] };

let browser: Browser;
let server: RunningServer;
let folder: string;
/** Contributions of the other members, made by the command line. */
let files: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer({ members: 3, episodes: 900 })]);
  folder = await mkdtemp(join(tmpdir(), 'zorgcluster-browser-'));
  const design = join(folder, 'angst.json');
  await writeFile(design, JSON.stringify(DESIGN));
  await writeFile(join(folder, 'eigen.csv'), networkCsv({ members: { Meerzicht: 449 } }));
  files = await Promise.all(
    Object.entries(OTHERS).map(async ([name, n]) => {
      const cases = join(folder, `${name}.csv`);
      const output = join(folder, `${name}.json`);
      await writeFile(cases, networkCsv({ members: { [name]: n } }));
      const args = ['benchmark', 'contribute', cases, '--design', design, '-o', output];
      expect(await runHere(join(folder, name), args)).toMatchObject({ status: 0 });
      return output;
    }),
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults };
}

describe.each([true, false])('contribution out, benchmark in; scripts: %s', (javaScriptEnabled) => {
  test('design, what would leave, release, download, others in, compare', async () => {
    const { page, faults } = await open({ javaScriptEnabled, acceptDownloads: true });
    const name = javaScriptEnabled ? 'angst' : 'angst-zonder';
    await page.goto('/data');
    await page.setInputFiles('#file', join(folder, 'eigen.csv'));
    await page.getByRole('button', { name: 'Laden en controleren' }).click();
    await page.getByRole('heading', { name: 'Controle van eigen.csv' }).waitFor();

    await page.getByRole('link', { name: 'Netwerk' }).click();
    await page.getByRole('link', { name: 'Nieuwe opzet' }).last().click();
    await page.getByLabel('Naam', { exact: true }).fill(name);
    await page.getByLabel('Kolom 1', { exact: true }).fill('age');
    await page.getByRole('button', { name: 'Opzet bewaren' }).click();
    await page.getByText('De opzet is bewaard.').waitFor();

    await page.getByRole('link', { name: 'Bijdrage maken met deze opzet' }).click();
    await page.getByRole('button', { name: 'Bekijken wat er naar buiten gaat' }).click();
    await page.getByRole('heading', { name: 'Bijdrage van Meerzicht' }).waitFor();
    expect(await page.textContent('main')).toContain('Nog niets is naar buiten gegaan');
    await page.getByRole('button', { name: 'Vrijgeven', exact: true }).click();
    await page.getByText('De bijdrage is vrijgegeven').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Bestand downloaden' }).click(),
    ]);
    const sent = JSON.parse(await readFile(await download.path(), 'utf8')) as { member: string };
    expect(sent.member).toBe('Meerzicht');

    await page.getByRole('link', { name: 'Terug naar het netwerk' }).click();
    await page.getByLabel('Bijdragen (.json)').setInputFiles(files);
    await page.getByRole('button', { name: 'Laden en controleren' }).click();
    await page.getByText('4 instellingen: te vergelijken.').waitFor();
    await page.locator('#received').getByRole('button', { name: 'Vergelijken' }).click();
    await page.getByRole('heading', { name: 'Vergelijking uit bijdragen' }).waitFor();
    const said = (await page.textContent('main')) ?? '';
    expect(said).toContain('peer-03');
    for (const peer of Object.keys(OTHERS)) expect(said).not.toContain(peer);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test('values of a figure, a field word and the table under it are reached by the keyboard', async () => {
  const { page, faults } = await open();
  await page.goto('/data/demo/benchmark');
  const value = page.locator('#figure-members-outcome .wide svg [tabindex]').first();
  await value.focus();
  const label = await value.getAttribute('aria-label');
  expect(label).toMatch(/^peer-\d+: /);
  // What is read aloud is also seen.
  expect(await page.textContent('#figure-members-outcome .figure-value')).toBe(label);

  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('img');

  // What 400% zoom leaves of a window of 1280 by 1024.
  await page.setViewportSize({ width: 320, height: 256 });
  const word = page.locator('#members button.term', { hasText: 'gekrompen effect' });
  const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
  await word.focus();
  await page.keyboard.press('Enter');
  await meaning.waitFor();
  expect(await meaning.textContent()).toContain('naar nul getrokken');
  const box = (await meaning.boundingBox())!;
  expect([box.x >= 0, box.y >= 0, box.x + box.width <= 320, box.y + box.height <= 256]).not.toContain(false);
  await page.keyboard.press('Escape');
  expect(await meaning.isVisible()).toBe(false);
  const focused = await page.evaluate("document.activeElement.getAttribute('popovertarget')");
  expect(focused).toBe(await word.getAttribute('popovertarget'));
  expect(faults).toEqual([]);
  await page.context().close();
});
