/**
 * An archive of the data folder, unpacked and checked. Invariant: nothing of it counts before its
 * manifest has been read at the end and every file has the size and the SHA-256 that it names.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Entry, extract } from 'tar-stream';
import * as v from 'valibot';
import { machineFault } from '../engine/machine-fault.ts';
import { Refusal, refuse } from '../issue/refusal.ts';
import type { BackupFile, BackupManifest } from '../model/backup.ts';
import { MANIFEST, SCHEMA } from './write-backup.ts';

const ManifestSchema = v.object({
  schema: v.literal(SCHEMA),
  version: v.string(),
  storeVersion: v.exactOptional(v.number()),
  madeAt: v.string(),
  files: v.array(v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })),
});

/** Longest manifest that is believed. */
const MOST_MANIFEST_BYTES = 50_000_000;
const NO_FILE = new Set(['ENOENT', 'EISDIR', 'EACCES', 'EPERM']);

/**
 * Unpacks the archive at `path` into a new folder.
 * @throws Refusal `file-not-found`, `backup-unknown`, `backup-damaged` or `backup-altered` (exit 1),
 * `disk-full` (exit 3); what was unpacked is then for the caller to remove
 */
export async function readBackup(path: string, folder: string): Promise<BackupManifest> {
  const seen = new Map<string, BackupFile>();
  let manifest: BackupManifest | undefined;
  const entries = extract();
  const flow = pipeline(createReadStream(path), createGunzip(), entries);
  flow.catch(() => undefined);
  try {
    for await (const entry of entries) {
      const { name, type } = entry.header;
      if (manifest !== undefined || type !== 'file' || !isSafe(name) || seen.has(name)) {
        throw refuse('backup-unknown');
      }
      if (name === MANIFEST) manifest = manifestOf(await textOf(entry));
      else seen.set(name, await unpack(entry, folder, name));
    }
    await flow;
  } catch (error) {
    throw faultOf(error, path);
  }
  if (manifest === undefined) throw refuse('backup-damaged');
  check(manifest.files, seen);
  return manifest;
}

/** A path that stays inside the folder. */
function isSafe(name: string): boolean {
  return (
    name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') && !/[\\\0:]/.test(name)
  );
}

async function unpack(entry: Entry, folder: string, name: string): Promise<BackupFile> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of entry) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

async function textOf(entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of entry) {
    bytes += chunk.length;
    if (bytes > MOST_MANIFEST_BYTES) throw refuse('backup-unknown');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function manifestOf(text: string): BackupManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('backup-damaged');
  }
  const parsed = v.safeParse(ManifestSchema, value);
  if (!parsed.success) throw refuse('backup-unknown');
  return parsed.output;
}

function check(named: readonly BackupFile[], seen: ReadonlyMap<string, BackupFile>): void {
  for (const file of named) {
    const found = seen.get(file.name);
    if (found === undefined || found.bytes !== file.bytes || found.sha256 !== file.sha256) {
      throw refuse('backup-altered', { name: file.name });
    }
  }
  const known = new Set(named.map(({ name }) => name));
  for (const name of seen.keys()) if (!known.has(name)) throw refuse('backup-altered', { name });
}

/** What the ZIP and tar readers say may quote the file: told in our own words. */
function faultOf(error: unknown, path: string): unknown {
  const fault = machineFault(error);
  if (fault instanceof Refusal) return fault;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === 'open' && NO_FILE.has(code ?? ''))
    return refuse('file-not-found', { name: basename(path) });
  if (/incorrect header check|invalid tar header/i.test(message)) return refuse('backup-unknown');
  // The readers' own findings; what the machine says names the call that failed.
  if (syscall === undefined) return refuse('backup-damaged');
  return error;
}
