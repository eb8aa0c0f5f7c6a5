/**
 * A source as a file that an engine can open by itself: the file as it is, or a copy of what was
 * packed or in memory, readable by its owner alone and gone after use.
 */

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { temporaryFolder } from '../write/file.ts';
import type { PassFacts } from './row-source.ts';
import type { ByteSource } from './source.ts';
import { plainBytes } from './text-chunks.ts';

/** In a path the engine would read them as a pattern. */
const PATTERN = /[*?[\]{}]/;

export interface LocalFile {
  readonly path: string;
  remove(): Promise<void>;
}

/** `isPlain` tells from the first bytes whether the file needs no unpacking. */
export async function localFile(
  source: ByteSource,
  facts: PassFacts,
  isPlain: (head: Uint8Array) => boolean,
): Promise<LocalFile> {
  const bytes = plainBytes(source, facts);
  if (source.path !== undefined && !PATTERN.test(source.path) && isPlain(await firstBytes(source))) {
    for await (const _ of bytes);
    return { path: source.path, remove: async () => {} };
  }
  const folder = await temporaryFolder();
  const path = join(folder.path, 'cases');
  try {
    await pipeline(Readable.from(bytes), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await folder.remove();
    throw error;
  }
  return { path, remove: folder.remove };
}

async function firstBytes(source: ByteSource): Promise<Uint8Array> {
  for await (const bytes of source.bytes()) return bytes;
  return new Uint8Array(0);
}
