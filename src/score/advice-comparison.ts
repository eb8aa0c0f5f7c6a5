/** One file under two rule sets: which advices stay and which flip, counted batch by batch. */

import type { CaseTable } from '../model/case-table.ts';
import type { AdviceChanges } from '../model/rules-documents.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import type { ScoreTableOptions } from './score-inputs.ts';
import { scoreTable } from './score-table.ts';

export interface AdviceComparison {
  add(table: CaseTable, options?: ScoreTableOptions): void;
  result(): AdviceChanges;
}

/**
 * Scores every row with both sets, whatever its date, and compares the advised clusters by number.
 * A flip is another cluster, an advice lost or an advice gained; rows without advice under both sets
 * take no part.
 */
export function createAdviceComparison(from: CompiledRuleSet, to: CompiledRuleSet): AdviceComparison {
  const [listA, listB] = [from.ruleSet.clusters, to.ruleSet.clusters];
  // Counts per pair of advices; the last row and column stand for no advice.
  const width = listB.length + 1;
  const counts = new Float64Array((listA.length + 1) * width);
  const count = (a: number, b: number): number => counts[a * width + b]!;
  return {
    add(table, options = {}) {
      const before = scoreTable(from, table, options).advised;
      const after = scoreTable(to, table, options).advised;
      for (let row = 0; row < table.n; row += 1) {
        const a = before[row]! < 0 ? listA.length : before[row]!;
        const b = after[row]! < 0 ? listB.length : after[row]!;
        counts[a * width + b]! += 1;
      }
    },
    result() {
      const fromTotals = Array.from({ length: listA.length + 1 }, (_, a) =>
        counts.subarray(a * width, (a + 1) * width).reduce((sum, n) => sum + n, 0),
      );
      const toTotals = Array.from({ length: width }, (_, b) =>
        fromTotals.reduce((sum, _total, a) => sum + count(a, b), 0),
      );
      const rows = fromTotals.reduce((sum, n) => sum + n, 0);
      const n = rows - count(listA.length, listB.length);
      const flips: AdviceChanges['flips'][number][] = [];
      for (let a = 0; a <= listA.length; a += 1) {
        for (let b = 0; b < width; b += 1) {
          const pairs = count(a, b);
          if (pairs === 0 || listA[a]?.number === listB[b]?.number) continue;
          flips.push({
            from: listA[a]?.code ?? '',
            to: listB[b]?.code ?? '',
            n: pairs,
            share: pairs / fromTotals[a]!,
          });
        }
      }
      flips.sort((x, y) => y.n - x.n || order(x.from, y.from) || order(x.to, y.to));
      const flipped = flips.reduce((sum, flip) => sum + flip.n, 0);
      return {
        n,
        flipped,
        share: n === 0 ? { undefined: 'no-advice' } : flipped / n,
        advised: { from: rows - fromTotals[listA.length]!, to: rows - toTotals[listB.length]! },
        flips,
        clusters: perCluster(fromTotals, toTotals),
      };
    },
  };

  function perCluster(fromTotals: readonly number[], toTotals: readonly number[]): AdviceChanges['clusters'] {
    const numbers = [...new Set([...listA, ...listB].map(({ number }) => number))].sort((a, b) => a - b);
    return numbers.map((number) => {
      const a = listA.findIndex((cluster) => cluster.number === number);
      const b = listB.findIndex((cluster) => cluster.number === number);
      const [before, after] = [a < 0 ? 0 : fromTotals[a]!, b < 0 ? 0 : toTotals[b]!];
      const stayed = a < 0 || b < 0 ? 0 : count(a, b);
      return {
        cluster: (listB[b] ?? listA[a]!).code,
        from: before,
        to: after,
        stayed,
        left: before - stayed,
        joined: after - stayed,
      };
    });
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
