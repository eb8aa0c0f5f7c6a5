/**
 * The thread that simulates large data sets, so that other pages keep answering. Keeps what was prepared;
 * who asks sends the rows only when told that they are missing.
 */

import { parentPort } from 'node:worker_threads';
import {
  type Issue,
  type PreparedSimulation,
  prepareSimulation,
  Refusal,
  type SimulationInput,
  type SimulationOptions,
  type SimulationOutcome,
  simulate,
} from '../src/index.ts';

/** What is asked; without `input` only what was prepared before can be answered. */
export interface Ask {
  readonly id: number;
  readonly key: string;
  readonly input?: SimulationInput;
  readonly options: SimulationOptions;
  readonly amountsCents: ReadonlyMap<number, number>;
}

export type Reply =
  | { readonly id: number; readonly kind: 'outcome'; readonly outcome: SimulationOutcome }
  | { readonly id: number; readonly kind: 'missing' }
  | { readonly id: number; readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly id: number; readonly kind: 'failed'; readonly error: unknown };

/** Prepared simulations kept at once. */
const KEPT = 4;
const kept = new Map<string, PreparedSimulation>();

function answer({ id, key, input, options, amountsCents }: Ask): Reply {
  try {
    const prepared = kept.get(key) ?? (input === undefined ? undefined : prepareSimulation(input));
    if (prepared === undefined) return { id, kind: 'missing' };
    // Set anew: the first key is the one used longest ago.
    kept.delete(key);
    kept.set(key, prepared);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return { id, kind: 'outcome', outcome: simulate(prepared, options, { amountsCents }) };
  } catch (error) {
    return error instanceof Refusal
      ? { id, kind: 'refused', issues: error.issues }
      : { id, kind: 'failed', error };
  }
}

parentPort?.on('message', (ask: Ask) => parentPort?.postMessage(answer(ask)));
