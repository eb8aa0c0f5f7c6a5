/**
 * The release ledger: one file per contribution that left, in `releases/` of the data folder.
 * Invariant: nothing leaves that is not in it, and nothing enters it that lets 1-9 patients be told apart.
 */

import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../../issue/refusal.ts';
import { writeFileWhole } from '../../write/file.ts';
import { withLock } from '../../write/folder-lock.ts';
import type { Release } from './release.ts';
import { hasSmallPattern } from './small-pattern.ts';

/**
 * Checks a release against all before it, enters it, and lets it go. The same contribution again changes
 * nothing and passes: its bytes are the same.
 * @param letGo writes the contribution; where it fails nothing has left and the entry is taken back
 * @throws Refusal `release-too-close`, `ledger-damaged`, `folder-locked`
 */
export async function release(home: string, fresh: Release, letGo: () => Promise<void>): Promise<void> {
  const folder = join(home, 'releases');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await withLock(folder, async () => {
    if (mayLeave(fresh, await releasesIn(folder)) === 'again') return letGo();
    const path = join(folder, `${fresh.sha256}.json`);
    await writeFileWhole(path, `${JSON.stringify(fresh)}\n`);
    try {
      await letGo();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  });
}

/**
 * Whether a release would pass, without entering it.
 * @throws Refusal as `release`
 */
export async function checkRelease(home: string, fresh: Release): Promise<void> {
  mayLeave(fresh, await releasesIn(join(home, 'releases')));
}

/** Whether anything ever left this data folder. */
export async function hasReleases(home: string): Promise<boolean> {
  return (await entriesIn(join(home, 'releases'))).length > 0;
}

/** What left this data folder, as far as anyone may be shown: no line, no number of lines. */
export interface ReleaseFact {
  /** Hash of the contribution. */
  readonly sha256: string;
  /** Tables of sums that left: `outcome`, `duration`, … */
  readonly models: readonly string[];
  /** When it was entered, in milliseconds since 1970. */
  readonly enteredMs: number;
}

/**
 * The releases of a data folder, newest first.
 * @throws Refusal `ledger-damaged`
 */
export async function listReleases(home: string): Promise<ReleaseFact[]> {
  const folder = join(home, 'releases');
  const facts = await Promise.all(
    (await releasesIn(folder)).map(
      async ({ sha256, tables }): Promise<ReleaseFact> => ({
        sha256,
        models: tables.flatMap(({ kind, name }) => (kind === 'sums' ? [name] : [])),
        enteredMs: (await stat(join(folder, `${sha256}.json`))).mtimeMs,
      }),
    ),
  );
  return facts.sort((a, b) => b.enteredMs - a.enteredMs || (a.sha256 < b.sha256 ? -1 : 1));
}

/** @throws Refusal `release-too-close` */
function mayLeave(fresh: Release, earlier: readonly Release[]): 'again' | 'new' {
  if (earlier.some(({ sha256 }) => sha256 === fresh.sha256)) return 'again';
  if (
    hasSmallPattern(
      earlier.flatMap(({ tables }) => tables),
      fresh.tables,
    )
  ) {
    throw refuse('release-too-close', { releases: earlier.length });
  }
  return 'new';
}

async function releasesIn(folder: string): Promise<Release[]> {
  const names = await entriesIn(folder);
  return Promise.all(
    names.map(async (name) => {
      try {
        const found = JSON.parse(await readFile(join(folder, name), 'utf8')) as Partial<Release>;
        if (found.schema === 'zorgcluster/release@1' && Array.isArray(found.tables)) return found as Release;
      } catch {
        // A release that cannot be read may be the one that matters: nothing leaves until it is mended.
      }
      throw refuse('ledger-damaged', { name });
    }),
  );
}

/** None before the first release. */
async function entriesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
