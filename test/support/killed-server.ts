/**
 * The real server process, killed with -9 while files come in and go, started again and questioned: what was
 * confirmed is there, what was not is there whole or not at all, and what was deleted is in no byte.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstBrokenLink } from '../../server/store/audit.ts';
import { openEngine, PACKAGE_ROOT } from '../../src/index.ts';
import { randomFrom } from './random.ts';

interface Server {
  readonly url: string;
  /** The process is gone when this resolves. */
  kill(): Promise<void>;
}

interface Known {
  readonly id: string;
  /** Stands in every row of it, and nowhere else. */
  readonly word: string;
  readonly rows: number;
}

/** What was going on when the process died. */
type Fate = 'nothing' | 'sending' | 'reading' | 'deleting';

export interface KillReport {
  readonly kills: number;
  readonly during: Readonly<Record<Fate, number>>;
  /** Of what was not confirmed: found whole, and found gone. */
  readonly whole: number;
  readonly gone: number;
  /** Sentences about what was lost or half there; empty is good. */
  readonly faults: readonly string[];
}

async function startServer(home: string): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'server', 'main.js')], {
    env: { ...process.env, ZORGCLUSTER_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  let errors = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    errors += String(chunk);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const found = /http:\S+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server did not start: ${errors}`)));
  });
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A file whose every row holds `word`; the last one is rejected, and so is written to a file of its own. */
function caseFile(word: string, rows: number): string {
  const lines = Array.from({ length: rows }, (_, row) => `${word}-${row};X;${row % 5};${(row * 3) % 5};team`);
  return ['patient;hoofdgroep;hv01;hv02;team', ...lines, `${word}-last;X;77;1;team`].join('\n');
}

async function send(url: string, content: string, name: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([content], name));
  const response = await fetch(`${url}/data`, {
    method: 'POST',
    body: form,
    headers: { origin: url },
    redirect: 'manual',
  });
  return response.headers.get('location')!.split('/').at(-1)!;
}

async function isStored(url: string, id: string): Promise<boolean> {
  const progress = await fetch(`${url}/data/${id}/progress`);
  await progress.text();
  if (progress.status !== 204) return false;
  const page = await fetch(`${url}/data/${id}`);
  await page.text();
  return page.status === 200;
}

/** What a kill aims at, round after round: reading and storing take longest and have most to lose. */
const TARGETS: readonly Fate[] = ['reading', 'deleting', 'reading', 'sending', 'reading', 'deleting'];

/** Kills the server `times` times at moments drawn from `seed`. */
export async function killServer(times: number, seed: number): Promise<KillReport> {
  const home = await mkdtemp(join(tmpdir(), 'zorgcluster-killed-'));
  const random = randomFrom(seed);
  const confirmed = new Map<string, Known>();
  const deleted: Known[] = [];
  const faults: string[] = [];
  const during: Record<Fate, number> = { nothing: 0, sending: 0, reading: 0, deleting: 0 };
  let [whole, gone] = [0, 0];
  /** What each kind of work took last time, so that a kill falls within it. */
  const took: Record<Fate, number> = { nothing: 0, sending: 200, reading: 1500, deleting: 500 };
  try {
    for (let round = 0; round < times; round += 1) {
      const server = await startServer(home);
      const target = TARGETS[round % TARGETS.length]!;
      let fate: Fate = 'nothing';
      let begun = 0;
      let ended = false;
      let coming: Known | undefined;
      let going: Known | undefined;
      const enter = (next: Fate): void => {
        if (fate !== 'nothing') took[fate] = performance.now() - begun;
        [fate, begun] = [next, performance.now()];
      };
      const bring = async (): Promise<void> => {
        const word = `w${seed}r${round}q${Math.floor(random() * 1e9).toString(36)}`;
        const rows = 500 + Math.floor(random() * 5000);
        coming = { id: '', word, rows };
        enter('sending');
        const id = await send(server.url, caseFile(word, rows), `${word}.csv`);
        coming = { id, word, rows };
        enter('reading');
        while (!(await isStored(server.url, id))) await wait(10);
        confirmed.set(id, coming);
        coming = undefined;
        enter('nothing');
      };
      const work = (async () => {
        if (target !== 'deleting') return await bring();
        if (confirmed.size === 0) await bring();
        const [victim] = confirmed.values();
        going = victim!;
        enter('deleting');
        const response = await fetch(`${server.url}/data/${going.id}/delete`, {
          method: 'POST',
          headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' },
          redirect: 'manual',
        });
        if (response.status !== 303) return;
        confirmed.delete(going.id);
        deleted.push(going);
        going = undefined;
        enter('nothing');
      })()
        .catch(() => undefined)
        .finally(() => {
          ended = true;
        });
      const isDue = (): boolean => fate === target || ended;
      while (!isDue()) await wait(1);
      // A little past the end too: just after it was confirmed is a moment as well.
      await wait(random() * 1.2 * took[target]);
      await server.kill();
      during[fate] += 1;
      await work;

      const again = await startServer(home);
      const found = await question(again.url, home, { confirmed, deleted, coming, going, round });
      faults.push(...found.faults);
      if (coming !== undefined && found.came) {
        whole += 1;
        if (found.cameAs !== undefined)
          confirmed.set(found.cameAs, { ...(coming as Known), id: found.cameAs });
      } else if (coming !== undefined) gone += 1;
      if (going !== undefined) {
        if (found.went) {
          confirmed.delete((going as Known).id);
          deleted.push(going);
          gone += 1;
        } else whole += 1;
      }
      await again.kill();
      const engine = await openEngine(join(home, 'zorgcluster.duckdb'));
      if ((await firstBrokenLink(engine)) !== undefined)
        faults.push(`round ${round}: the audit trail is broken`);
      await engine.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  return { kills: times, during, whole, gone, faults };
}

interface Expected {
  readonly confirmed: ReadonlyMap<string, Known>;
  readonly deleted: readonly Known[];
  readonly coming: Known | undefined;
  readonly going: Known | undefined;
  readonly round: number;
}

interface Found {
  readonly came: boolean;
  readonly cameAs: string | undefined;
  readonly went: boolean;
  readonly faults: readonly string[];
}

/** What a server that was started again says, and what the folder holds. */
async function question(url: string, home: string, expected: Expected): Promise<Found> {
  const { confirmed, deleted, coming, going, round } = expected;
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(`round ${round}: ${text}`);
  const list = await (await fetch(`${url}/data`)).text();
  const listed = new Set(
    [...list.matchAll(/<th scope="row"><a href="\/data\/([a-z0-9]+)"/g)].map(([, id]) => id!),
  );
  const isWhole = async ({ id, rows }: Known): Promise<boolean> => {
    const [report, clusters, last] = await Promise.all(
      ['', '/clusters', `/cases/${rows}`].map((path) => fetch(`${url}/data/${id}${path}`)),
    );
    const counted = (await report!.text()).replaceAll('.', '').includes(`>${rows}<`);
    return counted && clusters!.status === 200 && last!.status === 200;
  };
  for (const known of confirmed.values()) {
    if (known.id === going?.id) continue;
    if (!listed.has(known.id)) fault('a data set that was confirmed is lost');
    else if (!(await isWhole(known))) fault('a data set that was confirmed is not whole');
  }
  const went = going !== undefined && !listed.has(going.id);
  if (going !== undefined && !went && !(await isWhole(going))) fault('a deletion is half done');
  const strangers = [...listed].filter((id) => !confirmed.has(id) && id !== 'demo');
  const cameAs = coming === undefined ? undefined : strangers[0];
  if (strangers.length > (coming === undefined ? 0 : 1)) fault('a data set is there that nobody sent');
  if (cameAs !== undefined && !(await isWhole({ ...coming!, id: cameAs }))) fault('an upload is half there');
  if (
    coming !== undefined &&
    cameAs === undefined &&
    coming.id !== '' &&
    !list.includes(`${coming.word}.csv`)
  ) {
    fault('an upload that was cut off is not told of');
  }
  const absent = [
    ...deleted,
    ...(went ? [going] : []),
    ...(coming !== undefined && cameAs === undefined ? [coming] : []),
  ];
  // The notice on the data page names the file: its name alone may stand in the store.
  for (const { word } of absent) {
    if (await holds(home, `${word}-`)) fault('bytes of what is not there are in the data folder');
  }
  if ((await readdir(join(home, 'uploads'))).length > 0) fault('an upload was left behind');
  const rejects = new Set((await readdir(join(home, 'rejects'))).map((name) => name.replace('.csv', '')));
  for (const id of rejects) if (!listed.has(id)) fault('rejected rows were left behind');
  return { came: cameAs !== undefined, cameAs, went, faults };
}

async function holds(home: string, word: string): Promise<boolean> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(word)) return true;
  }
  return false;
}
