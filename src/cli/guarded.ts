/**
 * A command that reads much runs in a process of its own: what V8 or an allocator ends for want of memory can say
 * nothing, so that this process does. What is typed and what is written on stdout goes past it, byte for byte; stderr
 * passes through. Small work runs where it is: a second process costs some 40 ms.
 */

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LARGE = 4_000_000;
/** Packed files grow many times when they are read. */
const PACKED = /\.(xlsx|parquet|gz|zip)$/i;
const LARGE_PACKED = 500_000;

/** Set for the process that does the work; the value says whether a person watches. */
const GUARDED = 'ZORGCLUSTER_GUARDED';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** So long a signal from the keyboard, which reaches both, has to do its work. */
const GRACE_MS = 100;

/** Where an engine begins to say, at length and in no language, that it gives up. */
const LAST_WORDS =
  /\n?<--- Last few GCs --->|FATAL ERROR:|\n?#\n# Fatal|terminate called after|----- Native stack trace/;
/** What is held back of stderr where nobody watches; more than this goes on as it comes. */
const MOST_HELD = 1 << 20;

export function isGuarded(env: NodeJS.ProcessEnv): boolean {
  return env[GUARDED] !== undefined;
}

/** Whether a person watches stderr, whichever process asks. */
export function isWatched(stderr: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return stderr.isTTY === true || env[GUARDED] === 'watched';
}

/** Whether a command line names a file that is worth a second process. */
export function readsMuch(args: readonly string[], execArgv: readonly string[]): boolean {
  // A program that was given as text has no file to start again.
  if (execArgv.some((each) => /^(-e|-p|--eval|--print)$/.test(each))) return false;
  return args.some((arg) => {
    const info = arg.startsWith('-') ? undefined : statSync(arg, { throwIfNoEntry: false });
    return info?.isFile() === true && info.size >= (PACKED.test(arg) ? LARGE_PACKED : LARGE);
  });
}

/** How the other process ended. */
export interface GuardedEnd {
  /** Its exit status; where a signal ended it, 128 and the number of that signal. */
  readonly status: number;
  /** The machine ended it: nobody asked for that. */
  readonly killed?: { readonly pid: number; readonly signal: string; readonly outOfMemory: boolean };
}

/** Runs the same command line in a process of its own; resolves when it has ended. */
export function runGuarded(args: readonly string[]): Promise<GuardedEnd> {
  const main = join(dirname(fileURLToPath(import.meta.url)), `main${extname(import.meta.url)}`);
  const watched = process.stderr.isTTY === true;
  const child = spawn(process.execPath, [...process.execArgv, main, ...args], {
    // The channel tells it when nobody is left to tell.
    stdio: ['inherit', 'inherit', 'pipe', 'ipc'],
    env: { ...process.env, [GUARDED]: watched ? 'watched' : 'unwatched' },
  });
  const words = lastWords(watched);
  child.stderr!.setEncoding('utf8').on('data', words.take);
  let asked: NodeJS.Signals | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      asked = signal;
      setTimeout(() => child.kill(signal), GRACE_MS);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (status !== null || asked !== undefined) {
        words.release();
        resolve({ status: status ?? statusOf(asked ?? 'SIGTERM') });
        return;
      }
      const outOfMemory = signal === 'SIGKILL' || words.tellOfMemory();
      words.releaseOwn();
      const name = signal ?? '';
      resolve({ status: 3, killed: { pid: child.pid ?? 0, signal: name, outOfMemory } });
    });
  });
}

function statusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** Holds back what an engine says when it gives up; passes on everything else. */
function lastWords(watched: boolean) {
  let held = '';
  let last = false;
  const pass = (text: string): void => {
    if (text !== '') process.stderr.write(text);
  };
  const release = (): void => {
    pass(held);
    held = '';
  };
  return {
    take: (text: string): void => {
      held += text;
      last ||= LAST_WORDS.test(held);
      if (!last && (watched || held.length > MOST_HELD)) release();
    },
    release,
    releaseOwn: (): void => {
      pass(held.slice(0, LAST_WORDS.exec(held)?.index ?? held.length));
      held = '';
    },
    tellOfMemory: (): boolean =>
      /\bOOM\b|out of memory|allocation failed|bad_alloc|cannot allocate|virtual memory/i.test(held),
  };
}
