/** Files by name: what has no dot or slash is a file of the data folder, anything else a path. */

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { homeFolder, refuse } from '../index.ts';
import type { Io } from './io.ts';

/** Folders of the data folder, with the kind of file they hold. */
const EXTENSIONS = { designs: 'json', contributions: 'json', keys: 'json', conversions: 'csv' } as const;

export function namedFile(io: Io, folder: keyof typeof EXTENSIONS, given: string): string {
  if (given === '' || /[./\\]/.test(given)) return given;
  return join(homeFolder(io.env), folder, `${given}.${EXTENSIONS[folder]}`);
}

/** What stands in a file. @throws Refusal `file-not-found` */
export async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw refuse('file-not-found', { name: basename(path) });
  }
}
