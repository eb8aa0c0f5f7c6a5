/** From a file of one member to the network's terms: its columns under the agreed names, and the member's own. */

import { refuse } from '../../issue/refusal.ts';
import type { CaseTable } from '../../model/case-table.ts';
import type { BenchmarkDesign } from '../../model/disclosure.ts';
import { textColumn } from '../../table/column-access.ts';

/**
 * The network's names for columns that this file writes otherwise.
 * @param key from a name as agreed to the column of the table
 */
export function underAgreedNames(
  table: CaseTable,
  { outcome, duration, adjust }: BenchmarkDesign,
  key: (name: string) => string,
): CaseTable {
  const columns = new Map(table.columns);
  for (const name of [outcome, duration, ...adjust.map(({ column }) => column)]) {
    const column = name === undefined ? undefined : table.columns.get(key(name));
    if (name !== undefined && column !== undefined) columns.set(name, column);
  }
  return { ...table, columns };
}

/**
 * The name to contribute under: the one given, else the only one in the column.
 * @throws Refusal `several-member-names`, `member-name-needed`
 */
export function memberNameOf(table: CaseTable, column: string, given: string | undefined): string {
  const member = textColumn(table, column);
  const found = new Set(member?.codes.filter((code) => code >= 0));
  if (found.size > 1) throw refuse('several-member-names', { column, found: found.size });
  const [code] = found;
  const name = given ?? (code === undefined ? undefined : member!.words[code]);
  if (name === undefined || name.trim() === '') throw refuse('member-name-needed', { column });
  return name;
}
