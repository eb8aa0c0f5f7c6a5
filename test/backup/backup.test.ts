/** A data folder goes out and comes back the same; what is not whole is refused and changes nothing. */

import { createHash } from 'node:crypto';
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderContent } from '../../src/backup/folder-content.ts';
import { finishRestore, openEngine } from '../../src/index.ts';
import { randomFrom } from '../support/random.ts';
import { runHere } from '../support/run-here.ts';

let place = '';
let home = '';
let archive = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'zorgcluster-backup-'));
  home = join(place, 'home');
  archive = join(place, 'kopie.tar.gz');
  await mkdir(join(home, 'keys'), { recursive: true });
  await mkdir(join(home, 'releases', 'r1'), { recursive: true });
  await mkdir(join(home, 'uploads'));
  await writeFile(join(home, 'keys', 'signing.pem'), 'secret', { mode: 0o600 });
  await writeFile(join(home, 'releases', 'r1', 'lines.json'), '{}');
  await writeFile(join(home, 'empty.txt'), '');
  // Noise does not compress: a flipped bit in a run of zeros may mean the same bytes.
  const random = randomFrom(1);
  await writeFile(
    join(home, 'noise.bin'),
    Uint8Array.from({ length: 60_000 }, () => 256 * random()),
  );
  await writeFile(join(home, 'uploads', 'half.part'), 'half');
  await writeFile(join(home, '.lock'), '999999');
  const engine = await openEngine(join(home, 'zorgcluster.duckdb'));
  await engine.transaction(async ({ run }) => {
    await run('create table migration (version integer)');
    await run('insert into migration values (7)');
    await run('create table cases as select range as x from range(50000)');
  });
  await engine.close();
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** Every file with its content, as the backup sees the folder. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = await folderContent(folder);
  const hashed = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}

async function backedUp(): Promise<void> {
  const made = await runHere(home, ['backup', archive, '--quiet']);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/^Reservekopie van de gegevensmap\n\nInhoud van de reservekopie\n\nBestand/);
}

test('out and back in an empty folder: the same files, for the owner alone', async () => {
  await backedUp();
  const other = join(place, 'other', 'deep');
  // What a command leaves that a full disk stopped is no content.
  await mkdir(join(other, 'rules'), { recursive: true, mode: 0o700 });
  // Who may give a folder away is root, which must not take what it restores from the service that owns the folder.
  await chown(other, 61_184, 61_184).catch(() => undefined);
  const owner = (await stat(other)).uid;
  const back = await runHere(other, ['restore', archive, '--json']);
  expect(back).toMatchObject({ status: 0, stderr: '' });
  for (const name of ['keys', 'keys/signing.pem', 'zorgcluster.duckdb']) {
    expect((await stat(join(other, name))).uid, name).toBe(owner);
  }
  const document = JSON.parse(back.stdout) as { files: { name: string }[] };
  expect(document.files.map(({ name }) => name)).toEqual([
    'empty.txt',
    'keys/signing.pem',
    'noise.bin',
    'releases/r1/lines.json',
    'zorgcluster.duckdb',
  ]);
  expect(await contentOf(other)).toEqual(await contentOf(home));
  expect((await readdir(other)).sort()).toEqual([
    'empty.txt',
    'keys',
    'noise.bin',
    'releases',
    'zorgcluster.duckdb',
  ]);
  for (const path of [archive, join(other, 'keys', 'signing.pem'), other]) {
    expect((await stat(path)).mode & 0o077, path).toBe(0);
  }
  const engine = await openEngine(join(other, 'zorgcluster.duckdb'));
  expect(await engine.all('select count(*) as n from cases')).toEqual([{ n: 50_000 }]);
  await engine.close();
});

test('the same folder gives the same document, without a clock time', async () => {
  const [one, two] = [
    await runHere(home, ['backup', archive, '--json']),
    await runHere(home, ['backup', join(place, 'b.tar.gz'), '--json']),
  ];
  expect(two.stdout).toBe(one.stdout);
  expect(JSON.parse(one.stdout)).toMatchObject({ meta: { tool: 'zorgcluster', command: 'backup' } });
});

describe('a folder that is not empty', () => {
  test('stays as it is without --replace', async () => {
    await backedUp();
    const before = await contentOf(home);
    await mkdir(join(home, 'unused'));
    const refused = await runHere(home, ['restore', archive]);
    expect(refused.status).toBe(1);
    expect(await readdir(home)).toContain('unused');
    expect(refused.stderr).toMatch(/^De gegevensmap is niet leeg\. Met --replace[^\n]+\n$/);
    expect(await contentOf(home)).toEqual(before);
  });

  test('is put aside with it, and that is said', async () => {
    await backedUp();
    await writeFile(join(home, 'empty.txt'), 'changed since');
    await writeFile(join(home, 'new.txt'), 'new');
    const back = await runHere(home, ['restore', archive, '--replace', '--lang', 'en']);
    expect(back.status).toBe(0);
    expect(back.stdout).toMatch(/now stands in before-restore-1 in the data folder/);
    expect(await readFile(join(home, 'empty.txt'), 'utf8')).toBe('');
    expect(await readFile(join(home, 'before-restore-1', 'new.txt'), 'utf8')).toBe('new');
    expect(await readdir(home)).not.toContain('new.txt');
    // What was put aside is in no later backup.
    expect(Object.keys(await contentOf(home))).toHaveLength(5);
  });
});

