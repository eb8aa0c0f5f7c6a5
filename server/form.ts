/**
 * Multipart forms with files, streamed to disk: a file of hundreds of megabytes never stands in memory.
 * Invariants: a handful of files and short fields at most; where a file is too large or cut off all
 * are refused and removed.
 */

import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { machineFault, Refusal, refuse } from '../src/index.ts';

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

/** A form with several file boxes; those left empty are not there. */
export interface ReceivedFiles {
  readonly fields: ReadonlyMap<string, string>;
  /** By the name of the box; `path` is where it stands. */
  readonly files: ReadonlyMap<string, ReceivedFile & { readonly path: string }>;
}

/**
 * Receives a form whose file goes to `path`.
 * @param named told the file's name as soon as it is known
 * @throws Refusal `upload-empty`, `upload-too-large`, `upload-cut-off` or `disk-full`; the file is then gone
 */
export async function receiveUpload(
  request: Request,
  path: string,
  limitBytes: number = UPLOAD_LIMIT_MB * 1_000_000,
  named?: (name: string) => Promise<void>,
): Promise<ReceivedForm> {
  const { fields, files } = await receiveFiles(request, [path], limitBytes, named);
  const [file] = files.values();
  if (file === undefined) {
    await rm(path, { force: true });
    throw refuse('upload-empty');
  }
  return { fields, file };
}

/**
 * The same with several files: they go to `paths` in the order in which they come.
 * @throws Refusal as `receiveUpload`, save that no file at all is no fault; all files are then gone
 */
export async function receiveFiles(
  request: Request,
  paths: readonly string[],
  limitBytes: number,
  named?: (name: string) => Promise<void>,
): Promise<ReceivedFiles> {
  try {
    return await receive(request, paths, limitBytes, named);
  } catch (error) {
    for (const path of paths) await rm(path, { force: true });
    throw error;
  }
}

async function receive(
  request: Request,
  paths: readonly string[],
  limitBytes: number,
  named: ((name: string) => Promise<void>) | undefined,
): Promise<ReceivedFiles> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || request.body === null) throw refuse('upload-empty');
  const fields = new Map<string, string>();
  const kept: Promise<(ReceivedFile & { path: string; box: string }) | undefined>[] = [];
  const streams: Readable[] = [];
  const failed = new AbortController();
  const cutOff = (error: unknown) => {
    const fault = machineFault(error);
    return fault instanceof Refusal ? fault : refuse('upload-cut-off');
  };
  try {
    const busboy = new Busboy({
      headers: { 'content-type': type },
      limits: { files: paths.length, fields: 20, fieldSize: 20_000, fileSize: limitBytes },
    });
    busboy.on('field', (name, value) => fields.set(name, value));
    busboy.on('file', (box, stream, name) => {
      const path = paths[kept.length]!;
      streams.push(stream);
      // An empty box comes without a name, whatever the library's types say.
      const received = keep(stream, (name as string | undefined) ?? '', path, named);
      const file = received.then((each) => (each === undefined ? each : { ...each, path, box }));
      // A file that cannot be kept ends the sending: the parser would wait for ever for somebody to take it.
      file.catch((error: unknown) => error !== TOO_LARGE && failed.abort());
      kept.push(file);
    });
    await pipeline(Readable.from(chunksOf(request.body)), busboy, { signal: failed.signal });
  } catch (error) {
    // Who goes away halfway ends the form, not the file in it, which would wait for ever for the rest.
    for (const stream of streams) stream.destroy(error instanceof Error ? error : undefined);
    // A disk that is full cuts off the sender too: the first cause is what is told.
    const [fault] = (await Promise.allSettled(kept)).flatMap((each) =>
      each.status === 'rejected' && each.reason !== TOO_LARGE ? [each.reason as unknown] : [],
    );
    throw cutOff(fault ?? error);
  }
  const received = await Promise.all(kept).catch(async (error: unknown) => {
    await Promise.allSettled(kept);
    throw error === TOO_LARGE ? refuse('upload-too-large', { limit: limitBytes / 1_000_000 }) : cutOff(error);
  });
  const files = new Map(received.flatMap((file) => (file === undefined ? [] : [[file.box, file] as const])));
  return { fields, files };
}

const TOO_LARGE = new Error('file larger than the limit');

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** undefined when the form's file box was left empty. */
async function keep(
  stream: Readable,
  name: string,
  path: string,
  named: ((name: string) => Promise<void>) | undefined,
): Promise<ReceivedFile | undefined> {
  const marked = name === '' ? undefined : named?.(name);
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
  // At once: a stream that breaks while nobody listens takes the server along.
  await Promise.all([pipeline(stream, count, createWriteStream(path, { mode: 0o600 })), marked]);
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
