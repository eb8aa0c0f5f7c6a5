/** What a backup of the data folder says of itself. */

import type { Meta } from './meta.ts';

/** A file in it; `name` is its path inside the data folder, with slashes. */
export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The last entry of the archive: whoever reads it has read everything before it. */
export interface BackupManifest {
  readonly schema: 'zorgcluster/backup@1';
  /** Version of the program that made it. */
  readonly version: string;
  /** Number of the newest change to the store's shape; absent where the folder had no store yet. */
  readonly storeVersion?: number;
  /** ISO instant. */
  readonly madeAt: string;
  readonly files: readonly BackupFile[];
}

/** What `backup` and `restore` print. */
export interface BackupDocument {
  readonly meta: Meta;
  readonly files: readonly BackupFile[];
  readonly bytes: number;
}
