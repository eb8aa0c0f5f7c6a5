/** What a command asks of the reader, and what the reader tells afterwards. */

import type { SaysIssue } from '../issue/issue-collector.ts';
import type { CanonicalColumn, CaseTable } from '../model/case-table.ts';
import type { IssueSummary } from '../model/issue.ts';
import type { InputMeta } from '../model/meta.ts';
import type { RowCounts } from '../model/score.ts';
import type { Lang } from '../model/text.ts';
import type { DecimalSign } from '../table/number-notation.ts';
import type { CaseParts } from './case-parts.ts';
import type { ColumnMapping } from './column-map.ts';
import type { Delimiter, LineEnding } from './csv-rows.ts';
import type { Encoding } from './decode.ts';
import type { DateOrder } from './parse-day.ts';
import type { RejectSink } from './rejects.ts';

/** A rule set's words for clusters; undefined = it does not know the text. */
export interface ClusterWords {
  readonly cluster: (text: string) => string | undefined;
  readonly supercluster: (text: string) => string | undefined;
  /** For the sentence that says what is allowed. */
  readonly clusterCodes?: readonly string[];
  readonly superclusterCodes?: readonly string[];
}

export interface ReadProgress {
  readonly rows: number;
  /** Over all passes; with `totalBytes` a share of the work. */
  readonly bytes: number;
  readonly totalBytes?: number;
}

export interface ReadCasesOptions {
  /** Canonical columns the command uses: they come into the table, and a fault in one rejects the row. */
  readonly uses: readonly string[];
  /** Columns whose notation must be settled even where they are not in use. */
  readonly settles?: readonly CanonicalColumn[];
  /** Columns that must be there; of an inner list at least one. */
  readonly requires?: readonly (string | readonly string[])[];
  /** Other headers wanted, as text columns; `*` = every column the contract does not know. */
  readonly extra?: readonly string[];
  /** Sheet of a workbook, where more than one holds data. */
  readonly sheet?: string;
  /** Several rows per patient, each a rating on a day: doubles are told by patient and day. */
  readonly assessments?: boolean;
  /** Canonical name -> header in the file; a blank header = not to be read. */
  readonly map?: Readonly<Record<string, string>>;
  readonly decimal?: DecimalSign;
  readonly dates?: DateOrder;
  /** Any rejected row refuses the file. */
  readonly strict?: boolean;
  /** Stands for a blank supercluster, or for all of them where the file has no such column. */
  readonly supercluster?: string;
  /** Absent: clusters and superclusters are taken as they stand. */
  readonly codebook?: ClusterWords;
  /** Batches carry the cells of their rows as text, in the order of `header`. */
  readonly keepCells?: boolean;
  /** Rows of a batch; default 8192. */
  readonly batchRows?: number;
  /** A secret key, not empty: identities are replaced instead of refused. */
  readonly pseudonymiseWith?: Uint8Array;
  /** Told once, on the first reading of the rows. */
  readonly rejects?: RejectSink;
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}

/** Rows that passed, as typed columns. */
export interface CaseBatch extends CaseTable {
  /** With `keepCells`: the cells of each row of the batch; none of a row that is in `lines`. */
  readonly cells?: readonly (readonly string[])[];
  /** With `keepCells`, of a part of a file: rows that are nothing but their cells and the delimiter. */
  readonly lines?: BatchLines;
}

/**
 * Lines of a batch as they stand in the file, in UTF-8: no cell has a quote, a line break, a byte order mark, or a
 * blank at its edge.
 */
export interface BatchLines {
  readonly bytes: Uint8Array;
  /** Of each row the first byte, -1 where its cells are text. */
  readonly from: Int32Array;
  /** One past the last. */
  readonly to: Int32Array;
}

/** What a file turned out to be. */
export interface SourceFormat {
  readonly kind: 'csv' | 'xlsx' | 'parquet' | 'fhir';
  /** CSV. */
  readonly delimiter?: Delimiter;
  readonly encoding?: Encoding;
  readonly lineEnding?: LineEnding;
  /** XLSX: the sheet that was read. */
  readonly sheet?: string;
}

export interface ReadFormat extends SourceFormat {
  /** Per number column that was used, by canonical name. */
  readonly decimals: Readonly<Record<string, DecimalSign>>;
  /** Per date column that was used, by canonical name. */
  readonly dates: Readonly<Record<string, DateOrder>>;
}

/** What was read: counts, findings and format; whole once the batches are at their end or refused. */
export interface ReadReport {
  /** `rows` = rows read; `sha256` of the file's bytes as they are, '' when the file was not read to its end. */
  readonly input: InputMeta;
  readonly rows: RowCounts;
  issues(lang: Lang, say?: SaysIssue): IssueSummary[];
  /** Latest day (ISO) in `start`, `end` and `date`, of those that were used. */
  readonly lastDate?: string;
  readonly format: ReadFormat;
}

export interface CaseReader {
  /** Headers as written, without those that were dropped for identity. */
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  /**
   * The rows, in batches; may be called again and then reads again.
   * @throws Refusal at its end where too many rows were rejected: write nothing before that
   */
  batches(): AsyncGenerator<CaseBatch, void>;
  report(): ReadReport;
  /** For threads beside each other; undefined where rows must be read one after the other. */
  readonly inParts: CaseParts | undefined;
}
