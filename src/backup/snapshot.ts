/**
 * The store of a running server, copied whole for a backup. Who can write in the data folder asks with an empty
 * file there; the server, which alone may open the store, answers with a copy beside it. Invariants: a copy is
 * what was confirmed at one moment; it is unlinked as soon as it is open, and made anew when something is
 * deleted before that, so that no row of it outlives a deletion; a server that does not answer is no server of ours.
 */

import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, openEngine } from '../engine/engine.ts';
import { refuse } from '../issue/refusal.ts';
import { writeFileWhole } from '../write/file.ts';

/** Folder inside the data folder; in no backup. */
export const SNAPSHOT = 'snapshot';

const LOOK_MS = 200;
/** A server looks every second; one that is busy opening does not look yet. */
const MOST_LOOKS_UNANSWERED = 75;
const COPY = '.duckdb';

const STAGES = ['asked', 'making', 'ready', 'failed', 'taken'] as const;
type Stage = (typeof STAGES)[number];

const placeOf = (home: string, stage: Stage, id: number): string => join(home, SNAPSHOT, `${stage}-${id}`);
const copyOf = (home: string, id: number): string => join(home, SNAPSHOT, `${id}${COPY}`);

export interface Snapshot {
  /** The copied store, open for reading; its name is gone already. */
  readonly handle: FileHandle;
  /** Of the shape of the store. */
  readonly version: number;
}

/**
 * Asks the server that has the store open for a copy, and waits for it.
 * @throws Refusal `store-in-use` when none answers, `snapshot-failed` when it could not (both exit 3)
 */
export async function askSnapshot(home: string): Promise<Snapshot> {
  const id = process.pid;
  await mkdir(join(home, SNAPSHOT), { recursive: true, mode: 0o700 });
  await writeFileWhole(placeOf(home, 'asked', id), ['']);
  try {
    await fetched(home, id);
    return await opened(placeOf(home, 'taken', id));
  } finally {
    for (const stage of STAGES) await rm(placeOf(home, stage, id), { force: true });
    await rm(copyOf(home, id), { force: true });
  }
}

async function opened(path: string): Promise<Snapshot> {
  try {
    const store = await openEngine(path);
    const version = await versionOf(store).finally(() => store.close());
    return { handle: await open(path, 'r'), version };
  } catch {
    // Taken away by a deletion at this very moment.
    throw refuse('snapshot-failed', {}, 3);
  }
}

export async function versionOf(engine: Engine): Promise<number> {
  const [row] = await engine.all('select coalesce(max(version), 0) as version from migration');
  return Number(row?.version ?? 0);
}

/** Waits until the copy can be claimed. */
async function fetched(home: string, id: number): Promise<void> {
  for (let looks = 0; ; looks += 1) {
    const names = await readdir(join(home, SNAPSHOT)).catch((): string[] => []);
    if (names.includes(`failed-${id}`)) throw refuse('snapshot-failed', {}, 3);
    if (names.includes(`ready-${id}`)) {
      const claimed = await rename(copyOf(home, id), placeOf(home, 'taken', id)).then(
        () => true,
        () => false,
      );
      if (claimed) return;
    }
    const known = STAGES.some((stage) => names.includes(`${stage}-${id}`));
    // Gone altogether: the server was stopped meanwhile, and the next one cleared up.
    if (!known || (names.includes(`asked-${id}`) && looks >= MOST_LOOKS_UNANSWERED)) {
      throw refuse('store-in-use', {}, 3);
    }
    await wait(LOOK_MS);
  }
}

/**
 * Answers whoever asked since the last look. For the server that holds the store open.
 * @returns how many copies were made
 */
export async function answerSnapshots(
  home: string,
  engine: Pick<Engine, 'copyTo'>,
  fault: (error: unknown) => void,
): Promise<number> {
  const names = await readdir(join(home, SNAPSHOT)).catch(() => []);
  let made = 0;
  for (const name of names) {
    const id = Number(/^asked-(\d{1,9})$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(id)) continue;
    const move = (from: Stage, to: Stage) => rename(placeOf(home, from, id), placeOf(home, to, id));
    try {
      await move('asked', 'making');
      await engine.copyTo(copyOf(home, id));
      await move('making', 'ready');
      made += 1;
    } catch (error) {
      fault(error);
      await rm(copyOf(home, id), { force: true });
      await move('making', 'failed').catch(() => undefined);
    }
  }
  return made;
}

/** Something was deleted: copies that were not fetched yet are made anew, without it. */
export async function renewSnapshots(home: string): Promise<void> {
  for (const name of await readdir(join(home, SNAPSHOT)).catch((): string[] => [])) {
    const [, stage, number] = /^(ready|taken)-(\d{1,9})$/.exec(name) ?? [];
    if (stage === undefined) continue;
    const id = Number(number);
    await rm(stage === 'taken' ? placeOf(home, 'taken', id) : copyOf(home, id), { force: true });
    if (stage === 'ready')
      await rename(placeOf(home, 'ready', id), placeOf(home, 'asked', id)).catch(() => {});
  }
}

/** What an earlier process left. */
export async function clearSnapshots(home: string): Promise<void> {
  await rm(join(home, SNAPSHOT), { recursive: true, force: true });
}
