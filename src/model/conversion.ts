/** From raw scores to T-scores (mean 50, sd 10 in the general population): versioned, sourced tables. */

export interface ConversionTable {
  /** `instrument@version#hash`: two tables are one only if every number is the same. */
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  readonly source: string;
  /** Of the content, whatever the file's notation. */
  readonly sha256: string;
  /** Rising. */
  readonly raw: readonly number[];
  /** Rising with `raw`: higher stays higher. */
  readonly t: readonly number[];
  /** Standard error per raw score, where the table has it. */
  readonly se?: readonly number[];
}

/** What a result says of the table it used. */
export type ConversionMeta = Pick<ConversionTable, 'id' | 'source' | 'sha256'>;
