/**
 * The audit trail: who did what with which data set, in words of the schema only. Invariants: entries
 * are added, never changed or removed (each is linked to the one before it by a hash, so that it shows
 * when someone did); no patient value is ever written here.
 */

import { createHash } from 'node:crypto';
import type { Engine, SqlValue, Transaction } from '../../src/index.ts';
import type { AccessAction } from '../access/user.ts';

export type AuditAction =
  | 'import'
  | 'refuse'
  | 'delete'
  | 'backup'
  | 'export'
  | 'view'
  | 'retention'
  | 'view-case'
  | 'demo'
  | 'score'
  | 'rules'
  | 'network'
  | 'scenario'
  | AccessAction;

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
  const [last] = await transaction.all('select link from audit order by number desc limit 1');
  const detail = JSON.stringify(entry.detail);
  const { at, action, dataSet, who } = entry;
  await transaction.run(
    'insert into audit (noted_at, action, data_set, who, detail, link) values (?, ?, ?, ?, ?, ?)',
    [at, action, dataSet, who, detail, linkOf(String(last?.link ?? ''), at, action, dataSet, who, detail)],
  );
}

/** An entry as it is kept. */
export interface NotedEntry {
  readonly number: number;
  readonly at: string;
  readonly action: string;
  readonly dataSet: string;
  readonly who: string;
  readonly detail: Readonly<Record<string, SqlValue>>;
}

/** @param before entries with a lower number; absent = from the newest on */
export async function listAudit(
  engine: Engine,
  limit: number,
  { before, dataSet = '' }: { readonly before?: number; readonly dataSet?: string } = {},
): Promise<NotedEntry[]> {
  const rows = await engine.all(
    "select * from audit where number < ? and (? = '' or data_set = ?) order by number desc limit ?",
    [before ?? Number.MAX_SAFE_INTEGER, dataSet, dataSet, limit],
  );
  return rows.map((row) => ({
    number: Number(row.number),
    at: String(row.noted_at),
    action: String(row.action),
    dataSet: String(row.data_set),
    who: String(row.who),
    detail: JSON.parse(String(row.detail)) as NotedEntry['detail'],
  }));
}

/** Number of the first entry that does not follow from the one before it; undefined when all do. */
export async function firstBrokenLink(engine: Engine): Promise<number | undefined> {
  const rows = await engine.all("select * from audit where link <> '' order by number");
  const [first] = rows;
  if (first === undefined) return undefined;
  let before = await engine
    .all('select link from audit where number < ? order by number desc limit 1', [Number(first.number)])
    .then(([row]) => String(row?.link ?? ''));
  for (const row of rows) {
    const text = (name: string): string => String(row[name]);
    const link = linkOf(
      before,
      text('noted_at'),
      text('action'),
      text('data_set'),
      text('who'),
      text('detail'),
    );
    if (link !== text('link')) return Number(row.number);
    before = link;
  }
  return undefined;
}

function linkOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
