/**
 * What the answers so far make likely, and what each open question is expected to tell.
 *
 * The model is the rule's own, read as a joint chance: P(ratings, cluster) is proportional to
 * exp(constant + sum of coefficients) times, for every item, how often a rating occurs in a whole
 * caseload; 0 where a red rule applies. Over all answers it gives exactly the rule's percentages. Over
 * some, the open items are summed out in closed form, one factor per item. The only assumption added
 * is that spread of ratings: `REFERENCE_RATING_SHARES`, ours, the same for every item. A red rule
 * of two open items is left out until one of the two is looked at. The order of the questions and the
 * chances before the end rest on this; the bound does not.
 */

import { REFERENCE_RATING_SHARES } from '../../rules/rating-probabilities.ts';
import type { OpenForm, OpenMember } from './open-form.ts';

export interface Outlook {
  /** Per member of the supercluster; all 0 where none can fit. */
  readonly probabilities: Float64Array;
  /** Of those, nats. */
  readonly entropy: number;
  /** Per open item, in the order of `form.items`: expected fall of the entropy, nats. */
  readonly gains: Float64Array;
}

/** @param form any form; without open items the probabilities are the softmax of the sums */
export function outlook(form: OpenForm): Outlook {
  const shares = referenceShares(form.compiled.ruleSet.severities);
  const masses: readonly (readonly number[])[] = form.members.map((member) =>
    member.contributions.map((column) => logMass(column, shares)),
  );
  const logs = form.members.map((member, at) =>
    member.ruledOut ? Number.NEGATIVE_INFINITY : masses[at]!.reduce((sum, mass) => sum + mass, member.sum),
  );
  const probabilities = normalised(logs);
  const gains = new Float64Array(form.items.length);
  for (let item = 0; item < gains.length; item++) {
    gains[item] = informationOf(item, form.members, masses, logs, shares);
  }
  return { probabilities, entropy: entropyOf(probabilities), gains };
}

/** Mutual information of one open item's rating and the cluster, from their joint table. */
function informationOf(
  item: number,
  members: readonly OpenMember[],
  masses: readonly (readonly number[])[],
  logs: readonly number[],
  shares: Float64Array,
): number {
  const width = members.length;
  const joint = normalised(
    Array.from({ length: shares.length * width }, (_, cell) => {
      const [severity, at] = [Math.floor(cell / width), cell % width];
      const member = members[at]!;
      const contribution = member.contributions[item]![severity]!;
      if (logs[at] === Number.NEGATIVE_INFINITY || contribution === Number.NEGATIVE_INFINITY) {
        return Number.NEGATIVE_INFINITY;
      }
      const log = logs[at]! - masses[at]![item]! + contribution + Math.log(shares[severity]!);
      return log + pairsWith(item, severity, member, masses[at]!, shares);
    }),
  );
  const clusters = new Float64Array(width);
  let conditional = 0;
  for (let severity = 0; severity < shares.length; severity++) {
    const row = joint.subarray(severity * width, (severity + 1) * width);
    const total = row.reduce((sum, p) => sum + p, 0);
    row.forEach((p, at) => {
      clusters[at]! += p;
      if (p > 0) conditional -= p * Math.log(p / total);
    });
  }
  // Information is never negative; what is below 0 is rounding.
  return Math.max(0, entropyOf(clusters) - conditional);
}

/** What this answer takes from the other open items by red rules of two: the fall of their log mass. */
function pairsWith(
  item: number,
  severity: number,
  member: OpenMember,
  masses: readonly number[],
  shares: Float64Array,
): number {
  let change = 0;
  const lost = new Map<number, Set<number>>();
  for (const pair of member.banned) {
    const other =
      pair.a === item && pair.severityA === severity
        ? ([pair.b, pair.severityB] as const)
        : pair.b === item && pair.severityB === severity
          ? ([pair.a, pair.severityA] as const)
          : undefined;
    if (other !== undefined) lost.set(other[0], (lost.get(other[0]) ?? new Set()).add(other[1]));
  }
  for (const [other, severities] of lost) {
    const column = member.contributions[other]!.map((value, s) =>
      severities.has(s) ? Number.NEGATIVE_INFINITY : value,
    );
    change += logMass(column, shares) - masses[other]!;
  }
  return change;
}

/** Logarithm of the expected exp(contribution) over the reference ratings; a large one does not overflow. */
function logMass(column: Float64Array, shares: Float64Array): number {
  const highest = Math.max(...column);
  if (highest === Number.NEGATIVE_INFINITY) return highest;
  const sum = column.reduce((all, value, severity) => all + shares[severity]! * Math.exp(value - highest), 0);
  return highest + Math.log(sum);
}

/** Longer scales go on with the last share; the sum is 1. */
function referenceShares(severities: number): Float64Array {
  const shares = Float64Array.from(
    { length: severities },
    (_, severity) => REFERENCE_RATING_SHARES[severity] ?? REFERENCE_RATING_SHARES.at(-1)!,
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** exp and sum to 1, the largest at 0 first; all 0 where every one is -Infinity. */
function normalised(logs: readonly number[]): Float64Array {
  const highest = Math.max(...logs);
  if (highest === Number.NEGATIVE_INFINITY) return new Float64Array(logs.length);
  const weights = Float64Array.from(logs, (log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function entropyOf(probabilities: Float64Array): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
}
