/** What is said, and taken away, after the machine has ended the process that did the work. */

import { removeFilesOf, sentence } from '../doors/start.ts';
import type { GuardedEnd } from './guarded.ts';
import { languageOf } from './io.ts';

/** Any argument may be the file that was being written: what that process left beside it goes. */
export async function toldOfKill(
  args: readonly string[],
  { pid, signal, outOfMemory }: NonNullable<GuardedEnd['killed']>,
): Promise<void> {
  for (const arg of args) await removeFilesOf(pid, arg);
  const issue = outOfMemory
    ? ({ code: 'memory-full', params: {} } as const)
    : ({ code: 'run-killed', params: { detail: signal } } as const);
  process.stderr.write(`${sentence(issue, languageOf(args))}\n`);
}
