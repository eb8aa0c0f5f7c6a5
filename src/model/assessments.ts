/** What a file of several ratings per patient says of itself. */

import type { Computed } from './meta.ts';

export interface AssessmentResult {
  /** Ratings, each a period. */
  readonly n: number;
  /** Patients, or episodes of patients where the file tells them apart. */
  readonly courses: number;
  /** Periods that have no end: the rating still holds. */
  readonly open: number;
  /** Ratings whose cluster has a review term. */
  readonly judged: number;
  /** Of those, the ones that held longer than that term; an open one up to the file's last rating. */
  readonly overdue: number;
  /** 0-1. */
  readonly overdueShare: Computed<number>;
}
