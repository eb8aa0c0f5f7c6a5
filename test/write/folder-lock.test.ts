/** One writer at a time, whatever an earlier process left behind. */

import { linkSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/write/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a lock that was left', () => {
  it.each([
    ['blank, by a full disk or a cut of the power', ''],
    ['by a process of our number, in a container that began again', String(process.pid)],
    ['by a process that is gone', '999999999'],
  ])('%s, is taken over', async (_what, content) => {
    writeFileSync(join(folder, '.lock'), content);
    expect(await withLock(folder, async () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over by one of many at a time, and let go before the next takes it', async () => {
    for (let round = 0; round < 8; round++) {
      writeFileSync(join(folder, '.lock'), round % 2 === 0 ? '999999999' : String(process.pid));
      let [inside, most] = [0, 0];
      const work = async (): Promise<void> => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((done) => setTimeout(done, 1));
        inside -= 1;
      };
      await Promise.all(Array.from({ length: 8 }, () => withLock(folder, work)));
      expect(most).toBe(1);
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('is taken over where somebody went in the middle of taking it over', async () => {
    const lock = join(folder, '.lock');
    writeFileSync(lock, '999999999');
    const { ino, mtimeNs } = statSync(lock, { bigint: true });
    linkSync(lock, `${lock}.${ino}-${mtimeNs}.tmp`);
    expect(await withLock(folder, async () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });
});