describe('an archive that is not whole', () => {
  const damage: [string, (bytes: Buffer) => Buffer, RegExp][] = [
    ['cut in the middle', (bytes) => bytes.subarray(0, bytes.length / 2), /afgekapt of beschadigd/],
    ['cut by one byte', (bytes) => bytes.subarray(0, -1), /afgekapt of beschadigd/],
    ['empty', () => Buffer.alloc(0), /geen reservekopie|afgekapt/],
    ['a bit flipped', (bytes) => flip(bytes, bytes.length >> 1), /afgekapt|klopt .* niet|geen reservekopie/],
    ['another file', () => Buffer.from('patient;hv01\n1;2\n'), /geen reservekopie/],
    ['gzip of something else', () => gzipSync('x'.repeat(2000)), /geen reservekopie|afgekapt/],
    [
      'a file changed and packed again',
      (bytes) =>
        gzipSync(Buffer.from(gunzipSync(bytes).toString('latin1').replace('secret', 'Secret'), 'latin1')),
      /klopt keys\/signing\.pem niet/,
    ],
    ['a path that leaves the folder', (bytes) => gzipSync(escaping(gunzipSync(bytes))), /geen reservekopie/],
    [
      'packed again without its end',
      (bytes) => gzipSync(gunzipSync(bytes).subarray(0, 4096)),
      /afgekapt of beschadigd/,
    ],
  ];
  test.each(damage)('%s: one sentence, exit 1, nothing restored', async (_, change, says) => {
    await backedUp();
    await writeFile(archive, change(await readFile(archive)));
    const other = join(place, 'other');
    const refused = await runHere(other, ['restore', archive]);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toMatch(says);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    expect(await readdir(other)).toEqual([]);
    const before = await contentOf(home);
    expect((await runHere(home, ['restore', archive, '--replace'])).status).toBe(1);
    expect(await contentOf(home)).toEqual(before);
  });

  test('no such file', async () => {
    const refused = await runHere(join(place, 'other'), ['restore', join(place, 'nowhere.tar.gz')]);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^Het bestand nowhere\.tar\.gz bestaat niet/);
  });
});

test('a restore that was killed goes on at the next start, wherever it was', async () => {
  await backedUp();
  const wanted = await contentOf(home);
  const files = ['empty.txt', 'keys', 'noise.bin', 'releases', 'zorgcluster.duckdb'];
  for (const halfway of ['unpacking', 'moving aside', 'all aside', 'moving in']) {
    const other = join(place, halfway);
    expect((await runHere(other, ['restore', archive, '--quiet'])).status).toBe(0);
    const stage = join(other, halfway === 'unpacking' ? 'restoring.part' : 'restoring');
    await mkdir(stage);
    for (const name of files) await rename(join(other, name), join(stage, name));
    await writeFile(join(other, 'old.txt'), 'old');
    await writeFile(join(other, 'older.txt'), 'old');
    if (halfway !== 'unpacking') await mkdir(join(other, 'before-restore-1'));
    if (halfway === 'moving aside')
      await rename(join(other, 'old.txt'), join(other, 'before-restore-1', 'old.txt'));
    if (halfway === 'all aside' || halfway === 'moving in') {
      for (const name of ['old.txt', 'older.txt']) {
        await rename(join(other, name), join(other, 'before-restore-1', name));
      }
      await rename(stage, join(other, 'restored'));
    }
    if (halfway === 'moving in') await rename(join(other, 'restored', 'keys'), join(other, 'keys'));
    await finishRestore(other);
    if (halfway === 'unpacking') expect((await readdir(other)).sort()).toEqual(['old.txt', 'older.txt']);
    else expect(await contentOf(other), halfway).toEqual(wanted);
  }
});

test('no data folder yet, or a place inside it: said, nothing written', async () => {
  const inside = await runHere(home, ['backup', join(home, 'x.tar.gz')]);
  expect(inside).toMatchObject({ status: 2 });
  expect(inside.stderr).toMatch(/^De reservekopie mag niet in de gegevensmap zelf/);
  const none = await runHere(join(place, 'none'), ['backup', archive]);
  expect(none).toMatchObject({ status: 1 });
  expect(none.stderr).toMatch(/^Er is nog geen gegevensmap/);
  expect(await readdir(place)).toEqual(['home']);
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 0x10;
  return copy;
}

/** The first entry renamed to a path outside, with a right checksum. */
function escaping(tar: Buffer): Buffer {
  const copy = Buffer.from(tar);
  copy.fill(0, 0, 100);
  copy.write('../evil.txt', 0);
  copy.fill(0x20, 148, 156);
  let sum = 0;
  for (let at = 0; at < 512; at += 1) sum += copy[at]!;
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return copy;
}
