/**
 * The audit trail: who did what with which data set, in words of the schema only. Invariant: entries
 * are added, never changed or removed; no patient value is ever written here.
 */

import type { SqlValue, Transaction } from '../../src/index.ts';

export type AuditAction =
  | 'import'
  | 'refuse'
  | 'delete'
  | 'export'
  | 'view-case'
  | 'demo'
  | 'score'
  | 'rules';

export interface AuditEntry {
  readonly at: string;
  readonly action: AuditAction;
  readonly dataSet: string;
  /** Id of the user (`c.get('user').id`), or `PROGRAM`. */
  readonly who: string;
  /** Row number, file kind, counts: never a value from a row. */
  readonly detail: Readonly<Record<string, SqlValue>>;
}

export async function addAudit(transaction: Transaction, entry: AuditEntry): Promise<void> {
  await transaction.run(
    'insert into audit (noted_at, action, data_set, who, detail) values (?, ?, ?, ?, ?)',
    [entry.at, entry.action, entry.dataSet, entry.who, JSON.stringify(entry.detail)],
  );
}
