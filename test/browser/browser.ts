/**
 * Finds a browser and drives it: an installed one, else the one out of an npm package (x64 Linux).
 * `TEST_BROWSER=package` passes the installed ones by, so that the other way stays proven too.
 * Where neither is there the error names the remedy: a browser test that does not run has not passed.
 */

import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox: tests also run as root in a container. The rest keeps the browser quiet and off the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--hide-scrollbars',
];

function installed(): string[] {
  if (process.env.TEST_BROWSER === 'package') return [];
  return INSTALLED.filter((path): path is string => path !== undefined && existsSync(path));
}

/** Unpacked only when no installed browser serves. */
async function packaged(): Promise<string[]> {
  return process.platform === 'linux' && process.arch === 'x64' ? [await chromium.executablePath()] : [];
}

export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidates of [async () => installed(), packaged]) {
    for (const executablePath of await candidates()) {
      try {
        return await driver.launch({ executablePath, args: FLAGS, timeout: 20_000 });
      } catch (error) {
        failures.push(`${executablePath}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
    }
  }
  throw new Error(
    `No browser runs here. Install Chrome or Chromium, or point CHROME_PATH at one.\n${failures.join('\n')}`,
  );
}
