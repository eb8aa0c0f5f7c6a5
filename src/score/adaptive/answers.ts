/** How answers of a half-filled form are held: one number per item of the rule set. */

/** Asked, and not known. The rule set allows `maxMissing` of these. */
export const ANSWER_UNKNOWN = -1;

/** Not asked yet, or taken back. */
export const ANSWER_OPEN = -2;

/** Items without an answer, in the order of the form. */
export function openItems(answers: ArrayLike<number>): number[] {
  return Array.from(answers, (answer, item) => (answer === ANSWER_OPEN ? item : -1)).filter(
    (item) => item >= 0,
  );
}

/** Items answered `not known`. */
export function unknownCount(answers: ArrayLike<number>): number {
  return Array.from(answers).filter((answer) => answer === ANSWER_UNKNOWN).length;
}
