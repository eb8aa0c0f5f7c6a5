/** What the pages of the network are told; plain data, filled by the server. */

import type { BenchmarkDesign } from '../src/index.ts';

export interface DesignLine {
  readonly name: string;
  /** Absent where the file cannot be read. */
  readonly design?: BenchmarkDesign;
}

/** How far the signature of a contribution can be trusted. */
export type SignatureCheck = 'verified' | 'signed' | 'unsigned' | 'wrong';

export interface ReceivedLine {
  /** Of the file. */
  readonly name: string;
  readonly member: string;
  /** Episodes: exact for one's own, a band for others. */
  readonly n: number | string;
  readonly own: boolean;
  readonly check: SignatureCheck;
  /** Ticked to begin with: the fullest of its member. */
  readonly chosen: boolean;
}

/** Contributions that can be put together. */
export interface ReceivedGroup {
  readonly design: BenchmarkDesign;
  readonly lines: readonly ReceivedLine[];
  /** Different members. */
  readonly members: number;
}

export interface ReleaseLine {
  /** ISO instant. */
  readonly at: string;
  readonly models: readonly string[];
  /** The contribution, as long as its file is here. */
  readonly file?: { readonly name: string; readonly member: string; readonly design: BenchmarkDesign };
}

/** The fields of the form of a design, as typed. */
export type DesignFields = Readonly<Record<string, string>>;

/** Rows of the form for columns to adjust for. */
export const ADJUST_ROWS = 8;

export const FEWEST_MEMBERS = 3;
