/** Where the package lies and which version it is; the same from source and from the build. */

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above the program');
    folder = parent;
  }
  return folder;
}

/** Folder that holds package.json, data/ and views/. */
export const PACKAGE_ROOT: string = findRoot();

/** Folder of the shipped rule sets, price lists, scenarios and instruments. */
export const DATA_FOLDER: string = join(PACKAGE_ROOT, 'data');

export const VERSION: string = (
  JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }
).version;

/** The folder that command line and server share: `ZORGCLUSTER_HOME`, by default `~/.zorgcluster`. */
export function homeFolder(env: Readonly<Record<string, string | undefined>>): string {
  const given = env.ZORGCLUSTER_HOME;
  return given === undefined || given === '' ? join(homedir(), '.zorgcluster') : given;
}
