/**
 * A disk that is full: of the output, of the data folder, under the server. A file system of some megabytes in
 * memory where it may be mounted; elsewhere a limit on the size of any file (RLIMIT_FSIZE), which fails alike.
 */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Conditions,
  commands,
  inFolder,
  isPlain,
  leftovers,
  listed,
  makeCases,
  remove,
  result,
  run,
  sendFile,
  settled,
  startServer,
  stop,
  told,
} from '../support/trouble.ts';
import type { TrialResult } from './trial.ts';

const SIZE = '64m';
const EXPECTED = 'exit 3, a sentence, no file, nothing beside it';

export async function trial(): Promise<readonly TrialResult[]> {
  return inFolder(async (folder) => {
    const small = join(folder, 'small');
    await mkdir(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'none', small]).status === 0;
    console.log(mounted ? `a file system of ${SIZE} in memory` : 'RLIMIT_FSIZE by prlimit');
    const cases = await makeCases(folder, 30_000);
    const kept = join(folder, 'kept');
    const few = await makeCases(folder, 400, 'few.csv');
    try {
      return [
        ...(await outputs(folder, small, cases, few, mounted)),
        ...(mounted ? await dataFolder(folder, small, few, kept) : []),
        ...(mounted ? await server(small, cases, few) : []),
      ];
    } finally {
      if (mounted) spawnSync('umount', [small]);
    }
  });
}

/** Takes what room there is, save some megabytes. */
async function fill(folder: string, megabytes = 0): Promise<() => Promise<void>> {
  const path = join(folder, 'filler');
  const { bavail, bsize } = await statfs(folder);
  await writeFile(path, Buffer.alloc(Math.max(0, bavail * bsize - megabytes * 2 ** 20)));
  return () => rm(path, { force: true });
}

async function outputs(
  folder: string,
  small: string,
  cases: string,
  few: string,
  mounted: boolean,
): Promise<TrialResult[]> {
  const home = join(folder, 'home');
  const found: TrialResult[] = [];
  await run(commands(few, join(folder, 'x'))['rules import']!, { home });
  const empty = mounted ? await fill(small) : async () => {};
  const conditions: Conditions = mounted ? { home } : { home, under: ['prlimit', '--fsize=4096'] };
  for (const [name, args] of Object.entries(commands(cases, join(small, 'out')))) {
    if (name === 'rules import') continue;
    const own = name === 'benchmark contribute' ? [...args.slice(0, 2), few, ...args.slice(3)] : args;
    const ended = await run(own, conditions);
    const output = own.at(-1)!;
    const good =
      ended.status === 3 && isPlain(ended) && !existsSync(output) && leftovers(small, home).length === 0;
    found.push(result(`output on a full disk: ${name}`, told(ended), EXPECTED, good));
  }
  await empty();
  // What did not leave is not in the ledger: the same contribution leaves now.
  const again = await run(commands(few, join(small, 'out'))['benchmark contribute']!, { home });
  found.push(result('contribute once there is room again', told(again), 'exit 0', again.status === 0));
  return found;
}

async function dataFolder(folder: string, small: string, few: string, kept: string): Promise<TrialResult[]> {
  const found: TrialResult[] = [];
  const home = join(small, 'home');
  await mkdir(home);
  await run(commands(few, join(folder, 'y'))['rules import']!, { home: kept });
  const archive = join(folder, 'kept.tar.gz');
  await run(['backup', archive], { home: kept });
  const empty = await fill(small);
  const all: Readonly<Record<string, readonly string[]>> = {
    ...commands(few, join(folder, 'z')),
    restore: ['restore', archive],
  };
  for (const name of ['rules import', 'benchmark contribute', 'restore'] as const) {
    const args = all[name]!;
    const ended = await run(args, { home });
    const left = leftovers(home).filter((each) => each !== '.lock').length;
    const gone = name !== 'benchmark contribute' || !existsSync(args.at(-1)!);
    found.push(
      result(
        `data folder on a full disk: ${name}`,
        told(ended),
        EXPECTED,
        ended.status === 3 && isPlain(ended) && left === 0 && gone,
      ),
    );
  }
  await empty();
  for (const name of ['restore', 'rules import', 'benchmark contribute'] as const) {
    const ended = await run(all[name]!, { home });
    found.push(result(`${name} once there is room again`, told(ended), 'exit 0', ended.status === 0));
  }
  await rm(home, { recursive: true, force: true });
  return found;
}

async function server(small: string, cases: string, few: string): Promise<TrialResult[]> {
  const home = join(small, 'home');
  const found: TrialResult[] = [];
  const running = await startServer({ home });
  await settled(running.url, 'demo');
  const first = await sendFile(running.url, few);
  await settled(running.url, first.id);
  const emptier = await fill(small, 4);
  const sent = await sendFile(running.url, cases);
  const page =
    sent.id === '' ? { status: sent.status, text: sent.text } : await settled(running.url, sent.id);
  const said = /disk|schijf/i.test(page.text);
  found.push(
    result(
      'upload to a full disk',
      `${page.status}, ${said ? 'says the disk is full' : 'does not say why'}`,
      '400 and the sentence',
      page.status === 400 && said,
    ),
  );
  await emptier();
  const empty = await fill(small);
  const { status, text } = await remove(running.url, first.id);
  const after = await listed(running.url);
  const gone = !after.includes(first.id);
  found.push(
    result(
      'delete on a full disk',
      `${status}, ${gone ? 'gone' : 'still there'}, ${/is verwijderd, maar/.test(text) ? 'says it is gone and not overwritten' : status === 400 ? 'says it is refused' : 'says it is gone'}`,
      'what it says is so',
      status === 303 || status === 400
        ? gone === (status === 303 || /is verwijderd, maar/.test(text))
        : false,
    ),
  );
  await empty();
  await stop(running);
  const again = await startServer({ home });
  const there = await listed(again.url);
  const holds = there.includes(first.id) !== gone && !there.includes(sent.id);
  found.push(
    result(
      'started again with room: what was confirmed',
      holds ? 'as before' : 'not as before',
      'as before',
      holds,
    ),
  );
  await stop(again);
  return found;
}
