/**
 * Data sets as the store keeps them: one row of facts, their typed columns and their scores.
 * Invariants: a data set is there whole or not at all; deleting leaves nothing but the audit entry.
 */

import {
  type CaseTable,
  caseColumnHolds,
  dropCaseTable,
  dropScores,
  type Engine,
  type IssueSummary,
  type RuleSet,
  type ScoreColumns,
  type SqlRow,
  type Status,
  storeCaseTable,
  storeScores,
  type Transaction,
} from '../../src/index.ts';
import type { DataSet, Recognised } from '../../views/model.ts';
import { type AuditEntry, addAudit } from './audit.ts';
import { type Correction, rememberCorrections } from './mappings.ts';
import { askRenewal } from './upkeep.ts';

/** Scores with what made them. */
export interface NewScores {
  readonly scores: ScoreColumns;
  /** The newest of the rule sets used. */
  readonly rules: RuleSet;
  /** Of all rule sets used, and how many clusters they have together. */
  readonly fingerprint: string;
  readonly clusters: number;
}

/** What an import brings. */
export interface NewDataSet extends NewScores {
  readonly facts: Omit<DataSet, 'synthetic' | 'rules' | 'issues' | 'recognised' | 'outdated'>;
  readonly table: CaseTable;
  readonly issues: Readonly<Record<'nl' | 'en', readonly IssueSummary[]>>;
  readonly recognised: Recognised;
  /** What the user pointed out, to remember; `headers` = those of which everything else is forgotten. */
  readonly choice: {
    readonly institution: string;
    readonly corrections: readonly Correction[];
    readonly headers: readonly string[];
  };
  /** Who brought it: a user's id, or the program. */
  readonly by: string;
  /** A data set whose place this one takes: the same file, read otherwise. */
  readonly replaces?: string;
}

/** Stores a data set, its columns and its scores in one transaction. `done` is told the share, 0-1. */
export async function addDataSet(
  engine: Engine,
  added: NewDataSet,
  done: (share: number) => void,
): Promise<void> {
  const part = (from: number) => (rows: number) => done(from + rows / (2 * added.table.n));
  const { facts, rules } = added;
  const write = async (transaction: Transaction): Promise<void> => {
    if (added.replaces !== undefined) await removeDataSet(transaction, added.replaces);
    await transaction.run(
      `insert into data_set values (${Array.from({ length: 20 }, () => '?').join(', ')})`,
      [
        facts.id,
        facts.name,
        facts.origin,
        facts.createdAt,
        facts.sha256,
        facts.bytes,
        facts.rows.read,
        facts.rows.used,
        facts.rows.rejected,
        facts.firstDay ?? null,
        facts.lastDay ?? null,
        facts.patients,
        facts.members,
        rules.id,
        rules.status,
        added.fingerprint,
        added.clusters,
        JSON.stringify(added.recognised),
        JSON.stringify(added.issues),
        facts.deleteOn ?? '',
      ],
    );
    await storeCaseTable(transaction, facts.id, added.table, part(0));
    await storeScores(transaction, facts.id, added.scores, added.clusters, part(0.5));
    const { institution, corrections, headers } = added.choice;
    await rememberCorrections(transaction, facts.createdAt, institution, corrections, headers);
    await addAudit(transaction, {
      at: facts.createdAt,
      action: facts.origin === 'demo' ? 'demo' : 'import',
      dataSet: facts.id,
      who: added.by,
      detail: { read: facts.rows.read, used: facts.rows.used, rejected: facts.rows.rejected },
    });
  };
  try {
    await engine.transaction(write);
  } catch (error) {
    // What was undone may have left bytes in the file.
    await engine.transaction(askRenewal).catch(() => undefined);
    throw error;
  }
}

/** Puts other scores in place of those there are. */
export async function replaceScores(
  engine: Engine,
  id: string,
  at: string,
  who: string,
  added: NewScores & Partial<Pick<DataSet, 'recognised' | 'issues'>>,
): Promise<void> {
  const { rules, fingerprint, clusters, recognised, issues } = added;
  await engine.transaction(async (transaction) => {
    await storeScores(transaction, id, added.scores, clusters);
    await transaction.run(
      'update data_set set rules_id = ?, rules_status = ?, rules_sha256 = ?, rules_clusters = ? where id = ?',
      [rules.id, rules.status, fingerprint, clusters, id],
    );
    if (recognised !== undefined && issues !== undefined) {
      await transaction.run('update data_set set recognised = ?, issues = ? where id = ?', [
        JSON.stringify(recognised),
        JSON.stringify(issues),
        id,
      ]);
    }
    await addAudit(transaction, { at, action: 'score', dataSet: id, who, detail: { rules: rules.id } });
  });
}

function dataSetOf(row: SqlRow, synthetic: boolean): DataSet {
  const number = (name: string): number => Number(row[name]);
  const text = (name: string): string => String(row[name]);
  return {
    id: text('id'),
    name: text('name'),
    origin: text('origin') === 'demo' ? 'demo' : 'upload',
    synthetic,
    createdAt: text('created_at'),
    sha256: text('sha256'),
    bytes: number('bytes'),
    rows: { read: number('rows_read'), used: number('rows_used'), rejected: number('rows_rejected') },
    ...(row.first_day === null ? {} : { firstDay: number('first_day') }),
    ...(row.last_day === null ? {} : { lastDay: number('last_day') }),
    patients: number('patients'),
    members: number('members'),
    rules: {
      id: text('rules_id'),
      status: text('rules_status') as Status,
      sha256: text('rules_sha256'),
      clusters: number('rules_clusters'),
    },
    recognised: JSON.parse(text('recognised')) as Recognised,
    issues: JSON.parse(text('issues')) as DataSet['issues'],
    ...(text('delete_on') === '' ? {} : { deleteOn: text('delete_on') }),
  };
}

/** Newest first. */
export async function listDataSets(engine: Engine): Promise<DataSet[]> {
  const rows = await engine.all('select * from data_set order by created_at desc, id');
  return await Promise.all(
    rows.map(async (row) =>
      dataSetOf(
        row,
        row.origin === 'demo' || (await caseColumnHolds(engine, String(row.id), 'origin', 'synthetic')),
      ),
    ),
  );
}

/** Sets the ISO day on which a data set is deleted; '' = it stays until someone deletes it. */
export async function setRetention(
  engine: Engine,
  id: string,
  at: string,
  who: string,
  deleteOn: string,
): Promise<void> {
  await engine.transaction(async (transaction) => {
    await transaction.run('update data_set set delete_on = ? where id = ?', [deleteOn, id]);
    await addAudit(transaction, { at, action: 'retention', dataSet: id, who, detail: { until: deleteOn } });
  });
}

/** Rows, words, scores and facts are gone; the audit trail keeps that it happened. */
export async function deleteDataSet(
  engine: Engine,
  id: string,
  at: string,
  who: string,
  detail: AuditEntry['detail'] = {},
): Promise<void> {
  await engine.transaction(async (transaction) => {
    await removeDataSet(transaction, id);
    await addAudit(transaction, { at, action: 'delete', dataSet: id, who, detail });
  });
}

async function removeDataSet(transaction: Transaction, id: string): Promise<void> {
  await dropScores(transaction, id);
  await dropCaseTable(transaction, id);
  await transaction.run('delete from run where data_set = ?', [id]);
  await transaction.run('delete from data_set where id = ?', [id]);
  await askRenewal(transaction);
}
