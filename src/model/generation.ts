/** What `generate` says of the file it made. */

import type { Meta } from './meta.ts';

export interface GenerationCounts {
  readonly episodes: number;
  readonly patients: number;
  /** Without an end date. */
  readonly open: number;
  /** With at least one bed day. */
  readonly admitted: number;
  /** With pre and post. */
  readonly measured: number;
}

export interface GenerationMember extends GenerationCounts {
  readonly member: string;
}

export interface GenerationResult {
  readonly meta: Meta;
  /** Columns of the case file, in their order. */
  readonly columns: readonly string[];
  /** ISO date of the last day the file knows of: what was open then has no end. */
  readonly fileDay: string;
  readonly total: GenerationCounts;
  readonly members: readonly GenerationMember[];
}
