/**
 * Folders that may not be written: of the output, and the data folder itself. Whoever runs this as root becomes an
 * unprivileged user for the program alone, because no permission stops root.
 */

import { existsSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Conditions,
  commands,
  inFolder,
  isPlain,
  makeCases,
  result,
  run,
  startProgram,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

const NOBODY = 65_534;
const READ_ONLY = 0o555;
const MOST_MS = 60_000;
const EXPECTED = 'exit 3, a sentence, no file';

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => {
    const root = process.getuid?.() === 0;
    const under = root ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
    const own = async (path: string): Promise<void> => {
      if (root) await chown(path, NOBODY, NOBODY);
    };
    const cases = await makeCases(folder, 400);
    await chmod(folder, 0o755);
    await own(cases);
    const home = join(folder, 'home');
    const shut = join(folder, 'shut');
    for (const path of [home, shut]) {
      await mkdir(path);
      await own(path);
    }
    const conditions: Conditions = { home, under };
    await run(commands(cases, join(home, 'x'))['rules import']!, conditions);
    await chmod(shut, READ_ONLY);
    const found: TrialResult[] = [];
    for (const [name, args] of Object.entries(commands(cases, join(shut, 'out')))) {
      if (name === 'rules import') continue;
      const ended = await run(args, conditions);
      const good = ended.status === 3 && isPlain(ended) && !existsSync(args.at(-1)!);
      found.push(result(`output in a read-only folder: ${name}`, told(ended), EXPECTED, good));
    }
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await own(closed);
    await chmod(closed, READ_ONLY);
    const output = join(home, 'out');
    const archive = join(home, '..', 'kept.tar.gz');
    await run(['backup', archive], { home });
    await chmod(archive, 0o644);
    const all = { ...commands(cases, output), restore: ['restore', archive, '--replace'] };
    for (const name of ['rules import', 'benchmark contribute', 'restore'] as const) {
      const ended = await run((all as Readonly<Record<string, readonly string[]>>)[name]!, {
        home: closed,
        under,
      });
      found.push(
        result(`read-only data folder: ${name}`, told(ended), EXPECTED, ended.status === 3 && isPlain(ended)),
      );
    }
    const simulated = await run((all as Readonly<Record<string, readonly string[]>>).simulate!, {
      home: closed,
      under,
    });
    found.push(
      result(
        'read-only data folder: simulate only reads it',
        told(simulated),
        'exit 0',
        simulated.status === 0,
      ),
    );
    const served = startProgram('server', [], { home: closed, under });
    // One that starts after all does not end by itself.
    const timer = setTimeout(() => served.child.kill('SIGTERM'), MOST_MS);
    const server = await served.ended;
    clearTimeout(timer);
    found.push(
      result(
        'read-only data folder: the server',
        told(server),
        EXPECTED,
        server.status === 3 && isPlain(server),
      ),
    );
    await chmod(cases, 0o000);
    const unread = await run(['score', cases], conditions);
    found.push(
      result(
        'a case file that may not be read',
        told(unread),
        'exit 1 or 3, a sentence',
        [1, 3].includes(unread.status ?? 0) && isPlain(unread),
      ),
    );
    await chmod(shut, 0o755);
    await chmod(closed, 0o755);
    return found;
  });
}
