/**
 * Told to stop in the middle: every command at moments of its run, by every signal a terminal or a service sends, and
 * the server while it stores a file. Nothing half-written, nothing confirmed is lost, and the next run works.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import {
  commands,
  type Ended,
  inFolder,
  isPlain,
  leftovers,
  listed,
  makeCases,
  result,
  run,
  sendFile,
  settled,
  startProgram,
  startServer,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** Where in the time that a whole run takes. */
const MOMENTS = [0.5, 0.7, 0.9];
const PHASES = ['reading', 'typing', 'storing'] as const;

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => {
    const cases = await makeCases(folder, 40_000);
    // Ten runs of every command: a workbook of more rows takes most of the time.
    const fewer = await makeCases(folder, 6000, 'fewer.csv');
    // The typing of 40,000 rows is over before somebody can ask how far it is.
    const many = await makeCases(folder, 250_000, 'many.csv');
    return [
      ...(await commandsStopped(folder, fewer)),
      ...(await askStopped(folder)),
      ...(await readerStopped(folder, cases)),
      ...(await serverStopped(folder, cases, many)),
    ];
  });
}

async function commandsStopped(folder: string, cases: string): Promise<TrialResult[]> {
  const home = join(folder, 'home');
  const output = join(folder, 'out');
  const archive = `${output}.tar.gz`;
  const all = { ...commands(cases, output), restore: ['restore', archive, '--replace'] };
  const found: TrialResult[] = [];
  for (const [name, args] of Object.entries(all)) {
    const begun = performance.now();
    const whole = await run(args, { home });
    const took = performance.now() - begun;
    const target = args.includes('-o') ? args.at(-1)! : name === 'backup' ? archive : undefined;
    const before = target === undefined ? 0 : sizeOf(target);
    const faults: string[] = whole.status === 0 ? [] : [`whole run: ${told(whole)}`];
    let stopped = 0;
    for (const signal of SIGNALS) {
      for (const moment of MOMENTS) {
        const started = startProgram('cli', [...args, '--quiet'], { home });
        await wait(moment * took);
        started.child.kill(signal);
        const ended = await started.ended;
        if (ended.status === STATUS[signal]) stopped += 1;
        else if (ended.status !== 0 && ended.signal !== signal) faults.push(`${signal}: ${told(ended)}`);
        if (target !== undefined && sizeOf(target) !== before)
          faults.push(`${signal}: the file of before is not whole`);
        // A lock and a folder of a restore are finished by who comes next.
        const left = leftovers(folder).filter((each) => !/\.lock|restor/.test(each));
        if (left.length > 0) faults.push(`${signal}: left ${left[0]}`);
      }
    }
    const again = await run(args, { home });
    if (again.status !== 0) faults.push(`afterwards: ${told(again)}`);
    const text = `${name} stopped ${stopped} of ${SIGNALS.length * MOMENTS.length} times in the middle`;
    found.push(
      result(text, faults[0] ?? 'nothing half-written, next run whole', 'no fault', faults.length === 0),
    );
  }
  return found;
}

/** Of what is in it: a backup that was made whole before the signal came says another time, and packs otherwise. */
function sizeOf(file: string): number {
  if (!existsSync(file)) return -1;
  const content = readFileSync(file);
  if (!file.endsWith('.gz')) return content.length;
  try {
    return gunzipSync(content).length;
  } catch {
    return -1;
  }
}

/** While somebody answers the questionnaire: two answers given, the third awaited. */
async function askStopped(folder: string): Promise<TrialResult[]> {
  const found: TrialResult[] = [];
  for (const signal of SIGNALS) {
    const asking = startProgram('cli', ['ask', '--supercluster', 'X'], {
      home: join(folder, 'home'),
      input: '0\n1\n',
    });
    await wait(5 * (await startTook(folder)));
    const waited = asking.child.exitCode === null;
    asking.child.kill(signal);
    const ended = await asking.ended;
    const good = waited && ended.status === STATUS[signal] && ended.stdout === '' && ended.stderr === '';
    const limit = `waits for an answer; exit ${STATUS[signal]}, nothing said`;
    found.push(result(`ask: ${signal} while typing an answer`, told(ended), limit, good));
  }
  return found;
}

async function startTook(folder: string): Promise<number> {
  const begun = performance.now();
  await run(['--version'], { home: join(folder, 'home') });
  return performance.now() - begun;
}

/** `… | head`: whoever reads the output stops early. */
async function readerStopped(folder: string, cases: string): Promise<TrialResult[]> {
  const found: TrialResult[] = [];
  for (const args of [
    ['score', cases, '--json'],
    ['simulate', cases, '--scenario', 'demo-day-prices', '--json'],
  ]) {
    const started = startProgram('cli', [...args, '--quiet'], { home: join(folder, 'home') });
    started.child.stdout!.once('data', () => started.child.stdout!.destroy());
    const ended = await started.ended;
    const good = ended.status === 0 && ended.stderr === '';
    found.push(
      result(`${args[0]} to a reader that stops (SIGPIPE)`, told(ended), 'exit 0, nothing said', good),
    );
  }
  return found;
}

async function serverStopped(folder: string, cases: string, many: string): Promise<TrialResult[]> {
  const home = join(folder, 'served');
  const found: TrialResult[] = [];
  const first = await startServer({ home });
  await settled(first.url, 'demo');
  first.child.kill('SIGTERM');
  await first.ended;
  for (const signal of SIGNALS) {
    for (const phase of PHASES) {
      const server = await startServer({ home });
      const { id } = await sendFile(server.url, phase === 'typing' ? many : cases);
      const reached = await reaches(server.url, id, phase);
      server.child.kill(signal);
      const ended = await server.ended;
      const again = await startServer({ home });
      const there = (await listed(again.url)).includes(id);
      const page = await fetch(`${again.url}/data/${id}`);
      const list = await (await fetch(`${again.url}/data`)).text();
      again.child.kill('SIGTERM');
      const closed = await again.ended;
      const left = leftovers(home).filter((each) => each !== 'uploads');
      const fate = there ? 'whole' : list.includes('episodes.csv') ? 'told of' : 'lost';
      const good =
        clean(ended) &&
        clean(closed) &&
        fate !== 'lost' &&
        left.length === 0 &&
        (phase !== 'storing' || !reached || there) &&
        page.status === (there ? 200 : 404);
      const text = `server: ${signal} while ${phase}${reached ? '' : ' (was past it)'}`;
      found.push(
        result(
          text,
          `${told(ended)}; upload ${fate}${left.length > 0 ? `; left ${left[0]}` : ''}`,
          'exit 0; stored: whole, else told of',
          good,
        ),
      );
    }
  }
  return found;
}

function clean(ended: Ended): boolean {
  return ended.status === 0 && (ended.stderr === '' || isPlain(ended));
}

/** Waits until a reading is in this phase; false where it was past it. */
async function reaches(url: string, id: string, phase: (typeof PHASES)[number]): Promise<boolean> {
  const words = { reading: /reading|rows read/i, typing: /typing/i, storing: /storing|stored/i } as const;
  for (;;) {
    const response = await fetch(`${url}/data/${id}/progress?lang=en`);
    const text = await response.text();
    if (response.status === 204) return false;
    if (words[phase].test(text)) return true;
  }
}
