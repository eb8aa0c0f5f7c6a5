/**
 * Files that were refused because they name people, held for one decision: take the identities out and
 * go on, or throw the file away. Invariants: nobody reads them meanwhile; they are held for a quarter of
 * an hour at most, and not past the end of the server; whatever is decided, the file is gone afterwards.
 */

import { rm } from 'node:fs/promises';
import type { Refusal } from '../src/index.ts';
import type { KeptUpload } from './kept-uploads.ts';
import type { Home } from './store/home.ts';

export interface HeldUpload extends KeptUpload {
  /** ISO day on which the data set is to be deleted; '' = none. */
  readonly deleteOn: string;
}

export interface HeldUploads {
  has(id: string): boolean;
  hold(id: string, upload: HeldUpload): void;
  /** Hands the file over to whoever reads it and removes it; undefined where it is held no more. */
  take(id: string): (HeldUpload & { readonly path: string }) | undefined;
  discard(id: string): Promise<void>;
  /** The server stops. */
  close(): Promise<void>;
}

export const HELD_MINUTES = 15;

export function createHeldUploads(home: Home, holdMs = HELD_MINUTES * 60_000): HeldUploads {
  const held = new Map<string, { readonly upload: HeldUpload; readonly timer: NodeJS.Timeout }>();
  const release = (id: string): HeldUpload | undefined => {
    const entry = held.get(id);
    if (entry === undefined) return undefined;
    clearTimeout(entry.timer);
    held.delete(id);
    return entry.upload;
  };
  const discard = async (id: string): Promise<void> => {
    if (release(id) !== undefined) await rm(home.uploadFile(id), { force: true });
  };
  return {
    has: (id) => held.has(id),
    hold: (id, upload) => {
      const timer = setTimeout(() => void discard(id), holdMs);
      // A file on hold keeps no process alive.
      timer.unref();
      held.set(id, { upload, timer });
    },
    take: (id) => {
      const upload = release(id);
      return upload && { ...upload, path: home.uploadFile(id) };
    },
    discard,
    close: async () => {
      for (const id of [...held.keys()]) await discard(id);
    },
  };
}

/** Whether a file was refused for nothing but the people it names: a key cures that. */
export function namesPeople({ issues }: Refusal): boolean {
  const kinds = ['identity-bsn', 'identity-email', 'identity-address', 'identity-name', 'identity-birth'];
  return issues.length > 0 && issues.every(({ code }) => kinds.includes(code));
}
