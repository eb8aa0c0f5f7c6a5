/**
 * One writer at a time in a folder, also between processes. Invariants: a lock is there with the number of
 * its process or not at all, also where the disk is full or the power went; whoever is gone holds none.
 */

import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { link, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../issue/refusal.ts';

const TRIES = 200;
const PAUSE_MS = 50;
/** A blank lock was left by a crash of the machine, unless its maker is just writing its number. */
const BLANK_LOOKS = 20;

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
    held.delete(path);
    await rm(path, { force: true });
  }
}

/** The lock comes into being with its content: written beside it, then linked under its name. */
async function take(path: string): Promise<void> {
  const own = ownName(path);
  try {
    await writeFile(own, String(process.pid), { mode: 0o600 });
    let blanks = 0;
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (claim(own, path)) return;
      const holder = await readFile(path, 'utf8').catch(() => undefined);
      blanks = holder === '' ? blanks + 1 : 0;
      if (holder !== undefined && (blanks >= BLANK_LOOKS || isAbandoned(path, holder))) {
        await clearAway(path, holder);
      } else await wait(PAUSE_MS);
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
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code)) throw error;
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
 * Moved aside first, and looked at again: of two that find the same dead lock the slower one would
 * otherwise take away the lock of the faster.
 */
async function clearAway(path: string, holder: string): Promise<void> {
  const aside = ownName(path);
  try {
    await rename(path, aside);
    const moved = await readFile(aside, 'utf8');
    if (moved !== holder) await link(aside, path).catch(() => undefined);
  } catch (error) {
    // Somebody else was faster.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  } finally {
    await rm(aside, { force: true });
  }
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
