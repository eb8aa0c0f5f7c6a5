/** Order of texts by code point: the same on every machine and in every language setting. */

/** Negative where `a` comes first. `<` alone compares UTF-16 units, which puts emoji before some letters. */
export function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
