/**
 * Fifty people at work on a million episodes for a minute, on this machine, the load beside the server: what
 * they wait for. Set-up (making, sending and preparing the data) is not part of the minute; its times are
 * printed for the documents.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { loadServer, type Measured } from '../support/load-server.ts';
import { runHere } from '../support/run-here.ts';
import type { TrialResult } from './trial.ts';

const EPISODES = 1_000_000;
const LIMITS_MS = { price: 100, page: 250 } as const;
const PAGES = ['', '/clusters', '/cases', '/simulation', '/benchmark'];

export async function trial(): Promise<readonly TrialResult[]> {
  const home = await mkdtemp(join(tmpdir(), 'zorgcluster-load-'));
  const file = join(home, '..', `${home.split('/').at(-1)}.csv`);
  let child: ChildProcess | undefined;
  try {
    await runHere(home, [
      'generate',
      '--members',
      '20',
      '--episodes',
      String(EPISODES),
      '-o',
      file,
      '--quiet',
    ]);
    child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'server', 'main.js')], {
      env: { ...process.env, ZORGCLUSTER_HOME: home, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await addressOf(child);
    const begun = performance.now();
    const id = await send(url, file);
    console.log(`stored after ${seconds(begun)} s`);
    await Promise.all([warm(url, `/data/${id}`, PAGES), warm(url, '/', [`?data=${id}`])]);
    console.log(
      `every page ready after ${seconds(begun)} s; load of the machine ${loadavg()[0]!.toFixed(1)}`,
    );
    const found = await loadServer({ url, id, users: 50, thinkSeconds: 5, seconds: 60 });
    return (['price', 'page'] as const).flatMap((kind) => results(kind, found[kind]));
  } finally {
    child?.kill('SIGKILL');
    await rm(home, { recursive: true, force: true });
    await rm(file, { force: true });
  }
}

function results(kind: keyof typeof LIMITS_MS, found: Measured): TrialResult[] {
  const { requests, errors, medianMs, p95Ms, mostMs } = found;
  const what = kind === 'price' ? 'price changes' : 'pages';
  return [
    {
      text: `errors in ${requests} ${what}, 50 people, ${EPISODES} episodes`,
      figure: String(errors),
      limit: '0',
      verdict: errors === 0 ? 'holds' : 'fails',
    },
    {
      text: `p95 in ms of ${what} (median ${medianMs.toFixed(0)}, longest ${mostMs.toFixed(0)})`,
      figure: p95Ms.toFixed(0),
      limit: `below ${LIMITS_MS[kind]}, on two cores shared with the load; machine at ${loadavg()[0]!.toFixed(1)}`,
      verdict: p95Ms < LIMITS_MS[kind] ? 'holds' : 'fails',
    },
  ];
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return await new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const found = /http:\S+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (status) => reject(new Error(`The server ended with ${status}`)));
  });
}

/** Sends the file and waits until it is stored. */
async function send(url: string, file: string): Promise<string> {
  const form = new FormData();
  form.set('file', await openAsBlob(file), 'episodes.csv');
  const response = await fetch(`${url}/data`, {
    method: 'POST',
    body: form,
    headers: { origin: url },
    redirect: 'manual',
  });
  const id = response.headers.get('location')!.split('/').at(-1)!;
  while ((await fetch(`${url}/data/${id}/progress`)).status !== 204) await wait(1000);
  return id;
}

/** Opens every page until it has its answer, as the first visitor of the day would. */
async function warm(url: string, path: string, pages: readonly string[]): Promise<void> {
  for (const page of pages) {
    while ((await (await fetch(`${url}${path}${page}`)).text()).includes('/simulation/status'))
      await wait(1000);
  }
}

function seconds(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(0);
}
