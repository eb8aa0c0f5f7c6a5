/**
 * Small files of the data folder by their name, where the command line finds them too: designs,
 * contributions, conversion tables. Invariants: a name is letters, digits, `-` and `_`, so that no address
 * leads out of the folder; a file is whole or absent; who writes holds the folder's lock.
 */

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse, withLock, writeFileWhole } from '../../src/index.ts';

const NAME = /^[A-Za-z0-9][\w-]{0,63}$/;

export interface Shelf {
  /** In order of name. */
  names(): Promise<string[]>;
  /** undefined where there is no such file. */
  read(name: string): Promise<string | undefined>;
  /**
   * Puts a text in place of what is there.
   * @param check is told what is there, under the lock; it refuses by throwing
   * @throws Refusal `network-name`, and whatever `check` throws
   */
  write(name: string, text: string, check?: (present: string | undefined) => void): Promise<void>;
  remove(name: string): Promise<void>;
}

export function createShelf(home: string, folderName: string, extension: string): Shelf {
  const folder = join(home, folderName);
  const pathOf = (name: string): string => join(folder, `${name}${extension}`);
  const read = async (name: string): Promise<string | undefined> => {
    if (!NAME.test(name)) return undefined;
    try {
      return await readFile(pathOf(name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    read,
    names: async () => {
      const found = await readdir(folder).catch((): string[] => []);
      return found
        .filter((file) => file.endsWith(extension))
        .map((file) => file.slice(0, -extension.length))
        .filter((name) => NAME.test(name))
        .sort();
    },
    write: async (name, text, check) => {
      if (!NAME.test(name)) throw refuse('network-name', {});
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await withLock(folder, async () => {
        check?.(await read(name));
        await writeFileWhole(pathOf(name), text);
      });
    },
    remove: async (name) => {
      if (!NAME.test(name)) return;
      await withLock(folder, () => rm(pathOf(name), { force: true }));
    },
  };
}
