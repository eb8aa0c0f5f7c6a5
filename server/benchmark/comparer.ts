/**
 * Compares: small data sets at once, large ones in a thread of their own. Invariants: where it is computed
 * changes only how fast other pages answer, never the answer; what is asked twice is computed once.
 */

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PACKAGE_ROOT, Refusal } from '../../src/index.ts';
import type { DocumentQuestion, MemberDocument } from '../api/outcome-documents.ts';
import type { Loaded } from '../workspace.ts';
import {
  type Answer,
  answerTo,
  type BenchmarkAnswer,
  type BenchmarkQuestion,
  type Question,
} from './answer.ts';
import type { Ask, Forget, Reply } from './benchmark-worker.ts';
import { type BenchmarkRows, rowsOf, sourceOf } from './rows.ts';

/** Rows that are compared within a blink. */
const AT_ONCE = 30_000;
/** Answers kept: a page that refreshes itself finds its answer here. */
const KEPT = 30;
/** A thread starts from a file of its own, which is the built one. */
const WORKER = join(PACKAGE_ROOT, 'dist', 'server', 'benchmark', 'benchmark-worker.js');

export interface Comparer {
  /** @throws Refusal where sensitivity cannot be reckoned */
  run(loaded: Loaded, question: BenchmarkQuestion): Promise<BenchmarkAnswer>;
  /** For a program. @throws Refusal as `documentOf` */
  document(loaded: Loaded, question: DocumentQuestion): Promise<MemberDocument>;
  /** What is kept of this data set goes, in the thread too. */
  forget(id: string): void;
  /** True while the thread has work. */
  busy(): boolean;
  close(): Promise<void>;
}

interface Waiting {
  readonly ask: Ask;
  readonly loaded: Loaded;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  /** Forgotten while it was under way: what its answer left in the thread goes after it. */
  forgotten?: string;
}

/** @param atOnce rows up to which a data set is compared at once */
export function createComparer(atOnce = AT_ONCE): Comparer {
  const waiting = new Map<number, Waiting>();
  const answers = new Map<string, Promise<Answer>>();
  let thread: Worker | undefined;
  let last = 0;

  function settle(reply: Reply): void {
    const entry = waiting.get(reply.id);
    if (entry === undefined) return;
    if (reply.kind === 'missing') {
      thread?.postMessage({ ...entry.ask, source: sourceOf(entry.loaded) });
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

  function ask(loaded: Loaded, key: string, question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      last += 1;
      const entry = { ask: { id: last, key, question }, loaded, resolve, reject };
      waiting.set(last, entry);
      started().postMessage(entry.ask);
    });
  }

  async function compute(loaded: Loaded, question: Question): Promise<Answer> {
    if (loaded.table.n <= atOnce) {
      const rows = loaded.memo<BenchmarkRows>('benchmark rows', () => rowsOf(sourceOf(loaded)));
      return answerTo(rows, question);
    }
    // Typed with other rule sets the rows are others.
    const key = `${loaded.dataSet.id} ${loaded.dataSet.rules.sha256}`;
    const name = JSON.stringify([key, question]);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const made = ask(loaded, key, question);
    answers.set(name, made);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
    made.catch(() => answers.delete(name));
    return made;
  }

  return {
    busy: () => waiting.size > 0,
    forget: (id) => {
      for (const name of answers.keys()) if (name.startsWith(`["${id} `)) answers.delete(name);
      for (const entry of waiting.values()) if (entry.ask.key.startsWith(`${id} `)) entry.forgotten = id;
      thread?.postMessage({ forget: id } satisfies Forget);
    },
    // Each kind of question has its own kind of answer (`answerTo`).
    run: (loaded, question) => compute(loaded, question) as Promise<BenchmarkAnswer>,
    document: (loaded, question) => compute(loaded, question) as Promise<MemberDocument>,
    close: async () => {
      await thread?.terminate();
      fail(new Error('The server stops'));
    },
  };
}
