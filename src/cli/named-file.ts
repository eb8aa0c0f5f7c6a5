/** Files by name: what has no dot or slash is a file of the data folder, anything else a path. */

import { join } from 'node:path';
import { homeFolder } from '../index.ts';
import type { Io } from './io.ts';

/** Folders of the data folder, with the kind of file they hold. */
const EXTENSIONS = { designs: 'json', contributions: 'json', keys: 'json', conversions: 'csv' } as const;

export function namedFile(io: Io, folder: keyof typeof EXTENSIONS, given: string): string {
  if (given === '' || /[./\\]/.test(given)) return given;
  return join(homeFolder(io.env), folder, `${given}.${EXTENSIONS[folder]}`);
}
