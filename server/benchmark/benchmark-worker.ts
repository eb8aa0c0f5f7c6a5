/**
 * The thread that compares large data sets, so that other pages keep answering. Keeps rows and results;
 * who asks sends the rows only when told that they are missing.
 */

import { parentPort } from 'node:worker_threads';
import { type Issue, Refusal } from '../../src/index.ts';
import { type Answer, answerTo, type Question } from './answer.ts';
import { type BenchmarkRows, type BenchmarkSource, rowsOf } from './rows.ts';

/** What is asked; without `source` only rows sent before can be compared. */
export interface Ask {
  readonly id: number;
  readonly key: string;
  readonly question: Question;
  readonly source?: BenchmarkSource;
}

/** A data set was deleted: its rows go. */
export interface Forget {
  readonly forget: string;
}

export type Reply =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Answer }
  | { readonly id: number; readonly kind: 'missing' }
  | { readonly id: number; readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly id: number; readonly kind: 'failed'; readonly error: unknown };

/** Data sets kept at once. */
const KEPT = 2;
const kept = new Map<string, BenchmarkRows>();

function reply({ id, key, question, source }: Ask): Reply {
  try {
    const rows = kept.get(key) ?? (source === undefined ? undefined : rowsOf(source));
    if (rows === undefined) return { id, kind: 'missing' };
    // Set anew: the first key is the one used longest ago.
    kept.delete(key);
    kept.set(key, rows);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return { id, kind: 'answer', answer: answerTo(rows, question) };
  } catch (error) {
    return error instanceof Refusal
      ? { id, kind: 'refused', issues: error.issues }
      : { id, kind: 'failed', error };
  }
}

parentPort?.on('message', (message: Ask | Forget) => {
  if ('forget' in message) {
    for (const key of kept.keys()) if (key.startsWith(`${message.forget} `)) kept.delete(key);
  } else {
    parentPort?.postMessage(reply(message));
  }
});
