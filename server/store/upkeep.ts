/**
 * Work on the store itself that must not be forgotten. Invariant: a deletion notes in its own
 * transaction that the file is to be written anew, so that a crash in between only postpones it.
 */

import { type Engine, Refusal, type Transaction } from '../../src/index.ts';

const RENEWAL = 'renew';

/** To be done after the transaction, by `renewIfAsked`. */
export async function askRenewal(transaction: Transaction): Promise<void> {
  await transaction.run('insert or ignore into upkeep values (?)', [RENEWAL]);
}

/**
 * Writes the file anew where something was deleted from it.
 * @returns false where the disk had no room for it; it is then tried again by the timer of retention, at the next
 * deletion and at the next start
 */
export async function renewIfAsked(engine: Engine): Promise<boolean> {
  const asked = await engine.all('select what from upkeep where what = ?', [RENEWAL]);
  if (asked.length === 0) return true;
  try {
    await engine.renew();
    await engine.transaction((transaction) =>
      transaction.run('delete from upkeep where what = ?', [RENEWAL]),
    );
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.issues.some(({ code }) => code === 'disk-full')) return false;
    throw error;
  }
}
