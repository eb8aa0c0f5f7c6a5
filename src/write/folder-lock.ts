/**
 * One writer at a time in a folder, also between processes. Invariants: a lock is there with the number of
 * its process or not at all, also where the disk is full or the power went; whoever is gone holds none.
 */

import { type BigIntStats, linkSync, rmSync, writeFileSync } from 'node:fs';
import { link, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../issue/refusal.ts';

const TRIES = 200;
const PAUSE_MS = 50;
/** A blank lock was left by a crash of the machine, unless its maker is just writing its number. */
const BLANK_LOOKS = 20;
/** Somebody who takes a lock over is done within so many looks. */
const STUCK_LOOKS = 20;
/** What a disk without hard links answers. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'];

/** Locks that this process holds: the number of a process may be ours and yet not us, in a container that began again. */
const held = new Set<string>();
let made = 0;

/**
 * Runs `work` while holding `.lock` in the folder, which is made where needed (mode 0700). A lock whose
 * process is gone is taken over.
 * @throws Refusal `folder-locked` (exit 3) after ten seconds
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // One spelling per folder, so that our own lock is known for ours.
  const path = join(await realpath(folder), '.lock');
  await take(path);
  try {
    return await work();
  } finally {
    // Without a pause between, as when it was made: what looks left behind would be taken over and then taken away.
    rmSync(path, { force: true });
    held.delete(path);
  }
}

/** The lock comes into being with its content: written beside it, then linked under its name. */
async function take(path: string): Promise<void> {
  const own = ownName(path);
  try {
    await writeFile(own, String(process.pid), { mode: 0o600 });
    let [blanks, uncleared] = [0, 0];
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (claim(own, path)) return;
      const seen = await stat(path, { bigint: true }).catch(() => undefined);
      const holder = await readFile(path, 'utf8').catch(() => undefined);
      blanks = holder === '' ? blanks + 1 : 0;
      const left = holder !== undefined && (blanks >= BLANK_LOOKS || isAbandoned(path, holder));
      const cleared = left && seen !== undefined && (await clearAway(path, seen, uncleared >= STUCK_LOOKS));
      uncleared = left && !cleared ? uncleared + 1 : 0;
      if (!cleared) await wait(PAUSE_MS);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw refuse('folder-locked', {}, 3);
}

/** Without a pause between the lock and the note of it: another part of this process must not take it for a dead one. */
function claim(own: string, path: string): boolean {
  try {
    linkOrWrite(own, path);
    held.add(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A disk without hard links gets the lock straight away; what could not be written is no lock. */
function linkOrWrite(own: string, path: string): void {
  try {
    linkSync(own, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!NO_LINKS.includes(code)) throw error;
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(path, { force: true });
      throw fault;
    }
  }
}

function ownName(path: string): string {
  made += 1;
  return `${path}.${process.pid}-${made}.tmp`;
}

/**
 * Takes away a lock that nobody holds. Of many that found the same one, only who makes the mark of that very file
 * may do so: a slower one would otherwise take away the lock of a faster one. False: somebody else is at it.
 * @param stuck so for a second already
 */
async function clearAway(path: string, seen: BigIntStats, stuck: boolean): Promise<boolean> {
  const mark = `${path}.${seen.ino}-${seen.mtimeNs}.tmp`;
  try {
    await link(path, mark);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (NO_LINKS.includes(code)) {
      await rm(path, { force: true });
      return true;
    }
    if (code !== 'EEXIST') throw error;
    // A mark lives for a few calls: one that stays was left by somebody who went in the middle.
    if (stuck) await rm(mark, { force: true });
    return false;
  }
  try {
    const marked = await stat(mark, { bigint: true });
    // While its mark is there nobody else takes this file away, so that it still stands under its name.
    if (marked.ino === seen.ino && marked.mtimeNs === seen.mtimeNs) await rm(path, { force: true });
  } finally {
    await rm(mark, { force: true });
  }
  return true;
}

function isAbandoned(path: string, holder: string): boolean {
  if (!/^\d+$/.test(holder)) return false;
  if (Number(holder) === process.pid) return !held.has(path);
  try {
    process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
