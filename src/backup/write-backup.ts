/**
 * The whole data folder as one archive: a gzipped tar whose last entry is the manifest with a SHA-256
 * per file. Invariants: the store in it is whole by itself, either closed to everyone else while it is copied
 * or a copy that the running server made; the archive is whole or absent, and only its owner can read it: it
 * holds keys and rows.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { type Engine, openEngine } from '../engine/engine.ts';
import { Refusal, refuse } from '../issue/refusal.ts';
import type { BackupFile, BackupManifest } from '../model/backup.ts';
import { VERSION } from '../package.ts';
import { writeFileWhole } from '../write/file.ts';
import { DATABASE, folderContent } from './folder-content.ts';
import { askSnapshot, versionOf } from './snapshot.ts';

export const MANIFEST = 'zorgcluster-backup.json';
export const SCHEMA = 'zorgcluster/backup@1';

/**
 * Writes the archive to `path`.
 * @param at ISO instant that the manifest names
 * @throws Refusal `backup-no-folder`, `backup-inside-folder` (exit 2); `store-in-use`, `snapshot-failed`,
 * `output-failed` (exit 3)
 */
export async function writeBackup(home: string, path: string, at: string): Promise<BackupManifest> {
  if (!(await isFolder(home))) throw refuse('backup-no-folder');
  if (!relative(resolve(home), resolve(dirname(path))).startsWith('..')) {
    throw refuse('backup-inside-folder', {}, 2);
  }
  const store = (await folderContent(home)).includes(DATABASE) ? await takeStore(home) : undefined;
  try {
    const files: BackupFile[] = [];
    const manifest: BackupManifest = {
      schema: SCHEMA,
      version: VERSION,
      ...(store === undefined ? {} : { storeVersion: store.version }),
      madeAt: at,
      files,
    };
    const content = archive(home, await folderContent(home), store?.handle, files, manifest);
    await writeFileWhole(path, content);
    return manifest;
  } finally {
    await store?.release();
  }
}

interface Store {
  readonly version: number;
  /** Of a copy; absent = the file itself, which nobody else can open now. */
  readonly handle?: FileHandle;
  release(): Promise<void>;
}

/** The store to oneself; where a server has it, a copy made by that server. */
async function takeStore(home: string): Promise<Store> {
  let engine: Engine;
  try {
    engine = await openEngine(join(home, DATABASE));
  } catch (error) {
    if (!(error instanceof Refusal) || error.issues[0]?.code !== 'store-in-use') throw error;
    const { handle, version } = await askSnapshot(home);
    return { handle, version, release: () => handle.close() };
  }
  try {
    const version = await versionOf(engine);
    await engine.checkpoint();
    return { version, release: engine.close };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** Fills `files` as it goes, so that the manifest at the end names what was really written. */
async function* archive(
  home: string,
  names: readonly string[],
  copied: FileHandle | undefined,
  files: BackupFile[],
  manifest: BackupManifest,
): AsyncGenerator<Uint8Array> {
  const packed = pack();
  const gzip = createGzip({ level: 1 });
  const flow = pipeline(packed, gzip);
  const filled = (async () => {
    for (const name of names) {
      const file =
        name === DATABASE && copied !== undefined ? copied : await opened(join(home, name), copied);
      if (file !== undefined) files.push(await addFile(packed, file, name));
    }
    packed.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest, undefined, 2));
    packed.finalize();
  })();
  // Said to whoever reads the stream; here it only must not go unheard.
  filled.catch((error: Error) => gzip.destroy(error));
  flow.catch(() => undefined);
  yield* gzip;
  await Promise.all([filled, flow]);
}

/** A running server may have deleted a data set, and what stood beside it, since the folder was looked at. */
async function opened(path: string, copied: FileHandle | undefined): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (copied !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Through one handle: a file that is replaced meanwhile is the old one from beginning to end. */
async function addFile(packed: Pack, handle: FileHandle, name: string): Promise<BackupFile> {
  try {
    const { size } = await handle.stat();
    const entry = packed.entry({ name, size, mode: 0o600 });
    const hash = createHash('sha256');
    for await (const chunk of chunksOf(handle, size)) {
      hash.update(chunk);
      if (!entry.write(chunk)) await once(entry, 'drain');
    }
    entry.end();
    return { name, bytes: size, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

async function* chunksOf(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  if (size === 0) return;
  yield* handle.createReadStream({ start: 0, end: size - 1, autoClose: false, highWaterMark: 1 << 18 });
}
