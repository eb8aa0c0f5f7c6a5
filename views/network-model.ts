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

/** Rows that a form shows for columns to adjust for, and to choose by; always some more than are filled in. */
const ADJUST_ROWS = 8;
const WHERE_ROWS = 2;
const SPARE_ROWS = 2;

/** @param name of the field that tells whether a row is filled in, without its number */
export function rowsShown(fields: DesignFields, name: 'column' | 'where'): number[] {
  const fewest = name === 'column' ? ADJUST_ROWS : WHERE_ROWS;
  const filled = Object.keys(fields).flatMap((key) =>
    key.startsWith(name) && fields[key] !== '' ? [Number(key.slice(name.length)) + 1] : [],
  );
  return Array.from({ length: Math.max(fewest, ...filled.map((at) => at + SPARE_ROWS)) }, (_, at) => at);
}

export const FEWEST_MEMBERS = 3;
