/**
 * Answers of a page that may have been open for a while, laid over a form that another window may have changed since.
 * Invariant: what was not touched here stays as it is there; what both changed is not overwritten but named.
 */

export interface Merged {
  /** To be given: item -> answer. */
  readonly given: ReadonlyMap<number, number>;
  /** Items that were answered otherwise in the meantime, and otherwise here. */
  readonly both: readonly number[];
}

/**
 * @param now answers of the form as it is
 * @param seen answers as the page showed them; undefined = the page does not say: what it sends is meant
 * @param sent item -> answer
 */
export function mergeAnswers(
  now: ArrayLike<number>,
  seen: (item: number) => number | undefined,
  sent: ReadonlyMap<number, number>,
): Merged {
  const given = new Map<number, number>();
  const both: number[] = [];
  for (const [item, answer] of sent) {
    const before = seen(item) ?? now[item]!;
    if (answer === before && seen(item) !== undefined) continue;
    if (now[item] !== before && now[item] !== answer) both.push(item);
    else given.set(item, answer);
  }
  return { given, both };
}
