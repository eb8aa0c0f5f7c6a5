/**
 * Which files of a data folder a backup holds. Left out: uploads under way, what is half written, locks,
 * copies of the store for a backup, and what an earlier restore put aside. The database comes last: nobody
 * may write to it meanwhile.
 */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SNAPSHOT } from './snapshot.ts';

export const DATABASE = 'zorgcluster.duckdb';
/** Restores under way, and the folders that were put aside for one. */
export const RESTORING = 'restoring';
export const RESTORED = 'restored';
export const UNPACKING = 'restoring.part';
export const ASIDE = 'before-restore-';

const LEFT_OUT = new Set(['uploads', SNAPSHOT, RESTORING, RESTORED, UNPACKING]);

function isLeftOut(name: string): boolean {
  return LEFT_OUT.has(name) || name.startsWith(ASIDE) || name.startsWith(`${DATABASE}.`);
}

/** Paths inside the folder, with slashes, in order of name; plain files only. */
export async function folderContent(home: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(home, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === '' && isLeftOut(name)) continue;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile() && !/^\.lock$|\.tmp$/.test(entry.name)) found.push(name);
    }
  };
  await walk('');
  return found.sort((a, b) => Number(a === DATABASE) - Number(b === DATABASE) || (a < b ? -1 : 1));
}
