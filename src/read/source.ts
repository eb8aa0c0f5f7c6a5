/**
 * Where bytes come from: a file or memory, readable more than once.
 * Invariant: a source names itself by its base name; a path is never shown.
 */

import { createReadStream, type Stats, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
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
  /** After somebody else read `path`. @throws Refusal `file-changed` when it is not the file that it was */
  checkUnchanged?(): void;
}

/**
 * A file, read in pieces of 256 KiB. It must stay as it is while it is read: the head, a first pass and a second one
 * of different content would give rows that were never in one file together.
 * @throws Refusal `file-not-found` when it is missing, unreadable or a folder; from `bytes`, `file-changed` when
 * it is not the file any more that it was, and `machine-failed` (exit 3) when the machine cannot go on reading
 */
export function fileSource(path: string): ByteSource {
  const name = basename(path);
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined || info.isDirectory()) throw refuse('file-not-found', { name });
  return {
    name,
    ...(info.isFile() ? { size: info.size, path } : {}),
    bytes: () => (info.isFile() ? fileBytes(path, name, info) : pipeBytes(path, name)),
    ...(info.isFile() ? { checkUnchanged: () => checkSame(statSync(path), info, name) } : {}),
  };
}

async function* fileBytes(path: string, name: string, first: Stats): AsyncGenerator<Uint8Array> {
  const handle = await opened(path, name);
  try {
    checkSame(await handle.stat(), first, name);
    const stream = handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false });
    yield* told(stream, name);
    checkSame(await handle.stat(), first, name);
  } finally {
    await handle.close();
  }
}

/** What has no end that is known beforehand: a pipe, a device. */
async function* pipeBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: READ_BYTES });
  try {
    yield* told(stream, name);
  } finally {
    stream.destroy();
  }
}

async function opened(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch {
    throw refuse('file-not-found', { name });
  }
}

async function* told(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'open') throw refuse('file-not-found', { name });
    throw refuse('machine-failed', { detail: code }, 3);
  }
}

/** @throws Refusal `file-changed` */
function checkSame(now: Stats, first: Stats, name: string): void {
  const same =
    now.dev === first.dev &&
    now.ino === first.ino &&
    now.size === first.size &&
    now.mtimeMs === first.mtimeMs;
  if (!same) throw refuse('file-changed', { name });
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
