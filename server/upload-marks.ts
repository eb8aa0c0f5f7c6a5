/**
 * A mark beside every upload for as long as it is being sent, read and stored, so that after a crash the
 * next start can say what was cut off. Invariant: a mark goes only when the user has been told how it ended.
 */

import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, STORE_ID } from '../src/index.ts';
import type { CutOff } from '../views/model.ts';
import type { Home } from './store/home.ts';
import { askRenewal } from './store/upkeep.ts';

const ENDING = '.mark.json';
/** Notices kept: what nobody clears away must not pile up. */
const MOST_NOTICES = 20;

function markFile(home: Home, id: string): string {
  return join(home.uploads, `${id}${ENDING}`);
}

/** Before the first byte is kept. */
export async function markUpload(home: Home, id: string, name: string): Promise<void> {
  await writeFile(markFile(home, id), JSON.stringify({ name }), { mode: 0o600 });
}

export async function unmarkUpload(home: Home, id: string): Promise<void> {
  await rm(markFile(home, id), { force: true });
}

/**
 * At a start, before anything is cleared away: what was under way when the server ended becomes a
 * notice, unless its data set is there.
 */
export async function noteCutOff(engine: Engine, home: Home, at: string): Promise<void> {
  const marks = (await readdir(home.uploads)).filter((name) => name.endsWith(ENDING));
  const found: { id: string; name: string }[] = [];
  for (const file of marks) {
    const id = file.slice(0, -ENDING.length);
    if (!STORE_ID.test(id)) continue;
    const text = await readFile(join(home.uploads, file), 'utf8').catch(() => '');
    found.push({ id, name: nameIn(text) });
  }
  if (found.length === 0) return;
  await engine.transaction(async (transaction) => {
    const { run, all } = transaction;
    for (const { id, name } of found) {
      if ((await all('select id from data_set where id = ?', [id])).length > 0) continue;
      await run('insert or ignore into cut_off values (?, ?, ?, ?)', [id, name, at, 'upload']);
      // Rows of a transaction that never ended may stand in the file all the same.
      await askRenewal(transaction);
    }
    await run(
      `delete from cut_off where id not in (select id from cut_off order by noted_at desc limit ${MOST_NOTICES})`,
    );
  });
}

/** A mark may itself have been cut off. */
function nameIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';
  } catch {
    return '';
  }
}

/** Newest first. */
export async function listCutOff(engine: Engine): Promise<CutOff[]> {
  const rows = await engine.all('select * from cut_off order by noted_at desc, id');
  return rows.map((row) => ({ id: String(row.id), name: String(row.name), at: String(row.noted_at) }));
}

/** The user has read it. */
export async function forgetCutOff(engine: Engine): Promise<void> {
  await engine.transaction(({ run }) => run('delete from cut_off'));
}
