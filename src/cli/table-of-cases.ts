/** A whole case file in memory, for commands that compare every row with every other. */

import {
  assessmentPeriods,
  type CaseBatch,
  type CaseTable,
  type ColumnMapping,
  concatTables,
  IssueCollector,
  periodsAsEpisodes,
  type ReadCasesOptions,
  type ReadReport,
  repeatedAmounts,
  type Status,
  textColumn,
} from '../index.ts';
import { withCases } from './cases.ts';
import type { Io } from './io.ts';
import type { CaseOptions } from './options.ts';

export interface LoadedCases {
  readonly table: CaseTable;
  readonly report: ReadReport;
  readonly mapping: ColumnMapping;
  /** What to stamp on the result: synthetic where any row says so. */
  readonly statuses: readonly Status[];
}

/** `uses` need not name `origin`: it is always read. */
export async function tableOfCases(
  io: Io,
  path: string,
  options: CaseOptions,
  wanted: Pick<ReadCasesOptions, 'uses' | 'requires' | 'extra' | 'codebook' | 'supercluster'>,
): Promise<LoadedCases> {
  return withCases(io, path, options, { ...wanted, uses: [...wanted.uses, 'origin'] }, async (reader) => {
    const batches: CaseBatch[] = [];
    for await (const batch of reader.batches()) batches.push(batch);
    const rows = concatTables(batches);
    const table = options.assessments ? periodsAsEpisodes(rows, assessmentPeriods(rows)) : rows;
    const report = reader.report();
    const repeated = new IssueCollector();
    if (options.assessments) {
      repeated.addAll(repeatedAmounts(rows, (name) => reader.mapping.columns.get(name)?.header));
    }
    const synthetic = textColumn(table, 'origin')?.words.includes('synthetic') ?? false;
    return {
      table,
      report: { ...report, issues: (lang) => [...report.issues(lang), ...repeated.summaries(lang)] },
      mapping: reader.mapping,
      statuses: synthetic ? ['synthetic'] : [],
    };
  });
}
