/**
 * The release ledger: one file per contribution that left, in `releases/` of the data folder.
 * Invariant: nothing leaves that is not in it, and nothing enters it that lets 1-9 patients be told apart.
 */

import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../../issue/refusal.ts';
import { writeFileWhole } from '../../write/file.ts';
import { withLock } from '../lock.ts';
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
    const earlier = await releasesIn(folder);
    if (earlier.some(({ sha256 }) => sha256 === fresh.sha256)) return letGo();
    if (
      hasSmallPattern(
        earlier.flatMap(({ tables }) => tables),
        fresh.tables,
      )
    ) {
      throw refuse('release-too-close', { releases: earlier.length });
    }
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

async function releasesIn(folder: string): Promise<Release[]> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name)).sort();
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
