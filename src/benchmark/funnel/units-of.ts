/** Columns of a table as the units of a funnel. */

import { refuse } from '../../issue/refusal.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { FunnelUnitInput } from '../../model/funnel.ts';
import { numbersOf } from '../design.ts';

export type FunnelColumns = { readonly unit?: string } & (
  | { readonly numerator: string; readonly denominator: string }
  | { readonly mean: string; readonly sd: string; readonly n: string }
);

/**
 * One unit per row; without a unit column its row number names it.
 * @throws Refusal `unknown-response`, `response-not-numeric`
 */
export function unitsOf(table: CaseTable, columns: FunnelColumns): FunnelUnitInput[] {
  const read = (name: string): Float64Array => {
    const column = table.columns.get(name);
    if (column === undefined) throw refuse('unknown-response', { column: name });
    const values = numbersOf(column);
    if (values === undefined) throw refuse('response-not-numeric', { column: name });
    return values;
  };
  const names = columns.unit === undefined ? undefined : table.columns.get(columns.unit);
  const nameAt = (row: number): string => {
    if (names?.kind === 'text') return names.words[names.codes[row]!] ?? '';
    return String(names?.kind === 'number' ? names.values[row]! : table.rows[row]!);
  };
  const rows = Array.from({ length: table.n }, (_, row) => row);
  if ('mean' in columns) {
    const [mean, sd, n] = [read(columns.mean), read(columns.sd), read(columns.n)];
    return rows.map((row) => ({ unit: nameAt(row), mean: mean[row]!, sd: sd[row]!, n: n[row]! }));
  }
  const [numerator, denominator] = [read(columns.numerator), read(columns.denominator)];
  return rows.map((row) => ({
    unit: nameAt(row),
    numerator: numerator[row]!,
    denominator: denominator[row]!,
  }));
}
