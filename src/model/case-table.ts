/**
 * Columns of a case file in memory: one row per care episode, typed arrays so that millions fit.
 * Blank is a value of its own per kind (below); what is stored has been checked by `read`.
 */

/** Items of the questionnaire in file order. */
export type RatingColumnName =
  | 'hv01'
  | 'hv02'
  | 'hv03'
  | 'hv04'
  | 'hv05'
  | 'hv06'
  | 'hv07'
  | 'hv08'
  | 'hv09'
  | 'hv10'
  | 'hv11'
  | 'hv12'
  | 'hv13'
  | 'hv14'
  | 'hv15'
  | 'hv16'
  | 'hv17'
  | 'hv18'
  | 'hv19';

/** Column names of the contract (formats: case file), whatever the file's own headers are. */
export type CanonicalColumn =
  | 'patient'
  | 'episode'
  | 'member'
  | 'site'
  | 'team'
  | 'payer'
  | 'setting'
  | 'diagnosis'
  | 'date'
  | 'supercluster'
  | RatingColumnName
  | 'chosen_cluster'
  | 'start'
  | 'end'
  | 'bed_days'
  | 'minutes'
  | 'current_revenue'
  | 'cost'
  | 'instrument'
  | 'pre'
  | 'post'
  | 'pre_date'
  | 'post_date'
  | 'rom_status'
  | 'origin';

/** Blank number = NaN. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Days since 1970-01-01; blank = BLANK_DAY (-2147483648). */
export interface DayColumn {
  readonly kind: 'day';
  readonly values: Int32Array;
}

/** 0-4; blank or unknown = -1. */
export interface RatingColumn {
  readonly kind: 'rating';
  readonly values: Int8Array;
}

/** Dictionary-coded text: `words[codes[row]]`; blank = -1. */
export interface TextColumn {
  readonly kind: 'text';
  readonly codes: Int32Array;
  readonly words: readonly string[];
}

export type Column = NumberColumn | DayColumn | RatingColumn | TextColumn;

/**
 * `columns` is keyed by canonical name, and by header for columns the contract does not know
 * (those are text). Every column has `n` entries.
 */
export interface CaseTable {
  readonly n: number;
  /** Data row in the file of each row kept, 1 = first below the header. */
  readonly rows: Int32Array;
  readonly columns: ReadonlyMap<string, Column>;
}
