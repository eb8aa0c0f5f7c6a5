/**
 * The whole data folder as one archive: a gzipped tar whose last entry is the manifest with a SHA-256
 * per file. Invariants: the store is closed to everyone else and whole by itself while it is copied;
 * the archive is whole or absent, and only its owner can read it: it holds keys and rows.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { type Engine, openEngine } from '../engine/engine.ts';
import { refuse } from '../issue/refusal.ts';
import type { BackupFile, BackupManifest } from '../model/backup.ts';
import { VERSION } from '../package.ts';
import { writeFileWhole } from '../write/file.ts';
import { DATABASE, folderContent } from './folder-content.ts';

export const MANIFEST = 'zorgcluster-backup.json';
export const SCHEMA = 'zorgcluster/backup@1';

/**
 * Writes the archive to `path`.
 * @param at ISO instant that the manifest names
 * @throws Refusal `backup-no-folder`, `backup-inside-folder` (exit 2), `store-in-use`, `output-failed` (exit 3)
 */
export async function writeBackup(home: string, path: string, at: string): Promise<BackupManifest> {
  if (!(await isFolder(home))) throw refuse('backup-no-folder');
  if (!relative(resolve(home), resolve(dirname(path))).startsWith('..')) {
    throw refuse('backup-inside-folder', {}, 2);
  }
  const engine = (await folderContent(home)).includes(DATABASE)
    ? await openEngine(join(home, DATABASE))
    : undefined;
  try {
    const storeVersion = engine && (await versionOf(engine));
    await engine?.checkpoint();
    const files: BackupFile[] = [];
    const manifest: BackupManifest = {
      schema: SCHEMA,
      version: VERSION,
      ...(storeVersion === undefined ? {} : { storeVersion }),
      madeAt: at,
      files,
    };
    await writeFileWhole(path, archive(home, await folderContent(home), files, manifest));
    return manifest;
  } finally {
    await engine?.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function versionOf(engine: Engine): Promise<number> {
  const [row] = await engine.all('select coalesce(max(version), 0) as version from migration');
  return Number(row?.version ?? 0);
}

/** Fills `files` as it goes, so that the manifest at the end names what was really written. */
async function* archive(
  home: string,
  names: readonly string[],
  files: BackupFile[],
  manifest: BackupManifest,
): AsyncGenerator<Uint8Array> {
  const packed = pack();
  const gzip = createGzip({ level: 1 });
  const flow = pipeline(packed, gzip);
  const filled = (async () => {
    for (const name of names) files.push(await addFile(packed, home, name));
    packed.entry({ name: MANIFEST, mode: 0o600 }, JSON.stringify(manifest, undefined, 2));
    packed.finalize();
  })();
  // Said to whoever reads the stream; here it only must not go unheard.
  filled.catch((error: Error) => gzip.destroy(error));
  flow.catch(() => undefined);
  yield* gzip;
  await Promise.all([filled, flow]);
}

/** Through one handle: a file that is replaced meanwhile is the old one from beginning to end. */
async function addFile(packed: Pack, home: string, name: string): Promise<BackupFile> {
  const handle = await open(join(home, name), 'r');
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
