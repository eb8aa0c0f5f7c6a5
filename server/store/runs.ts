/**
 * Runs: what was taken out of the application, with the address that rebuilds it and the fingerprints
 * of what it was made from, so that a published figure can be made again.
 */

import type { Engine, Transaction } from '../../src/index.ts';

export interface RunRecord {
  readonly id: string;
  readonly at: string;
  /** Name of the figure or table and its kind of file. */
  readonly kind: string;
  readonly dataSet: string;
  /** Path and query of the page it stands on. */
  readonly address: string;
}

export async function addRun(transaction: Transaction, run: RunRecord): Promise<void> {
  await transaction.run('insert into run values (?, ?, ?, ?, ?)', [
    run.id,
    run.at,
    run.kind,
    run.dataSet,
    run.address,
  ]);
}

/** Newest first. */
export async function latestRuns(engine: Engine, limit: number): Promise<RunRecord[]> {
  const rows = await engine.all('select * from run order by noted_at desc, id limit ?', [limit]);
  return rows.map((row) => ({
    id: String(row.id),
    at: String(row.noted_at),
    kind: String(row.kind),
    dataSet: String(row.data_set),
    address: String(row.address),
  }));
}
