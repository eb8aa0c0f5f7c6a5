/**
 * Work on the store itself that must not be forgotten. Invariant: a deletion notes in its own
 * transaction that the file is to be written anew, so that a crash in between only postpones it.
 */

import type { Engine, Transaction } from '../../src/index.ts';

const RENEWAL = 'renew';

/** To be done after the transaction, by `renewIfAsked`. */
export async function askRenewal(transaction: Transaction): Promise<void> {
  await transaction.run('insert or ignore into upkeep values (?)', [RENEWAL]);
}

/**
 * Writes the file anew where something was deleted from it.
 * @throws Refusal `disk-full`; it is then tried again at the next deletion or start
 */
export async function renewIfAsked(engine: Engine): Promise<void> {
  const asked = await engine.all('select what from upkeep where what = ?', [RENEWAL]);
  if (asked.length === 0) return;
  await engine.renew();
  await engine.transaction((transaction) => transaction.run('delete from upkeep where what = ?', [RENEWAL]));
}
