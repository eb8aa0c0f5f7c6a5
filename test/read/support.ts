/** What the reading tests share: a source from text, and one outcome whether read or refused. */

import {
  bytesSource,
  type CaseBatch,
  type CaseTable,
  concatTables,
  openCases,
  RATING_COLUMNS,
  type ReadCasesOptions,
  type ReadReport,
  Refusal,
  type RejectedCell,
} from '../../src/index.ts';

const RATINGS_ONLY: ReadCasesOptions = { uses: RATING_COLUMNS };

export interface Outcome {
  readonly table?: CaseTable;
  readonly cells?: readonly (readonly string[])[];
  readonly header?: readonly string[];
  readonly report?: ReadReport;
  readonly refusal?: Refusal;
  readonly rejects: readonly RejectedCell[];
}

/** Reads everything; a refusal is an outcome, any other exception is not. */
export async function outcomeOf(
  content: string | Uint8Array,
  options: ReadCasesOptions = RATINGS_ONLY,
): Promise<Outcome> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const rejects: RejectedCell[] = [];
  const all = { ...options, rejects: { write: (row: RejectedCell) => rejects.push(row) } };
  const batches: CaseBatch[] = [];
  let reader: Awaited<ReturnType<typeof openCases>> | undefined;
  try {
    reader = await openCases(bytesSource('cases.csv', bytes), all);
    for await (const batch of reader.batches()) batches.push(batch);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: error, rejects, ...(reader === undefined ? {} : { report: reader.report() }) };
  }
  return {
    table: concatTables(batches),
    cells: batches.flatMap((batch) => batch.cells ?? []),
    header: reader.header,
    report: reader.report(),
    rejects,
  };
}

/** A column as plain values: text words, ISO-free numbers; blank text is ''. */
export function valuesOf(table: CaseTable | undefined, name: string): (string | number)[] {
  const column = table?.columns.get(name);
  if (column === undefined) throw new Error(`No column ${name}`);
  if (column.kind !== 'text') return [...column.values];
  return [...column.codes].map((code) => column.words[code] ?? '');
}
