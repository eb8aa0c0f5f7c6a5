/** From raw scores to T-scores (mean 50, sd 10 in the general population): versioned, sourced tables. */

import type { Meta, Status } from './meta.ts';

export interface ConversionTable {
  /** `instrument@version#hash`: two tables are one only if every number is the same. */
  readonly id: string;
  readonly instrument: string;
  readonly version: string;
  readonly source: string;
  /** Where the table has it: stamped on every result unless official or local. */
  readonly status?: Status;
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
export type ConversionMeta = Pick<ConversionTable, 'id' | 'source' | 'sha256' | 'status'>;

/** T-scores fitted to the scores of a population. */
export interface FittedConversion {
  readonly instrument: string;
  readonly version: string;
  readonly source: string;
  readonly status: Status;
  readonly people: number;
  readonly scores: readonly { readonly raw: number; readonly n: number; readonly t: number }[];
}

/** The JSON document of the command. */
export interface FittedConversionDocument extends FittedConversion {
  readonly meta: Meta;
}
