import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/issue/refusal.ts';
import { removeUnfinishedFiles, writeFileWhole } from '../../src/write/file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zorgcluster-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeFileWhole', () => {
  it('writes text, bytes and chunks, for the owner alone', async () => {
    const path = join(folder, 'a.csv');
    await writeFileWhole(path, 'é\n');
    expect(readFileSync(path, 'utf8')).toBe('é\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await writeFileWhole(path, new Uint8Array([104, 105]));
    expect(readFileSync(path, 'utf8')).toBe('hi');
    await writeFileWhole(path, ['a', 'b', new Uint8Array([99])]);
    expect(readFileSync(path, 'utf8')).toBe('abc');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('leaves nothing behind when the process is told to stop half-way', async () => {
    const path = join(folder, 'a.csv');
    async function* stopped() {
      yield 'new';
      expect(readdirSync(folder)).toHaveLength(1);
      removeUnfinishedFiles();
      expect(readdirSync(folder)).toEqual([]);
    }
    await expect(writeFileWhole(path, stopped())).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes away what a killed run left, and nothing that is still being written', async () => {
    const path = join(folder, 'a.csv');
    let own = '';
    async function* content() {
      yield 'new';
      own = readdirSync(folder).find((name) => name.endsWith('.tmp'))!;
    }
    await writeFileWhole(path, content());
    // No process has the number that is one more than the highest.
    const dead = own.replace(/-\d+-0\.tmp$/, '-4194305-0.tmp');
    const otherMachine = dead.replace(/\.[0-9a-f]{8}-/, '.00000000-');
    const others = ['.a.csv.tmp', '.b.csv.1-0.tmp', own, otherMachine];
    for (const name of [dead, ...others]) writeFileSync(join(folder, name), 'half');
    await writeFileWhole(path, 'newer');
    expect(readdirSync(folder).sort()).toEqual(['a.csv', ...others].sort());
    expect(readFileSync(path, 'utf8')).toBe('newer');
  });

  it('leaves the old file and nothing else when the content fails half-way', async () => {
    const path = join(folder, 'a.csv');
    await writeFileWhole(path, 'old');
    async function* failing() {
      yield 'new';
      throw new RangeError('half-way');
    }
    await expect(writeFileWhole(path, failing())).rejects.toThrow(RangeError);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it.each([
    ['in a folder that is not there', 'no/a.csv'],
    ['over a folder', '.'],
  ])('refuses to write %s, with exit 3', async (_, name) => {
    const error = await writeFileWhole(join(folder, name), 'x').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({ exit: 3, issues: [{ code: 'output-failed' }] });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('passes a leftover of a killed run and two writers at once', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(join(folder, `.a.csv.${process.pid}-0.tmp`), 'left');
    await Promise.all([writeFileWhole(path, 'one'), writeFileWhole(path, 'two')]);
    expect(['one', 'two']).toContain(readFileSync(path, 'utf8'));
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('follows a link and writes through a device', async () => {
    writeFileSync(join(folder, 'real.csv'), 'old');
    symlinkSync('real.csv', join(folder, 'link.csv'));
    await writeFileWhole(join(folder, 'link.csv'), 'new');
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new');
    await writeFileWhole('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
