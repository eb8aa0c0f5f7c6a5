/** The server as a process that others could reach: refused without accounts, begun with a link from the terminal. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { PASSWORD } from './visitor.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zorgcluster-listening-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly output: string;
  /** Until now. */
  errors(): string;
  readonly status: number | null | undefined;
}

/** Resolves when the output has all that is waited for, or the process has ended. */
function start(env: Record<string, string>, args: readonly string[], until: RegExp): Promise<Started> {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'server', 'main.js'), ...args], {
    env: { ...process.env, ZORGCLUSTER_HOME: folder, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  return new Promise((resolve) => {
    child.stdout!.on('data', (chunk) => {
      output += chunk;
      if (until.test(output)) resolve({ child, output, errors: () => errors, status: undefined });
    });
    child.stderr!.on('data', (chunk) => {
      errors += chunk;
    });
    child.once('close', (status) => resolve({ child, output, errors: () => errors, status }));
  });
}

const stopped = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill('SIGTERM');
  });

const OPEN = {
  ZORGCLUSTER_BIND: '0.0.0.0',
  ZORGCLUSTER_URL: 'https://zorg.example',
  ZORGCLUSTER_LOG: 'json',
};

test('others could reach it: refused without its address, and without accounts', async () => {
  const noAddress = await start({ ZORGCLUSTER_BIND: '0.0.0.0' }, [], /http/);
  expect([noAddress.status, noAddress.output]).toEqual([2, '']);
  expect(noAddress.errors()).toMatch(
    /^Deze server zou voor anderen bereikbaar zijn[^\n]+ZORGCLUSTER_URL[^\n]+\n$/,
  );
  const noAccounts = await start(OPEN, [], /http/);
  expect([noAccounts.status, noAccounts.output]).toEqual([2, '']);
  expect(noAccounts.errors()).toMatch(/^Deze server zou[^\n]+--administrator-link[^\n]+\n$/);
});

test('the link of the terminal makes the first administrator, after which it starts without', async () => {
  const first = await start(OPEN, ['--administrator-link'], /\/link\/[\w-]{43}\n/);
  const [here = ''] = /http:\/\/0\.0\.0\.0:\d+/.exec(first.output) ?? [];
  const [, path = ''] = /https:\/\/zorg\.example(\/link\/[\w-]{43})/.exec(first.output) ?? [];
  const reached = here.replace('0.0.0.0', '127.0.0.1');
  expect((await fetch(`${reached}/data`)).status).toBe(401);
  const answer = await fetch(`${reached}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: reached, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login: 'beheer', password: PASSWORD, again: PASSWORD }).toString(),
  });
  expect(answer.status).toBe(303);
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  expect((await fetch(`${reached}/users`, { headers: { cookie } })).status).toBe(200);
  expect(await stopped(first.child)).toBe(0);
  // A line per request, and in none of them what opens the door.
  expect(first.errors()).toContain('/link/:secret');
  expect(first.errors()).not.toContain(path);

  const second = await start(OPEN, [], /http:\S+\n/);
  expect(second.status).toBeUndefined();
  expect(second.output).not.toContain('/link/');
  const again = second.output.match(/:(\d+)/g)!.at(-1)!;
  expect((await fetch(`http://127.0.0.1${again}/users`, { headers: { cookie } })).status).toBe(200);
  expect(await stopped(second.child)).toBe(0);
});
