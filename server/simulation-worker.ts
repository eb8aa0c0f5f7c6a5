/**
 * The thread that simulates large data sets, so that other pages keep answering. Keeps what was prepared;
 * who asks sends the rows only when told that they are missing.
 */

import { parentPort } from 'node:worker_threads';
import { type Issue, Refusal, type SimulationInput } from '../src/index.ts';
import {
  makeReady,
  perform,
  type Ready,
  type TaskAnswer,
  type TaskAsk,
  type TaskName,
} from './simulation/tasks.ts';

/** What is asked; without `input` only what was prepared before can be answered. */
export interface Ask {
  readonly id: number;
  readonly key: string;
  readonly input?: SimulationInput;
  readonly task: TaskName;
  readonly ask: TaskAsk<TaskName>;
}

/** A data set was deleted: what was prepared of it goes. */
export interface Forget {
  readonly forget: string;
}

export type Reply =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: TaskAnswer<TaskName> }
  | { readonly id: number; readonly kind: 'missing' }
  | { readonly id: number; readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly id: number; readonly kind: 'failed'; readonly error: unknown };

/** Prepared simulations kept at once. */
const KEPT = 4;
const kept = new Map<string, Ready>();

function answer({ id, key, input, task, ask }: Ask): Reply {
  try {
    const ready = kept.get(key) ?? (input === undefined ? undefined : makeReady(input));
    if (ready === undefined) return { id, kind: 'missing' };
    // Set anew: the first key is the one used longest ago.
    kept.delete(key);
    kept.set(key, ready);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return { id, kind: 'answer', answer: perform(ready, task, ask) };
  } catch (error) {
    return error instanceof Refusal
      ? { id, kind: 'refused', issues: error.issues }
      : { id, kind: 'failed', error };
  }
}

function forget(id: string): void {
  for (const key of kept.keys()) if (key.startsWith(`${id} `)) kept.delete(key);
}

parentPort?.on('message', (message: Ask | Forget) => {
  if ('forget' in message) forget(message.forget);
  else parentPort?.postMessage(answer(message));
});
