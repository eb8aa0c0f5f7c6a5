/** What a command writes may not replace what it reads: a slip of the hand would cost the case file. */

import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { refuse } from '../doors/start.ts';

/** Options that name a file to write. */
const TARGETS: readonly string[] = ['output', 'rejects'];

/** @throws Refusal with exit status 2 when a file to write is also named as one to read, or twice */
export function refuseOutputOverInput(command: Command): void {
  const options: Readonly<Record<string, unknown>> = command.opts();
  const read = [
    ...command.args,
    ...Object.entries(options).flatMap(([key, value]) => (TARGETS.includes(key) ? [] : [value].flat())),
  ].flatMap((value) => (typeof value === 'string' && value !== '' ? [placeOf(value)] : []));
  const taken = new Set(read);
  for (const key of TARGETS) {
    const target = options[key];
    if (typeof target !== 'string') continue;
    const place = placeOf(target);
    if (taken.has(place)) throw refuse('output-over-input', { name: basename(target) }, 2);
    taken.add(place);
  }
}

/** One spelling per file, also by way of a link. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
