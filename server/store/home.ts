/**
 * The data folder on disk. Invariants: only its owner can look inside (mode 0700 or less); files are written
 * under a temporary name and renamed; what an earlier process left behind is removed at the start, but
 * only by whoever holds the store, so never under the hands of a server that runs.
 */

import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clearSnapshots, finishRestore, machineFault, Refusal, refuse, STORE_ID } from '../../src/index.ts';

export interface Home {
  readonly folder: string;
  readonly database: string;
  /** Where uploads stand while they are read. */
  readonly uploads: string;
  /** Rejected rows of a data set, as the user's download. */
  rejectsFile(id: string): string;
  uploadFile(id: string): string;
}

function checked(id: string): string {
  if (!STORE_ID.test(id)) throw new Error('Not a data set id');
  return id;
}

/**
 * Makes the folder where needed, and finishes a restore that was cut off.
 * @throws Refusal `home-unwritable`, `folder-locked` (exit 3)
 */
export async function openHome(folder: string): Promise<Home> {
  const uploads = join(folder, 'uploads');
  const rejects = join(folder, 'rejects');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Taken from others, never given back: a folder that its owner made read-only is not written to.
    await chmod(folder, (await stat(folder)).mode & 0o700);
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    await mkdir(rejects, { recursive: true, mode: 0o700 });
    await finishRestore(folder);
    await mkdir(rejects, { recursive: true, mode: 0o700 });
  } catch (error) {
    const fault = machineFault(error);
    throw fault instanceof Refusal ? fault : refuse('home-unwritable', {}, 3);
  }
  return {
    folder,
    database: join(folder, 'zorgcluster.duckdb'),
    uploads,
    rejectsFile: (id) => join(rejects, `${checked(id)}.csv`),
    uploadFile: (id) => join(uploads, `${checked(id)}.part`),
  };
}

/**
 * Clears away what an earlier process left: uploads, a file half written anew, a copy for a backup, rejected rows of data sets
 * that are not there. To be called by whoever holds the store, after `noteCutOff` has read the marks.
 */
export async function clearLeftovers(home: Home, dataSets: readonly string[]): Promise<void> {
  for (const name of await readdir(home.uploads)) {
    await rm(join(home.uploads, name), { recursive: true, force: true });
  }
  for (const ending of ['.new', '.new.wal', '.tmp']) {
    await rm(`${home.database}${ending}`, { recursive: true, force: true });
  }
  await clearSnapshots(home.folder);
  const known = new Set(dataSets.map((id) => home.rejectsFile(id)));
  const rejects = dirname(home.rejectsFile('any'));
  for (const name of await readdir(rejects)) {
    const path = join(rejects, name);
    if (!known.has(path)) await rm(path, { force: true });
  }
}
