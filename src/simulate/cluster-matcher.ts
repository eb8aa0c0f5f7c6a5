/** Finds a cluster by its code as people write it: `ZT05`, `5` and `05` are the same cluster. */

const CODE = /^([^0-9]*)0*([0-9]+)$/;

/**
 * Index into `codes` of the cluster meant, or -1. The exact code wins; then the number, where at
 * least one of the two is written without letters or both have the same letters, and no other
 * code fits as well.
 */
export function clusterMatcher(codes: readonly string[]): (code: string) => number {
  const exact = new Map(codes.map((code, index) => [code, index]));
  const byNumber = new Map<string, number[]>();
  for (const [index, code] of codes.entries()) {
    const number = CODE.exec(code)?.[2];
    if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), index]);
  }
  return (code) => {
    const found = exact.get(code);
    if (found !== undefined) return found;
    const parts = CODE.exec(code.trim());
    if (parts === null) return -1;
    const letters = parts[1]!.toUpperCase();
    const fitting = (byNumber.get(parts[2]!) ?? []).filter((index) => {
      const other = CODE.exec(codes[index]!)![1]!.toUpperCase();
      return letters === '' || other === '' || letters === other;
    });
    return fitting.length === 1 ? fitting[0]! : -1;
  };
}

/** Number in a cluster's code (5 for `ZT05`), by which review terms are matched. */
export function clusterNumber(code: string): number | undefined {
  const number = CODE.exec(code)?.[2];
  return number === undefined ? undefined : Number(number);
}
