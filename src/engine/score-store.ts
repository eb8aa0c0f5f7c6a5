/**
 * Score columns in the store, beside the cases they belong to. Probabilities are kept per cluster of
 * the rule set, so that a data set opens without being scored again. A blank entropy comes back NaN.
 */

import type { ScoreColumns } from '../model/score.ts';
import { type AppendColumn, appendColumns } from './append-columns.ts';
import { copyVector } from './copy-vector.ts';
import type { Engine, Transaction } from './engine.ts';
import { tableName } from './table-name.ts';

const FIXED = [
  'advised smallint',
  'second smallint',
  'entropy double',
  'items_missing utinyint',
  'status utinyint',
  'tie utinyint',
];

/**
 * Writes (or replaces) the scores of a data set. `clusters` = number of clusters of the rule set; `done`
 * is told the rows written so far.
 */
export async function storeScores(
  transaction: Transaction,
  id: string,
  scores: ScoreColumns,
  clusters: number,
  done?: (rows: number) => void,
): Promise<void> {
  const table = tableName('scores', id);
  const names = Array.from({ length: clusters }, (_, k) => `p${k} double`);
  await transaction.run(`create or replace table ${table} (${[...FIXED, ...names].join(', ')})`);
  const { advised, second, entropy, itemsMissing, status, tie, probabilities } = scores;
  const columns: readonly AppendColumn[] = [
    { type: 'SMALLINT', at: (row) => advised[row]! },
    { type: 'SMALLINT', at: (row) => second[row]! },
    { type: 'DOUBLE', at: (row) => (Number.isNaN(entropy[row]!) ? null : entropy[row]!) },
    { type: 'UTINYINT', at: (row) => itemsMissing[row]! },
    { type: 'UTINYINT', at: (row) => status[row]! },
    { type: 'UTINYINT', at: (row) => tie[row]! },
    ...names.map((_, k) => ({
      type: 'DOUBLE' as const,
      at: (row: number) => probabilities[row * clusters + k]!,
    })),
  ];
  await appendColumns(transaction.connection, table, scores.n, columns, done);
}

/** Reads the scores of a data set back; `clusters` must be the number they were stored with. */
export async function loadScores(engine: Engine, id: string, clusters: number): Promise<ScoreColumns> {
  const table = tableName('scores', id);
  const n = Number((await engine.all(`select count(*) as n from ${table}`))[0]!.n);
  const scores = {
    n,
    advised: new Int16Array(n),
    second: new Int16Array(n),
    probabilities: new Float64Array(n * clusters),
    entropy: new Float64Array(n),
    itemsMissing: new Uint8Array(n),
    status: new Uint8Array(n),
    tie: new Uint8Array(n),
  };
  const targets = [
    scores.advised,
    scores.second,
    scores.entropy,
    scores.itemsMissing,
    scores.status,
    scores.tie,
  ];
  // A vector without blanks is read many times faster.
  await engine.eachChunk(
    `select * replace (coalesce(entropy, 'nan'::double) as entropy) from ${table}`,
    (chunk, start) => {
      for (const [c, target] of targets.entries()) copyVector(chunk.getColumnVector(c), target, start);
      for (let k = 0; k < clusters; k += 1) {
        const vector = chunk.getColumnVector(targets.length + k);
        for (let row = 0; row < chunk.rowCount; row += 1) {
          scores.probabilities[(start + row) * clusters + k] = Number(vector.getItem(row));
        }
      }
    },
  );
  return scores;
}

/** Removes the scores of a data set. */
export async function dropScores(transaction: Transaction, id: string): Promise<void> {
  await transaction.run(`drop table if exists ${tableName('scores', id)}`);
}
