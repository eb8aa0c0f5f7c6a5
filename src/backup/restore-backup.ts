/**
 * A backup put back. Invariants: the archive is unpacked and checked beside what is there before anything
 * of that moves; what was there is put aside, never overwritten; whoever is killed halfway finds it
 * finished at the next start (`finishRestore`).
 */

import { mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openEngine } from '../engine/engine.ts';
import { Refusal, refuse } from '../issue/refusal.ts';
import type { BackupManifest } from '../model/backup.ts';
import { withLock } from '../write/folder-lock.ts';
import { ASIDE, DATABASE, RESTORED, RESTORING, UNPACKING } from './folder-content.ts';
import { giveToOwner } from './give-to-owner.ts';
import { readBackup } from './read-backup.ts';

export interface Restored {
  readonly manifest: BackupManifest;
  /** Name of the folder inside the data folder that holds what was there before. */
  readonly aside?: string;
}

/**
 * Puts the archive at `path` in place of the data folder.
 * @param replace whether a folder that is not empty may be put aside
 * @throws Refusal `restore-not-empty`, those of `readBackup`, `store-in-use`
 */
export async function restoreBackup(
  path: string,
  home: string,
  { replace }: { readonly replace: boolean },
): Promise<Restored> {
  return await withLock(home, async () => {
    await goOn(home);
    const before = (await readdir(home)).filter((name) => !isOurs(name));
    const empty = await emptyFolders(home, before);
    if (before.length > empty.length && !replace) throw refuse('restore-not-empty');
    const release = await takeStore(home);
    try {
      // Only now: a server that runs needs them.
      for (const name of empty) await rmdir(join(home, name)).catch(() => undefined);
      const unpacking = join(home, UNPACKING);
      await mkdir(unpacking, { mode: 0o700 });
      let manifest: BackupManifest;
      try {
        manifest = await readBackup(path, unpacking);
        await giveToOwner(unpacking, home);
      } catch (error) {
        await rm(unpacking, { recursive: true, force: true });
        throw error;
      }
      // From here on it is finished, whatever happens.
      await rename(unpacking, join(home, RESTORING));
      const aside = await goOn(home);
      return { manifest, ...(aside === undefined ? {} : { aside }) };
    } finally {
      await release();
    }
  });
}

/** Empty folders, as a command leaves that a full disk stopped. */
async function emptyFolders(home: string, names: readonly string[]): Promise<string[]> {
  const inside = await Promise.all(names.map((name) => readdir(join(home, name)).catch(() => undefined)));
  return names.filter((_, at) => inside[at]?.length === 0);
}

function isOurs(name: string): boolean {
  return (
    // Also the one that another process is about to claim.
    name.startsWith('.lock') ||
    name === RESTORING ||
    name === RESTORED ||
    name === UNPACKING ||
    name.startsWith(ASIDE)
  );
}

/** A store in use stays untouched; one that cannot be read is just what a backup is for. */
async function takeStore(home: string): Promise<() => Promise<void>> {
  const path = join(home, DATABASE);
  if ((await stat(path).catch(() => undefined)) === undefined) return async () => {};
  try {
    const engine = await openEngine(path);
    // Its log has no place any more once the file has moved.
    await engine.checkpoint();
    return engine.close;
  } catch (error) {
    if (error instanceof Refusal && error.issues[0]?.code === 'store-unreadable') return async () => {};
    throw error;
  }
}

/**
 * Goes on with a restore that was cut off, or clears away one that was not yet checked. Harmless where
 * there is none.
 * @throws Refusal `folder-locked` while a restore is under way
 */
export async function finishRestore(home: string): Promise<void> {
  await withLock(home, async () => {
    await goOn(home);
  });
}

/** @returns the name of the folder that holds what was there before, where something was */
async function goOn(home: string): Promise<string | undefined> {
  await rm(join(home, UNPACKING), { recursive: true, force: true });
  const names = await readdir(home);
  let aside: string | undefined;
  if (names.includes(RESTORING)) {
    aside = await putAside(
      home,
      names.filter((name) => !isOurs(name)),
      names,
    );
    // The mark between the two halves: all that is old is out of the way.
    await rename(join(home, RESTORING), join(home, RESTORED));
  }
  if (names.includes(RESTORING) || names.includes(RESTORED)) await moveIn(home);
  return aside;
}

async function putAside(
  home: string,
  old: readonly string[],
  names: readonly string[],
): Promise<string | undefined> {
  if (old.length === 0) return undefined;
  let number = 1;
  while (names.includes(`${ASIDE}${number}`)) number += 1;
  const aside = `${ASIDE}${number}`;
  await mkdir(join(home, aside), { mode: 0o700 });
  for (const name of old) await rename(join(home, name), join(home, aside, name));
  return aside;
}

async function moveIn(home: string): Promise<void> {
  const restored = join(home, RESTORED);
  for (const name of await readdir(restored)) await rename(join(restored, name), join(home, name));
  await rm(restored, { recursive: true, force: true });
}
