/**
 * Where bytes come from: a file or memory, readable more than once.
 * Invariant: a source names itself by its base name; a path is never shown.
 */

import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../issue/refusal.ts';

const READ_BYTES = 1 << 18;

export interface ByteSource {
  /** Base name. */
  readonly name: string;
  readonly size?: number;
  /** Of a file, for an engine that reads it by itself; it stands in no message and no result. */
  readonly path?: string;
  /** From the first byte, each time it is called. */
  bytes(): AsyncIterable<Uint8Array>;
}

/**
 * A file, read in pieces of 256 KiB.
 * @throws Refusal `file-not-found` when it is missing, unreadable or a folder
 */
export function fileSource(path: string): ByteSource {
  const name = basename(path);
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined || info.isDirectory()) throw refuse('file-not-found', { name });
  return {
    name,
    ...(info.isFile() ? { size: info.size, path } : {}),
    bytes: () => fileBytes(path, name),
  };
}

async function* fileBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: READ_BYTES });
  try {
    yield* stream;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw refuse('file-not-found', { name });
    throw error;
  } finally {
    stream.destroy();
  }
}

/** Bytes already in memory, handed out in pieces so that progress and cancelling work alike. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name: basename(name),
    size: bytes.length,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += READ_BYTES) yield bytes.subarray(at, at + READ_BYTES);
    },
  };
}
