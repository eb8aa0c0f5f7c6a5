/**
 * Finds a browser and drives it: the one of an npm package where it runs, else an installed one.
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

async function candidates(): Promise<string[]> {
  const packaged =
    process.platform === 'linux' && process.arch === 'x64' ? [await chromium.executablePath()] : [];
  return [...packaged, ...INSTALLED.filter((path): path is string => path !== undefined && existsSync(path))];
}

export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const executablePath of await candidates()) {
    try {
      return await driver.launch({ executablePath, args: FLAGS, timeout: 20_000 });
    } catch (error) {
      failures.push(`${executablePath}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  throw new Error(
    `No browser runs here. Install Chrome or Chromium, or point CHROME_PATH at one.\n${failures.join('\n')}`,
  );
}
