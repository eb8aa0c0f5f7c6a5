/** The built program as a process on a machine that does not cooperate, and how it took that. */

import { type ChildProcess, spawn } from 'node:child_process';
import { openAsBlob, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DATA_FOLDER, PACKAGE_ROOT } from '../../src/index.ts';
import type { TrialResult } from '../trials/trial.ts';

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Conditions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Command in front, such as `prlimit`. */
  readonly under?: readonly string[];
  readonly cwd?: string;
  /** Typed to it; its input then stays open. */
  readonly input?: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** What an unforeseen end of a trial would leave running. */
const running = new Set<ChildProcess>();

export function startProgram(
  main: 'cli' | 'server',
  args: readonly string[],
  { home, env = {}, under = [], cwd, input }: Conditions,
): Started {
  const script = main === 'cli' ? ['src', 'cli', 'main.js'] : ['server', 'main.js'];
  const [command = '', ...rest] = [
    ...under,
    process.execPath,
    join(PACKAGE_ROOT, 'dist', ...script),
    ...args,
  ];
  const child = spawn(command, rest, {
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', ZORGCLUSTER_HOME: home, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (input !== undefined) child.stdin!.write(input);
  running.add(child);
  child.once('close', () => running.delete(child));
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout += String(chunk);
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  return { child, ended };
}

export function run(args: readonly string[], conditions: Conditions): Promise<Ended> {
  return startProgram('cli', [...args, '--quiet'], conditions).ended;
}

export interface RunningServer extends Started {
  readonly url: string;
}

/** @throws where it ended before it listened */
export async function startServer(conditions: Conditions): Promise<RunningServer> {
  const started = startProgram('server', [], conditions);
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    started.child.stdout!.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const found = /http:\S+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    started.ended.then(({ stderr }) => reject(new Error(`The server did not start: ${stderr}`)), reject);
  });
  return { ...started, url };
}

export async function stop({ child, ended }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
  child.kill(signal);
  return await ended;
}

/** @returns status of the answer, and the id of the data set to be */
export async function sendFile(
  url: string,
  path: string,
): Promise<{ status: number; id: string; text: string }> {
  const form = new FormData();
  form.set('file', await openAsBlob(path), 'episodes.csv');
  const init = { method: 'POST', body: form, headers: { origin: url }, redirect: 'manual' } as const;
  // Turned down while it is still being sent, a file that is too much ends the connection.
  const response = await fetch(`${url}/data`, init).catch(() => undefined);
  if (response === undefined) return { status: 0, id: '', text: 'connection closed' };
  const id = response.headers.get('location')?.split('/').at(-1) ?? '';
  return { status: response.status, id, text: await response.text() };
}

/** Waits for the end of a reading; gives the page of it. */
export async function settled(url: string, id: string): Promise<{ status: number; text: string }> {
  while ((await fetch(`${url}/data/${id}/progress`)).status !== 204) await wait(20);
  const page = await fetch(`${url}/data/${id}?lang=en`);
  return { status: page.status, text: await page.text() };
}

export async function remove(url: string, id: string): Promise<{ status: number; text: string }> {
  const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(`${url}/data/${id}/delete`, { method: 'POST', headers, redirect: 'manual' });
  return { status: response.status, text: await response.text() };
}

/** Ids of the data sets that a server lists. */
export async function listed(url: string): Promise<string[]> {
  const text = await (await fetch(`${url}/data`)).text();
  return [...text.matchAll(/<th scope="row"><a href="\/data\/([a-z0-9]+)"/g)].map(([, id]) => id!);
}

/** A folder of its own, gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zorgcluster-trouble-'));
  try {
    return await work(folder);
  } finally {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Synthetic cases of one member or of several. */
export async function makeCases(folder: string, episodes: number, name = 'cases.csv'): Promise<string> {
  const path = join(folder, name);
  const home = join(folder, 'home-of-generate');
  const made = await run(['generate', '--members', '1', '--episodes', String(episodes), '-o', path], {
    home,
  });
  if (made.status !== 0) throw new Error(made.stderr);
  await rm(home, { recursive: true, force: true });
  return path;
}

const rules = (name: string): string => join(DATA_FOLDER, 'rules', 'zvt-illustrative', `${name}.csv`);

/** The arguments of the commands that are tried, each with the file that it writes. */
export function commands(cases: string, output: string): Readonly<Record<string, readonly string[]>> {
  return {
    score: ['score', cases, '-o', `${output}.csv`],
    'score to a workbook': ['score', cases, '-o', `${output}.xlsx`],
    simulate: ['simulate', cases, '--scenario', 'demo-day-prices', '-o', `${output}.json`],
    'rules import': [
      'rules',
      'import',
      '--coefficients',
      rules('coefficients'),
      '--constants',
      rules('constants'),
      '--id',
      'tried',
    ],
    'benchmark contribute': [
      'benchmark',
      'contribute',
      cases,
      '--member-name',
      'a',
      '-o',
      `${output}.contribution.json`,
    ],
    backup: ['backup', `${output}.tar.gz`],
  };
}

/** Names in a folder and below it that a finished program leaves nowhere. */
export function leftovers(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    try {
      const names = readdirSync(folder, { recursive: true }) as string[];
      return names.filter((name) => /\.tmp$|(^|\/)\.|\.part$/.test(name));
    } catch {
      return [];
    }
  });
}

/** What was said, on one line. */
export function told({ status, signal, stderr }: Ended): string {
  const said = stderr.trim().replace(/\s+/g, ' ').slice(0, 90);
  return `${signal ?? `exit ${status}`}${said === '' ? '' : `, “${said}”`}`;
}

/** One or more plain sentences, and no trace of the program's insides. */
export function isPlain({ stderr }: Ended): boolean {
  return /\S/.test(stderr) && !/\n\s+at |node:internal|0x[0-9a-f]{5}|Error:/.test(stderr);
}

export function result(text: string, figure: string, limit: string, holds: boolean): TrialResult {
  return { text, figure, limit, verdict: holds ? 'holds' : 'fails' };
}
