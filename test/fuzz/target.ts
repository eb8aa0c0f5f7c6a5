/** What can be fuzzed: a way to make an input from chance, and a judgement of what the program did with it. */

import type { Choose } from './choose.ts';

/** Stands in every patient's value of every input, and nowhere else: whoever shows it shows a patient's value. */
export const MARKER = 'QXZPATIENTQXZ';

export interface Target {
  readonly name: string;
  open(folder: string): Promise<OpenTarget>;
}

export interface OpenTarget {
  /** A new input: mutated, or by grammar. The same chance gives the same bytes. */
  make(choose: Choose): Promise<Uint8Array> | Uint8Array;
  /** Hands the input to the program. @returns what was wrong, in one line; undefined when every invariant held */
  judge(input: Uint8Array): Promise<string | undefined>;
  /** Ending of a file with such an input. */
  readonly ending: string;
  /** Where what happened before matters: makes everything new, so that a finding can be looked at alone. */
  renew?(): Promise<void>;
  close?(): Promise<void>;
}

/** Of any error, with its first places in our own code. */
export function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${typeof error}`;
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return `${error.name}: ${error.message.slice(0, 200)} ${places
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' ')}`;
}
