/** What became of a case, in the order in which `ScoreColumns.status` counts. */

import type { ScoreStatus } from '../model/score.ts';

export const SCORE_STATUSES = [
  'advised',
  'incomplete',
  'too-many-missing',
  'no-supercluster',
  'none-fits',
] as const satisfies readonly ScoreStatus[];

export const ADVISED = 0;
export const INCOMPLETE = 1;
export const TOO_MANY_MISSING = 2;
export const NO_SUPERCLUSTER = 3;
export const NONE_FITS = 4;
