/** The smallest sum of one choice per item, where some pairs of choices may not go together. */

/** Choice `severityA` of item `a` and choice `severityB` of item `b` exclude each other; items count from 0 in `costs`. */
export interface BannedPair {
  readonly a: number;
  readonly severityA: number;
  readonly b: number;
  readonly severityB: number;
}

/**
 * Branches looked at before the search gives up being exact. Then the smallest sum without the
 * remaining pairs is given, which is never too high: a bound built on it holds, and may come later.
 */
const MOST_BRANCHES = 4000;

interface Relaxed {
  readonly sum: number;
  /** Per item the severity chosen; -1 = left unknown. */
  readonly choice: Int8Array;
}

/**
 * Smallest sum over the items of `costs[item][choice]`, at most `unknowns` items left out at cost 0,
 * no banned pair chosen whole. Exact by branch and bound (Land and Doig 1960) on the banned pairs.
 * @param costs per item its costs by severity; Infinity = not allowed
 * @returns Infinity where no choice is allowed
 */
export function lowestSum(
  costs: readonly Float64Array[],
  banned: readonly BannedPair[],
  unknowns: number,
): number {
  let best = Number.POSITIVE_INFINITY;
  let branches = 0;
  const search = (current: readonly Float64Array[]): void => {
    const { sum, choice } = relaxed(current, unknowns);
    if (sum >= best) return;
    const broken = banned.find(
      (pair) => choice[pair.a] === pair.severityA && choice[pair.b] === pair.severityB,
    );
    branches += 1;
    if (broken === undefined || branches > MOST_BRANCHES) {
      best = sum;
      return;
    }
    search(without(current, broken.a, broken.severityA));
    search(without(current, broken.b, broken.severityB));
  };
  search(costs);
  return best;
}

/** The same with every pair allowed: each item on its own, the dearest left unknown. */
function relaxed(costs: readonly Float64Array[], unknowns: number): Relaxed {
  const choice = new Int8Array(costs.length);
  const lowest = new Float64Array(costs.length);
  costs.forEach((column, item) => {
    let at = 0;
    for (let severity = 1; severity < column.length; severity++) {
      if (column[severity]! < column[at]!) at = severity;
    }
    choice[item] = at;
    lowest[item] = column[at]!;
  });
  const dearest = [...lowest.keys()]
    .filter((item) => lowest[item]! > 0)
    .sort((a, b) => (lowest[a] === lowest[b] ? a - b : lowest[b]! > lowest[a]! ? 1 : -1));
  for (const item of dearest.slice(0, unknowns)) {
    lowest[item] = 0;
    choice[item] = -1;
  }
  return { sum: lowest.reduce((sum, cost) => sum + cost, 0), choice };
}

function without(costs: readonly Float64Array[], item: number, severity: number): Float64Array[] {
  const copy = [...costs];
  copy[item] = Float64Array.from(costs[item]!);
  copy[item]![severity] = Number.POSITIVE_INFINITY;
  return copy;
}
