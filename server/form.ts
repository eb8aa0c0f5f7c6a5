/**
 * Multipart forms with a file, streamed to disk: a file of hundreds of megabytes never stands in memory.
 * Invariants: at most one file and a handful of short fields; a file that is too large or cut off is
 * refused and removed.
 */

import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { refuse } from '../src/index.ts';

/** Largest upload in MB; above it the command line is the better road. */
export const UPLOAD_LIMIT_MB = 1000;

export interface ReceivedFile {
  /** Base name as the browser gave it. */
  readonly name: string;
  readonly bytes: number;
}

export interface ReceivedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: ReceivedFile;
}

/**
 * Receives a form whose file goes to `path`.
 * @throws Refusal `upload-empty`, `upload-too-large` or `upload-cut-off`; the file is then gone
 */
export async function receiveUpload(
  request: Request,
  path: string,
  limitBytes: number = UPLOAD_LIMIT_MB * 1_000_000,
): Promise<ReceivedForm> {
  try {
    return await receive(request, path, limitBytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function receive(request: Request, path: string, limitBytes: number): Promise<ReceivedForm> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || request.body === null) throw refuse('upload-empty');
  const fields = new Map<string, string>();
  const files: Promise<ReceivedFile | undefined>[] = [];
  const cutOff = () => refuse('upload-cut-off');
  try {
    const busboy = new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 20, fieldSize: 20_000, fileSize: limitBytes },
    });
    busboy.on('field', (name, value) => fields.set(name, value));
    busboy.on('file', (_field, stream, name) => files.push(keep(stream, name, path)));
    await pipeline(Readable.from(chunksOf(request.body)), busboy);
  } catch {
    await Promise.allSettled(files);
    throw cutOff();
  }
  const file = await files[0]?.catch((error: unknown) => {
    throw error === TOO_LARGE ? refuse('upload-too-large', { limit: limitBytes / 1_000_000 }) : cutOff();
  });
  if (file === undefined) throw refuse('upload-empty');
  return { fields, file };
}

const TOO_LARGE = new Error('file larger than the limit');

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** undefined when the form's file box was left empty. */
async function keep(stream: Readable, name: string, path: string): Promise<ReceivedFile | undefined> {
  let bytes = 0;
  let tooLarge = false;
  stream.once('limit', () => {
    tooLarge = true;
  });
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, count, createWriteStream(path, { mode: 0o600 }));
  if (tooLarge) throw TOO_LARGE;
  if (bytes === 0 && name === '') return undefined;
  return { name: baseName(name), bytes };
}

/** The last part of a path of either kind, without control signs, at most 120 characters. */
export function baseName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = [...last].filter((sign) => sign >= ' ' && sign !== '\u007f').join('');
  return plain.trim().slice(0, 120) || 'bestand.csv';
}
