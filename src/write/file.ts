/** Files that are whole or absent: written beside the target under another name, then renamed. */

import { createHash } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../issue/refusal.ts';

type Chunk = string | Uint8Array;
export type FileContent = Chunk | Iterable<Chunk> | AsyncIterable<Chunk>;

/** Temporary files and folders of this process, gone when it ends. */
const unfinished = new Set<string>();

const NEW_FILE = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY;

/**
 * Writes `content` to `path`, readable by its owner alone (0600): it may hold patients' rows.
 * A reader of `path` sees the old file or the new one, never half of one; where content fails
 * half-way nothing changes and its error passes on. A device or pipe is written straight through,
 * and a symbolic link stays a link.
 * @throws Refusal `output-failed` (exit 3) when the machine cannot write
 */
export async function writeFileWhole(path: string, content: FileContent): Promise<void> {
  try {
    const target = await targetOf(path);
    if (target.special) await writeThrough(target.path, content);
    else await replaceFile(target.path, content);
  } catch (error) {
    if (isSystemError(error)) throw refuse('output-failed', { name: basename(path) }, 3);
    throw error;
  }
}

/** For a process that is told to stop: takes away what was being written beside its targets, and its copies. */
export function removeUnfinishedFiles(): void {
  for (const path of unfinished) rmSync(path, { recursive: true, force: true });
  unfinished.clear();
}

/**
 * A folder in the machine's temporary one that only its owner can open, for a copy of what is being read. It goes
 * with `remove`, with the process, or else at the next call on this machine.
 */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  remove(): Promise<void>;
}> {
  const start = `zorgcluster-${MACHINE}-`;
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(start) ? /^(\d+)-/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid === undefined || isRunning(Number(pid))) continue;
    // Another user's folder stays: it cannot be taken away.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
  const path = await mkdtemp(join(tmpdir(), `${start}${process.pid}-`));
  unfinished.add(path);
  return {
    path,
    remove: async () => {
      await rm(path, { recursive: true, force: true });
      unfinished.delete(path);
    },
  };
}

async function replaceFile(path: string, content: FileContent): Promise<void> {
  const { handle, temporary } = await openBeside(path);
  try {
    try {
      await writeContent(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

async function writeThrough(path: string, content: FileContent): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await writeContent(handle, content);
  } finally {
    await handle.close();
  }
}

async function writeContent(handle: FileHandle, content: FileContent): Promise<void> {
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  for await (const chunk of chunks) await handle.writeFile(chunk);
}

async function targetOf(path: string): Promise<{ path: string; special: boolean }> {
  try {
    const real = await realpath(path);
    const info = await stat(real);
    return { path: real, special: !info.isFile() && !info.isDirectory() };
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return { path, special: await isSpecial(path) };
    throw error;
  }
}

/** `/dev/stdout` on a pipe has no real path, yet it can be opened. */
async function isSpecial(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && !info.isFile() && !info.isDirectory();
}

/** Tells the temporary files of this machine from those that another one writes in a shared folder. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Takes away what a run of this machine left beside `path` when it was killed. */
async function removeStale(path: string): Promise<void> {
  const start = `.${basename(path)}.${MACHINE}-`;
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(start) ? /^(\d+)-\d+\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}

/** Takes away what a process that was killed left beside `path`, whether or not it was writing there. */
export async function removeFilesOf(pid: number, path: string): Promise<void> {
  if (isRunning(pid) || path === '' || path.startsWith('-')) return;
  await removeStale((await targetOf(path).catch(() => ({ path }))).path);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return !isSystemError(error) || error.code !== 'ESRCH';
  }
}

async function openBeside(path: string): Promise<{ handle: FileHandle; temporary: string }> {
  await removeStale(path);
  for (let attempt = 0; ; attempt += 1) {
    const temporary = join(dirname(path), `.${basename(path)}.${MACHINE}-${process.pid}-${attempt}.tmp`);
    try {
      const handle = await open(temporary, NEW_FILE, 0o600);
      unfinished.add(temporary);
      return { handle, temporary };
    } catch (error) {
      // Left over from a run of the same number, or from a sibling in this process.
      if (isSystemError(error) && error.code === 'EEXIST' && attempt < 1000) continue;
      throw error;
    }
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
