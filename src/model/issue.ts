/**
 * What can be wrong with an input. An issue names row, column, code and what is allowed;
 * it never carries a patient's value (the rejects table the user asked for does).
 */

export type Severity = 'error' | 'warning' | 'info';

/** One finding. `params` fill the sentence and hold only schema words: columns, codes allowed, counts. */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  /** Data row in the file, 1 = the first row below the header. */
  readonly row?: number;
  /** Header as written in the file, or the canonical name where the file has none. */
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** All findings with one code (and one sentence): an exact count, and at most a few examples. */
export interface IssueSummary {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  readonly message: string;
  readonly examples: readonly { readonly row?: number; readonly column?: string }[];
}

/** A value where there is one, and every fault found on the way: parsing does not stop at the first. */
export interface Checked<T> {
  readonly value?: T;
  readonly issues: readonly Issue[];
}
