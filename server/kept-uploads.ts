/**
 * Uploaded files that may be read again with other choices, without being sent again. Invariants: a
 * file is kept only while the server runs, and never one that names people (see held-uploads.ts);
 * the file used longest ago makes room; who deletes a data set deletes its file.
 */

import { rename, rm } from 'node:fs/promises';
import type { Refusal } from '../src/index.ts';
import type { ImportOptions } from './import-options.ts';
import type { Home } from './store/home.ts';

export interface KeptUpload {
  /** As the browser named it. */
  readonly fileName: string;
  /** Of the data set. */
  readonly name: string;
  /** What it was read with last. */
  readonly options: ImportOptions;
}

export interface KeptUploads {
  get(id: string): (KeptUpload & { readonly path: string }) | undefined;
  /** Under which id the file of a data set, or of a reading that was refused, is kept. */
  idFor(id: string): string | undefined;
  /** The id under which a file went on. */
  successor(id: string): string | undefined;
  /** A reading under `id` was refused; its file is still kept under `of`. */
  refusedReading(id: string, of: string): void;
  /** The file that stands at the place of this id is kept. */
  keep(id: string, upload: KeptUpload): Promise<void>;
  /** The file goes on under another id. */
  move(from: string, to: string, upload: KeptUpload): Promise<void>;
  forget(id: string): Promise<void>;
}

/** An upload may be large: a few, not every one of a long day. */
const MOST_KEPT = 3;

export function createKeptUploads(home: Home): KeptUploads {
  const kept = new Map<string, KeptUpload>();
  const successors = new Map<string, string>();
  const readings = new Map<string, string>();
  const forget = async (id: string): Promise<void> => {
    kept.delete(id);
    await rm(home.uploadFile(id), { force: true });
  };
  const keep = async (id: string, upload: KeptUpload): Promise<void> => {
    kept.delete(id);
    kept.set(id, upload);
    while (kept.size > MOST_KEPT) await forget(kept.keys().next().value!);
  };
  return {
    get: (id) => {
      const upload = kept.get(id);
      return upload === undefined ? undefined : { ...upload, path: home.uploadFile(id) };
    },
    idFor: (id) => {
      const place = readings.get(id) ?? id;
      return kept.has(place) ? place : undefined;
    },
    successor: (id) => successors.get(id),
    refusedReading: (id, of) => void readings.set(id, of),
    keep,
    move: async (from, to, upload) => {
      await rename(home.uploadFile(from), home.uploadFile(to));
      kept.delete(from);
      successors.set(from, to);
      await keep(to, upload);
    },
    forget,
  };
}

/** Refusals that another sheet, column, decimal sign or date order may cure. */
const CURABLE = new Set([
  'sheets-several',
  'sheet-unknown',
  'column-missing',
  'columns-missing-any',
  'map-header-missing',
  'map-unknown-column',
  'decimal-undecided',
  'dates-undecided',
  'too-many-rejected',
  'no-usable-rows',
]);

export function isCurable(refusal: Refusal): boolean {
  return CURABLE.has(refusal.issues[0]?.code ?? '');
}
