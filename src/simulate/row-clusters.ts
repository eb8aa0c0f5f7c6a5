/** Clusters of a row under a typing, with their probabilities. */

import { refuse } from '../issue/refusal.ts';
import { borderlineTo, type ClusterShift, heavierClusters, shiftMatrix } from './cluster-shift.ts';
import type { FrameTyping } from './frame.ts';
import type { TypingColumns } from './input.ts';

/** Clusters of the row read last; `drawn` = the cluster is uncertain and its probabilities count. */
export interface RowClusters {
  /** Reads a row; returns how many clusters it has, 0 = none under this typing and none chosen. */
  read(row: number): number;
  readonly cluster: Int16Array;
  readonly probability: Float64Array;
  /** Whether the row read last is borderline; false where nothing is re-typed. */
  borderline(): boolean;
}

/**
 * A reader of rows under a typing. Under every typing a row without a cluster falls back to the chosen one.
 * @throws Refusal `typing-needs-ratings` when the typing needs scores that are not there
 */
export function rowClusters(
  columns: TypingColumns,
  typing: FrameTyping,
  shift: ClusterShift | undefined,
): RowClusters {
  const plain = givenClusters(columns, typing);
  return shift === undefined ? plain : shifted(columns, plain, shift);
}

/** Moves probability after the row was read: first borderline episodes, then the mix. */
function shifted(columns: TypingColumns, plain: RowClusters, shift: ClusterShift): RowClusters {
  const { cluster, probability } = plain;
  const { retype, times } = shift;
  const size = columns.clusters.length;
  const heavier = heavierClusters(columns.clusters);
  const matrix = times === 0 ? undefined : shiftMatrix(columns.clusters, shift);
  const dense = new Float64Array(size);
  let borderline = false;
  return {
    cluster,
    probability,
    borderline: () => borderline,
    read(row) {
      const count = plain.read(row);
      borderline = false;
      if (count === 0) return 0;
      dense.fill(0);
      for (let i = 0; i < count; i++) dense[cluster[i]!]! += probability[i]!;
      if (retype !== undefined) {
        const paid = dense.indexOf(Math.max(...dense));
        const up = borderlineTo(columns, row, paid, heavier, retype);
        borderline = up >= 0;
        if (borderline) {
          const moved = retype.share * dense[paid]!;
          dense[paid]! -= moved;
          dense[up]! += moved;
        }
      }
      let written = 0;
      for (let k = 0; k < size; k++) {
        let chance = dense[k]!;
        if (matrix !== undefined) {
          chance = 0;
          for (let from = 0; from < size; from++) chance += dense[from]! * matrix[from * size + k]!;
        }
        if (chance <= 0) continue;
        cluster[written] = k;
        probability[written++] = chance;
      }
      return written;
    },
  };
}

function givenClusters(columns: TypingColumns, typing: FrameTyping): RowClusters {
  const size = columns.clusters.length;
  const cluster = new Int16Array(Math.max(size, 1));
  const probability = new Float64Array(Math.max(size, 1));
  const single = (k: number): number => {
    if (k < 0) return 0;
    cluster[0] = k;
    probability[0] = 1;
    return 1;
  };
  const { chosen, advised, probabilities } = columns;
  const expected = (row: number): number => {
    let count = 0;
    for (let k = 0; k < size; k++) {
      const p = probabilities![row * size + k]!;
      if (p > 0) {
        cluster[count] = k;
        probability[count] = p;
        count += 1;
      }
    }
    return count;
  };
  const reader = (kind: 'chosen' | 'advised' | 'expected'): ((row: number) => number) => {
    if (kind === 'chosen') return (row) => single(chosen[row]!);
    if (kind === 'advised') {
      if (advised === undefined) throw refuse('typing-needs-ratings', { typing: kind });
      return (row) => single(advised[row]!);
    }
    if (probabilities === undefined) throw refuse('typing-needs-ratings', { typing: kind });
    return expected;
  };
  const first = reader(typeof typing === 'string' ? typing : 'chosen');
  const second = reader(typeof typing === 'string' ? 'chosen' : typing.chosenElse);
  return { read: (row) => first(row) || second(row), cluster, probability, borderline: () => false };
}
