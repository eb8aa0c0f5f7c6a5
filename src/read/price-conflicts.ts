/** Rows of a price list that would both hold for one case on one day. */

import type { Issue } from '../model/issue.ts';
import type { PriceRow } from '../model/price-list.ts';

/** `ZT05`, `5` and `05` name one cluster of the Dutch scheme; other codes only themselves. */
export function clusterKey(cluster: string): string {
  const number = /^(?:zt)?0*(\d+)$/i.exec(cluster)?.[1];
  return number ?? cluster.toLowerCase();
}

/**
 * Overlaps (same setting and payer) and ties (one names a setting, the other a payer) between rows
 * of one cluster and unit, each pair once; two that were published on different days are versions of one price. A row with both filled in for those days settles a tie.
 */
export function priceConflicts(rows: readonly PriceRow[]): Issue[] {
  const alike = new Map<string, number[]>();
  for (const [position, row] of rows.entries()) {
    const key = `${clusterKey(row.cluster)} ${row.unit}`;
    const list = alike.get(key);
    if (list === undefined) alike.set(key, [position]);
    else list.push(position);
  }
  const issues: Issue[] = [];
  for (const positions of alike.values()) {
    for (const [at, second] of positions.entries()) {
      for (const first of positions.slice(0, at)) {
        const code = conflict(
          rows[first]!,
          rows[second]!,
          positions.map((position) => rows[position]!),
        );
        if (code === undefined) continue;
        const params = { first: first + 1, row: second + 1, cluster: rows[second]!.cluster };
        issues.push({ code, severity: 'error', row: second + 1, params });
      }
    }
  }
  return issues;
}

function conflict(a: PriceRow, b: PriceRow, alike: readonly PriceRow[]): string | undefined {
  const from = Math.max(startOf(a), startOf(b));
  const until = Math.min(endOf(a), endOf(b));
  if (from > until) return undefined;
  if (a.setting === b.setting && a.payer === b.payer) {
    // A later publication takes the place of an earlier one.
    const dated = a.published !== undefined && b.published !== undefined;
    return dated && a.published !== b.published ? undefined : 'price-overlap';
  }
  const [bySetting, byPayer] = a.setting !== '' && a.payer === '' ? [a, b] : [b, a];
  const crossed =
    bySetting.setting !== '' && bySetting.payer === '' && byPayer.setting === '' && byPayer.payer !== '';
  if (!crossed) return undefined;
  const settled = alike.some(
    (row) =>
      row.setting === bySetting.setting &&
      row.payer === byPayer.payer &&
      startOf(row) <= from &&
      endOf(row) >= until,
  );
  return settled ? undefined : 'price-tie';
}

function startOf(row: PriceRow): number {
  return row.from ?? Number.NEGATIVE_INFINITY;
}

function endOf(row: PriceRow): number {
  return row.until ?? Number.POSITIVE_INFINITY;
}
