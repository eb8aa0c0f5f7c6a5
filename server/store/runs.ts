/**
 * Runs: what was taken out of the application, by whom, with the address that rebuilds it and the
 * fingerprints of what it was made from, so that a published figure can be made again.
 */

import { type Engine, type SqlRow, type Transaction, VERSION } from '../../src/index.ts';

export interface NewRun {
  readonly id: string;
  readonly at: string;
  /** Name of the figure or table and its kind of file. */
  readonly kind: string;
  /** '' = made from contributions, not from rows here. */
  readonly dataSet: string;
  /** Path and query of the page it stands on. */
  readonly address: string;
  /** Id of the user. */
  readonly who?: string;
}

export interface RunRecord extends Required<NewRun> {
  /** Version of the program. */
  readonly version: string;
  /** The data set as it was then; undefined for runs from before this was kept. */
  readonly input: { readonly sha256: string; readonly rows: number } | undefined;
  readonly rules: { readonly id: string; readonly sha256: string } | undefined;
}

/** Notes a run with the fingerprints that its data set has now. */
export async function addRun(transaction: Transaction, run: NewRun): Promise<void> {
  const [data] = await transaction.all(
    'select sha256, rows_used, rules_id, rules_sha256 from data_set where id = ?',
    [run.dataSet],
  );
  await transaction.run(
    `insert into run (id, noted_at, kind, data_set, address, who, version, input_sha256, input_rows, rules_id, rules_sha256)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[run.id, run.at, run.kind, run.dataSet, run.address, run.who ?? '', VERSION],
      ...[String(data?.sha256 ?? ''), Number(data?.rows_used ?? 0)],
      ...[String(data?.rules_id ?? ''), String(data?.rules_sha256 ?? '')],
    ],
  );
}

function recordOf(row: SqlRow): RunRecord {
  const text = (name: string): string => String(row[name] ?? '');
  return {
    id: text('id'),
    at: text('noted_at'),
    kind: text('kind'),
    dataSet: text('data_set'),
    address: text('address'),
    who: text('who'),
    version: text('version'),
    input:
      text('input_sha256') === ''
        ? undefined
        : { sha256: text('input_sha256'), rows: Number(row.input_rows ?? 0) },
    rules: text('rules_id') === '' ? undefined : { id: text('rules_id'), sha256: text('rules_sha256') },
  };
}

/** Newest first. */
export async function latestRuns(engine: Engine, limit: number): Promise<RunRecord[]> {
  const rows = await engine.all('select * from run order by noted_at desc, id limit ?', [limit]);
  return rows.map(recordOf);
}

export async function runOf(engine: Engine, id: string): Promise<RunRecord | undefined> {
  const [row] = await engine.all('select * from run where id = ?', [id]);
  return row === undefined ? undefined : recordOf(row);
}
