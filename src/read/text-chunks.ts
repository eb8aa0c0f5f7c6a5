/**
 * A source as text: unpacked where it is gzip, decoded, with a hash of the bytes as they are.
 * Invariant: one piece of the file in memory at a time.
 */

import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refuse } from '../issue/refusal.ts';
import { type Encoding, HEAD_BYTES, TextStream } from './decode.ts';
import type { LineRange } from './line-ranges.ts';
import { newFacts, type PassFacts } from './row-source.ts';
import type { ByteSource } from './source.ts';

async function* counted(source: ByteSource, facts: PassFacts): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const bytes of source.bytes()) {
    hash.update(bytes);
    facts.bytes += bytes.length;
    yield bytes;
  }
  facts.sha256 = hash.digest('hex');
}

/** Gathers at least `size` bytes (or all there are), so that decisions do not hang on chunk sizes. */
async function gather(
  bytes: AsyncIterator<Uint8Array>,
  size: number,
): Promise<{ head: Uint8Array; done: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await bytes.next();
    if (next.done) return { head: Buffer.concat(parts), done: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { head: parts.length === 1 ? parts[0]! : Buffer.concat(parts), done: false };
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = Readable.from(bytes).pipe(createGunzip());
  try {
    yield* gunzip;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw refuse('file-damaged', { kind: 'gzip' });
    }
    throw error;
  } finally {
    gunzip.destroy();
  }
}

async function* resumed(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  done: boolean,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  if (done) return;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** One pass over the bytes after unpacking; `facts` is complete when it ends. */
export async function* plainBytes(source: ByteSource, facts: PassFacts): AsyncGenerator<Uint8Array> {
  const raw = counted(source, facts);
  try {
    const { head, done } = await gather(raw, 2);
    const all = resumed(head, raw, done);
    yield* head[0] === 0x1f && head[1] === 0x8b ? unpacked(all) : all;
  } finally {
    await raw.return(undefined);
  }
}

/** The first bytes after unpacking, at most about 256 KiB; `whole` where that is all there is. */
export async function headOf(source: ByteSource): Promise<{ head: Uint8Array; whole: boolean }> {
  const bytes = plainBytes(source, newFacts());
  try {
    const { head, done } = await gather(bytes, HEAD_BYTES + 1);
    return { head: head.subarray(0, HEAD_BYTES), whole: done };
  } finally {
    await bytes.return(undefined);
  }
}

/** One pass over the text; `facts` is complete when it ends, and `settled` is told the encoding. */
export async function* textOf(
  source: ByteSource,
  facts: PassFacts,
  signal?: AbortSignal,
  settled?: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  const bytes = plainBytes(source, facts);
  try {
    const { head, done } = await gather(bytes, 4096);
    const text = new TextStream(head);
    for await (const piece of resumed(head, bytes, done)) {
      signal?.throwIfAborted();
      yield text.push(piece);
    }
    const last = text.end();
    settled?.(text.encoding);
    if (last !== '') yield last;
  } finally {
    await bytes.return(undefined);
  }
}

/** Long enough to be quick, short enough that its rows are gone before they are moved to old memory. */
const RANGE_PIECE = 1 << 16;

/** The text of whole rows in UTF-8, in pieces. A byte order mark counts only where the file begins. */
export async function* textOfRange({ bytes, rowsBefore }: LineRange): AsyncGenerator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const plain = isAscii(buffer);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: rowsBefore > 0 });
  for (let at = 0; at < buffer.length; at += RANGE_PIECE) {
    const piece = buffer.subarray(at, at + RANGE_PIECE);
    yield plain ? piece.toString('latin1') : decoder.decode(piece, { stream: true });
  }
  if (!plain) yield decoder.decode();
}
