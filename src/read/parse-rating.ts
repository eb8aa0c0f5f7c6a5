/** One rating cell. Invariant: 0-4 or missing; nothing is rounded, wrapped or cut. */

/** Missing: blank, or the codes 9 and -1 for not known. */
export const MISSING_RATING = -1;
/** What is stored nowhere: the cell holds something else. */
export const NOT_A_RATING = -2;

const WRITTEN = /^(-1|[0-49])(?:[.,]0*)?$/;

/**
 * 0-4 (also written `3,0` or `3.0`), MISSING_RATING, or NOT_A_RATING.
 *
 * @example parseRating('3,0') // 3
 * @example parseRating('9') // -1
 * @example parseRating('2,5') // -2
 */
export function parseRating(cell: string): number {
  if (cell.length === 1) {
    const code = cell.charCodeAt(0);
    if (code >= 48 && code <= 52) return code - 48;
    if (code === 57) return MISSING_RATING;
  }
  if (cell === '') return MISSING_RATING;
  const text = cell.trim();
  if (text === '') return MISSING_RATING;
  const match = WRITTEN.exec(text);
  if (match === null) return NOT_A_RATING;
  const value = Number(match[1]);
  return value > 4 || value < 0 ? MISSING_RATING : value;
}
