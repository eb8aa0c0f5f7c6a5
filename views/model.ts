/** What pages are told of a data set and of an import; plain data, filled by the server. */

import type { AssessmentResult, IssueSummary, Lang, Status } from '../src/index.ts';

/** How a file was understood. Headers and names of columns, never a value from a row. */
export interface Recognised {
  readonly columns: readonly {
    readonly header: string;
    readonly canonical: string;
    /** By its own name, by a known other name, or pointed out by the user. */
    readonly by: 'name' | 'alias' | 'map';
  }[];
  /** Headers that the contract does not know: kept as they are. */
  readonly other: readonly string[];
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dates?: string;
  readonly decimal?: string;
  /** Where it was read as assessments: how many, and how many reviews came too late. */
  readonly assessments?: AssessmentResult;
  /** Identities were taken out with the key of the data folder. */
  readonly pseudonymised?: true;
}

export interface DataSet {
  readonly id: string;
  readonly name: string;
  readonly origin: 'demo' | 'upload';
  /** Rows are made up, by this program or by whoever marked them so: stamped wherever they are shown. */
  readonly synthetic: boolean;
  /** ISO instant. */
  readonly createdAt: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  /** Days since 1970-01-01 of the first and last date found. */
  readonly firstDay?: number;
  readonly lastDay?: number;
  readonly patients: number;
  readonly members: number;
  readonly rules: {
    readonly id: string;
    readonly status: Status;
    readonly sha256: string;
    readonly clusters: number;
  };
  /** Other rule sets apply now than those it was typed with. */
  readonly outdated?: {
    /** Newest of those that apply now. */
    readonly now: string;
    /** Whether its own sets are still there: then its pages show what was typed with them. */
    readonly kept: boolean;
  };
  /** ISO day on which it is deleted; absent = when someone deletes it. */
  readonly deleteOn?: string;
  readonly recognised: Recognised;
  readonly issues: Readonly<Record<Lang, readonly IssueSummary[]>>;
}

/** An upload that was under way when the server ended: nothing of it is there. */
export interface CutOff {
  readonly id: string;
  /** Of the file; blank where even that is lost. */
  readonly name: string;
  /** ISO instant of the start that found it. */
  readonly at: string;
}
