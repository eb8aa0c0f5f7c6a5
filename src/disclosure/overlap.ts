/**
 * Models of one contribution are linked tables: what is in the one and not in the other is a difference that
 * anybody can take. Rows that make such a difference too small leave all models.
 */

import { cellsOf } from './cells.ts';
import type { GateInput, OverlapCell } from './gate-input.ts';
import { patientsIn } from './patients.ts';
import { FEWEST_IN_CELL } from './rules.ts';

export interface Overlap {
  readonly rows: ReadonlySet<number>;
  readonly cells: readonly OverlapCell[];
}

/** Rows whose set of models, within some cell, is shared by 1-9 patients. */
export function overlapRows({ patients, categories, tables }: GateInput): Overlap {
  const modelsOfRow = new Map<number, number>();
  tables.forEach(({ rows }, at) => {
    for (const row of rows) modelsOfRow.set(row, (modelsOfRow.get(row) ?? 0) | (1 << at));
  });
  const byPattern = new Map<number, number[]>();
  for (const [row, pattern] of modelsOfRow) {
    const list = byPattern.get(pattern);
    if (list === undefined) byPattern.set(pattern, [row]);
    else list.push(row);
  }
  const small = new Set<number>();
  const cells: OverlapCell[] = [];
  if (byPattern.size < 2) return { rows: small, cells };
  for (const [pattern, rows] of byPattern) {
    for (const { parts, rows: own } of cellsOf(categories, rows)) {
      if (own.length === 0 || patientsIn(patients, own) >= FEWEST_IN_CELL) continue;
      cells.push({ pattern, parts });
      for (const row of own) small.add(row);
    }
  }
  return { rows: small, cells };
}
