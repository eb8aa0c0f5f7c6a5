/**
 * Simulates: small data sets at once, large ones in a thread of their own. Invariants: where it is
 * computed changes only how fast other pages answer, never the outcome; what is asked twice while
 * under way is computed once.
 */

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT, Refusal, type SimulationInput } from '../src/index.ts';
import {
  makeReady,
  perform,
  type Ready,
  type TaskAnswer,
  type TaskAsk,
  type TaskName,
} from './simulation/tasks.ts';
import type { Ask, Forget, Reply } from './simulation-worker.ts';
import type { Loaded } from './workspace.ts';

/** Rows that are prepared within a blink. */
const AT_ONCE = 30_000;
/** Answers kept: a page that refreshes itself finds its answer here. */
const KEPT = 30;
/** Prepared simulations kept per data set in this thread. */
const KEPT_PREPARED = 8;
/** A thread starts from a file of its own, which is the built one. */
const WORKER = join(PACKAGE_ROOT, 'dist', 'server', 'simulation-worker.js');

export interface SimulationRequest<T extends TaskName> {
  /** Names the input: equal keys have equal rows, scenario and typing. */
  readonly key: string;
  readonly input: () => SimulationInput;
  readonly task: T;
  readonly ask: TaskAsk<T>;
}

export interface Simulator {
  /** @throws Refusal when the file lacks what the scenario needs */
  run<T extends TaskName>(loaded: Loaded, request: SimulationRequest<T>): Promise<TaskAnswer<T>>;
  /** What is kept of this data set goes, in the thread too. */
  forget(id: string): void;
  /** True while the thread has work. */
  busy(): boolean;
  close(): Promise<void>;
}

interface Waiting {
  readonly ask: Ask;
  readonly input: () => SimulationInput;
  readonly resolve: (answer: TaskAnswer<TaskName>) => void;
  readonly reject: (error: unknown) => void;
  /** Forgotten while it was under way: what its answer left in the thread goes after it. */
  forgotten?: string;
}

/** @param atOnce rows up to which a data set is simulated at once */
export function createSimulator(atOnce = AT_ONCE): Simulator {
  const waiting = new Map<number, Waiting>();
  const answers = new Map<string, Promise<TaskAnswer<TaskName>>>();
  const kept = new WeakMap<Loaded, Map<string, Ready>>();
  let thread: Worker | undefined;
  let last = 0;

  function settle(reply: Reply): void {
    const entry = waiting.get(reply.id);
    if (entry === undefined) return;
    if (reply.kind === 'missing') {
      thread?.postMessage({ ...entry.ask, input: entry.input() });
      return;
    }
    waiting.delete(reply.id);
    if (entry.forgotten !== undefined) thread?.postMessage({ forget: entry.forgotten } satisfies Forget);
    if (reply.kind === 'answer') entry.resolve(reply.answer);
    else entry.reject(reply.kind === 'refused' ? new Refusal(reply.issues) : reply.error);
  }

  /** A thread that died takes its questions along; the next question starts another. */
  function fail(error: unknown): void {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function started(): Worker {
    if (thread !== undefined) return thread;
    thread = new Worker(WORKER);
    thread.on('message', settle);
    thread.on('error', fail);
    thread.unref();
    return thread;
  }

  function send({ key, input, task, ask }: SimulationRequest<TaskName>): Promise<TaskAnswer<TaskName>> {
    return new Promise((resolve, reject) => {
      last += 1;
      const entry = { ask: { id: last, key, task, ask }, input, resolve, reject };
      waiting.set(last, entry);
      started().postMessage(entry.ask);
    });
  }

  /** The few used last: each holds quantities and products of a whole data set. */
  function readyFor(loaded: Loaded, key: string, input: () => SimulationInput): Ready {
    const known = kept.get(loaded) ?? new Map<string, Ready>();
    kept.set(loaded, known);
    const ready = known.get(key) ?? makeReady(input());
    known.delete(key);
    known.set(key, ready);
    if (known.size > KEPT_PREPARED) known.delete(known.keys().next().value!);
    return ready;
  }

  return {
    busy: () => waiting.size > 0,
    forget: (id) => {
      // A request's key begins with the data set.
      for (const name of answers.keys()) if (name.startsWith(`["${id} `)) answers.delete(name);
      for (const entry of waiting.values()) if (entry.ask.key.startsWith(`${id} `)) entry.forgotten = id;
      thread?.postMessage({ forget: id } satisfies Forget);
    },
    run: async <T extends TaskName>(
      loaded: Loaded,
      request: SimulationRequest<T>,
    ): Promise<TaskAnswer<T>> => {
      const { key, input, task, ask } = request;
      if (loaded.table.n <= atOnce) {
        return perform(readyFor(loaded, key, input), task, ask);
      }
      const name = JSON.stringify([key, task, ask], (_, value: unknown) =>
        value instanceof Map || value instanceof Set ? [...value] : value,
      );
      const known = answers.get(name);
      if (known !== undefined) return known as Promise<TaskAnswer<T>>;
      const made = send(request);
      answers.set(name, made);
      if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
      made.catch(() => answers.delete(name));
      return made as Promise<TaskAnswer<T>>;
    },
    close: async () => {
      await thread?.terminate();
      fail(new Error('The server stops'));
    },
  };
}
