/**
 * The data folder on disk. Invariants: only its owner can look inside (mode 0700); files are written
 * under a temporary name and renamed; what an interrupted upload left behind is removed at the start.
 */

import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse, STORE_ID } from '../../src/index.ts';

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

/** Makes the folder where needed. @throws Refusal `home-unwritable` (exit 3) */
export async function openHome(folder: string): Promise<Home> {
  const uploads = join(folder, 'uploads');
  const rejects = join(folder, 'rejects');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await rm(uploads, { recursive: true, force: true });
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    await mkdir(rejects, { recursive: true, mode: 0o700 });
  } catch {
    throw refuse('home-unwritable', {}, 3);
  }
  return {
    folder,
    database: join(folder, 'zorgcluster.duckdb'),
    uploads,
    rejectsFile: (id) => join(rejects, `${checked(id)}.csv`),
    uploadFile: (id) => join(uploads, `${checked(id)}.part`),
  };
}
