/**
 * Simulates: small data sets at once, large ones in a thread of their own. Invariants: where it is
 * computed changes only how fast other pages answer, never the outcome; what is asked twice while
 * under way is computed once.
 */

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  PACKAGE_ROOT,
  type PreparedSimulation,
  prepareSimulation,
  Refusal,
  type SimulationInput,
  type SimulationOptions,
  type SimulationOutcome,
  simulate,
} from '../src/index.ts';
import type { Ask, Reply } from './simulation-worker.ts';
import type { Loaded } from './workspace.ts';

/** Rows that are prepared within a blink. */
const AT_ONCE = 30_000;
/** Outcomes kept: a page that refreshes itself finds its answer here. */
const KEPT = 30;
/** A thread starts from a file of its own, which is the built one. */
const WORKER = join(PACKAGE_ROOT, 'dist', 'server', 'simulation-worker.js');

export interface SimulationRequest {
  /** Names the input: equal keys have equal rows, scenario and typing. */
  readonly key: string;
  readonly input: () => SimulationInput;
  readonly options: SimulationOptions;
  readonly amountsCents: ReadonlyMap<number, number>;
}

export interface Simulator {
  /** @throws Refusal when the file lacks what the scenario needs */
  run(loaded: Loaded, request: SimulationRequest): Promise<SimulationOutcome>;
  /** True while the thread has work. */
  busy(): boolean;
  close(): Promise<void>;
}

interface Waiting {
  readonly ask: Ask;
  readonly input: () => SimulationInput;
  readonly resolve: (outcome: SimulationOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** @param atOnce rows up to which a data set is simulated at once */
export function createSimulator(atOnce = AT_ONCE): Simulator {
  const waiting = new Map<number, Waiting>();
  const outcomes = new Map<string, Promise<SimulationOutcome>>();
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
    if (reply.kind === 'outcome') entry.resolve(reply.outcome);
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

  function ask({ key, input, options, amountsCents }: SimulationRequest): Promise<SimulationOutcome> {
    return new Promise((resolve, reject) => {
      last += 1;
      const entry = { ask: { id: last, key, options, amountsCents }, input, resolve, reject };
      waiting.set(last, entry);
      started().postMessage(entry.ask);
    });
  }

  return {
    busy: () => waiting.size > 0,
    run: async (loaded, request) => {
      const { key, input, options, amountsCents } = request;
      if (loaded.table.n <= atOnce) {
        const prepared = loaded.memo<PreparedSimulation>(`prepared ${key}`, () => prepareSimulation(input()));
        return simulate(prepared, options, { amountsCents });
      }
      const name = JSON.stringify([key, options, [...amountsCents]]);
      const known = outcomes.get(name);
      if (known !== undefined) return known;
      const made = ask(request);
      outcomes.set(name, made);
      if (outcomes.size > KEPT) outcomes.delete(outcomes.keys().next().value!);
      made.catch(() => outcomes.delete(name));
      return made;
    },
    close: async () => {
      await thread?.terminate();
      fail(new Error('The server stops'));
    },
  };
}
