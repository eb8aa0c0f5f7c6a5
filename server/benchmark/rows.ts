/**
 * What a comparison is made of: rows and facts that can be sent to a thread, so no function of a rule book.
 * `memo` keeps what was computed for as long as the rows are kept.
 */

import type { CaseTable, Status } from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';
import { stampsOf } from '../stamps.ts';
import type { Loaded } from '../workspace.ts';

/** Plain data: the same here and in the thread. */
export interface BenchmarkSource {
  readonly dataSet: DataSet;
  readonly table: CaseTable;
  readonly clusters: readonly { readonly code: string; readonly supercluster: string }[];
  /** Index of the advised cluster by row; -1 = none. */
  readonly advised: ArrayLike<number>;
  readonly stamps: readonly Status[];
}

export interface BenchmarkRows extends BenchmarkSource {
  memo<T>(key: string, make: () => T): T;
}

export function sourceOf(loaded: Loaded): BenchmarkSource {
  const { dataSet, table, book, scores } = loaded;
  return {
    dataSet,
    table,
    clusters: book.clusters.map(({ code, supercluster }) => ({ code, supercluster })),
    advised: scores.advised,
    stamps: stampsOf(loaded),
  };
}

/** Computed results kept beside the rows. */
const KEPT = 60;

export function rowsOf(source: BenchmarkSource): BenchmarkRows {
  const kept = new Map<string, unknown>();
  return {
    ...source,
    memo: <T>(key: string, make: () => T): T => {
      if (kept.has(key)) return kept.get(key) as T;
      const made = make();
      kept.set(key, made);
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return made;
    },
  };
}
