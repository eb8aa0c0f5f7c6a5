/** A whole case file as one table in memory: for commands that need every row at once. */

import type { CaseTable } from '../model/case-table.ts';
import { concatTables } from '../table/concat.ts';
import type { ColumnMapping } from './column-map.ts';
import { openCases } from './open-cases.ts';
import type { CaseBatch, ReadCasesOptions, ReadReport } from './read-options.ts';
import type { ByteSource } from './source.ts';

/**
 * Reads all rows that pass.
 * @throws Refusal as `openCases` and its batches do
 */
export async function readCaseTable(
  source: ByteSource,
  options: ReadCasesOptions,
): Promise<{ table: CaseTable; report: ReadReport; mapping: ColumnMapping }> {
  const reader = await openCases(source, { batchRows: 65536, ...options, keepCells: false });
  const batches: CaseBatch[] = [];
  for await (const batch of reader.batches()) batches.push(batch);
  return { table: concatTables(batches), report: reader.report(), mapping: reader.mapping };
}
