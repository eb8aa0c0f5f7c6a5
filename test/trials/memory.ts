/**
 * Too little memory: less heap than a run needs, and less address space. V8 or an allocator ends the process that does
 * the work; the one that watches over it says so: a sentence, exit 3, no file, nothing beside it; and the next run is whole.
 */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  inFolder,
  isPlain,
  leftovers,
  makeCases,
  result,
  run,
  startProgram,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

const EPISODES = 150_000;
const HEAPS_MB = [20, 40, 80, 160];
const SPACES_MB = [1000, 1500, 3000];

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => {
    const cases = await makeCases(folder, EPISODES);
    const home = join(folder, 'home');
    const found: TrialResult[] = [];
    for (const name of ['score', 'simulate'] as const) {
      const output = join(folder, name === 'score' ? 'out.csv' : 'out.json');
      const args =
        name === 'score'
          ? ['score', cases, '-o', output]
          : ['simulate', cases, '--scenario', 'demo-day-prices', '-o', output];
      const limits = [
        ...HEAPS_MB.map(
          (mb) =>
            [`${mb} MB of heap`, { home, env: { NODE_OPTIONS: `--max-old-space-size=${mb}` } }] as const,
        ),
        ...SPACES_MB.map(
          (mb) =>
            [`${mb} MB of address space`, { home, under: ['prlimit', `--as=${mb * 2 ** 20}`] }] as const,
        ),
      ];
      for (const [limit, conditions] of limits) {
        const ended = await startProgram('cli', [...args, '--quiet'], conditions).ended;
        const there = existsSync(output);
        const left = leftovers(folder).length;
        const good =
          left === 0 && (ended.status === 0 ? there : !there && ended.status === 3 && isPlain(ended));
        found.push(result(`${name} with ${limit}`, told(ended), 'whole, or exit 3 and no file', good));
        const next = await run(args, { home });
        const clean = next.status === 0 && existsSync(output) && leftovers(folder).length === 0;
        if (!clean)
          found.push(result(`${name} afterwards`, told(next), 'whole, nothing left beside it', false));
        rmSync(output, { force: true });
      }
    }
    return found;
  });
}
