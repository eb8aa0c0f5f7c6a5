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
    const repeated = options.assessments ? amountIssues(rows, reader.mapping) : undefined;
    const synthetic = textColumn(table, 'origin')?.words.includes('synthetic') ?? false;
    return {
      table,
      report:
        repeated === undefined
          ? report
          : { ...report, issues: (lang) => [...report.issues(lang), ...repeated.summaries(lang)] },
      mapping: reader.mapping,
      statuses: synthetic ? ['synthetic'] : [],
    };
  });
}

/** Amounts that the command uses and that stand at several ratings of one episode. */
function amountIssues(table: CaseTable, mapping: ColumnMapping): IssueCollector {
  const issues = new IssueCollector();
  for (const name of ['current_revenue', 'cost', 'bed_days', 'minutes'] as const) {
    const column = mapping.columns.get(name)?.header;
    if (column === undefined) continue;
    for (const row of repeatedAmounts(table, name)) {
      const at = { row: table.rows[row]!, column };
      issues.add({ code: 'assessment-amount-repeated', severity: 'warning', ...at, params: { column } });
    }
  }
  return issues;
}
