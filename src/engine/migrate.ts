/**
 * Numbered changes to the shape of the store. Invariants: a number is applied once, in order, in one
 * transaction with its own record; a released migration is never edited, a new one is added.
 */

import { refuse } from '../issue/refusal.ts';
import type { Engine } from './engine.ts';

export interface Migration {
  /** 1, 2, 3, … without gaps. */
  readonly version: number;
  /** What it does, in a few words. */
  readonly title: string;
  readonly statements: readonly string[];
}

/**
 * Brings the store to the newest version.
 * @returns the version before and after
 * @throws Refusal `store-newer` (exit 3) when the store was written by a newer program
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[],
): Promise<{ readonly before: number; readonly after: number }> {
  await engine.transaction((transaction) =>
    transaction.run('create table if not exists migration (version integer primary key, title varchar)'),
  );
  const rows = await engine.all('select coalesce(max(version), 0) as version from migration');
  const before = Number(rows[0]?.version ?? 0);
  const newest = migrations.at(-1)?.version ?? 0;
  if (before > newest) throw refuse('store-newer', { found: before, known: newest }, 3);
  for (const migration of migrations) {
    if (migration.version <= before) continue;
    await engine.transaction(async (transaction) => {
      for (const statement of migration.statements) await transaction.run(statement);
      await transaction.run('insert into migration values (?, ?)', [migration.version, migration.title]);
    });
  }
  return { before, after: newest };
}
