/**
 * One case by the typing rule: score = constant + sum of coefficients, red rules to -Infinity,
 * softmax within the supercluster. A pure function of its inputs; it writes into `out` and
 * allocates nothing.
 */

import type { CompiledRuleSet } from './compile-rule-set.ts';
import { ADVISED, INCOMPLETE, NO_SUPERCLUSTER, NONE_FITS, TOO_MANY_MISSING } from './statuses.ts';

/**
 * Scores closer than this (times the highest score's size, at least 1) are a tie: sums of decimal
 * coefficients that are equal on paper differ by rounding in the last digits of binary numbers.
 */
export const TIE_TOLERANCE = 1e-10;

/** Result of one case, reused from case to case. Indexes into the rule set's cluster list, -1 = none. */
export interface CaseScore {
  advised: number;
  second: number;
  /** Nats; NaN without advice. */
  entropy: number;
  itemsMissing: number;
  /** Index into SCORE_STATUSES. */
  status: number;
  tie: 0 | 1;
  /** Per cluster of the rule set; 0 outside the supercluster and where a red rule applies. */
  readonly probabilities: Float64Array;
  /** Per cluster; -Infinity where a red rule applies, NaN outside the supercluster or without a score. */
  readonly scores: Float64Array;
}

/** An empty result that fits this rule set. */
export function createCaseScore(compiled: CompiledRuleSet): CaseScore {
  const { length } = compiled.ruleSet.clusters;
  return {
    advised: -1,
    second: -1,
    entropy: Number.NaN,
    itemsMissing: 0,
    status: NO_SUPERCLUSTER,
    tie: 0,
    probabilities: new Float64Array(length),
    scores: new Float64Array(length).fill(Number.NaN),
  };
}

/**
 * Scores one case.
 * @param ratings one per item of the rule set, 0 … severities-1; below 0 = missing, which is skipped
 *   (no coefficient, no red rule) up to the rule set's `maxMissing`
 * @param supercluster index into the rule set's superclusters, -1 = not known
 * @throws RangeError on a rating above the scale: such a value must have been rejected on reading
 */
export function scoreCase(
  compiled: CompiledRuleSet,
  ratings: ArrayLike<number>,
  supercluster: number,
  out: CaseScore,
): void {
  const { items, severities, maxMissing } = compiled.ruleSet;
  out.advised = -1;
  out.second = -1;
  out.entropy = Number.NaN;
  out.tie = 0;
  out.probabilities.fill(0);
  out.scores.fill(Number.NaN);
  let missing = 0;
  for (let item = 0; item < items.length; item++) {
    const rating = ratings[item]!;
    if (rating < 0) missing += 1;
    else if (!(rating < severities)) throw new RangeError(`A rating lies outside 0-${severities - 1}`);
  }
  out.itemsMissing = missing;
  if (supercluster < 0) {
    out.status = NO_SUPERCLUSTER;
    return;
  }
  if (missing > maxMissing) {
    out.status = TOO_MANY_MISSING;
    return;
  }
  addScores(compiled, ratings, supercluster, out.scores);
  out.status = missing > 0 ? INCOMPLETE : ADVISED;
  advise(compiled.superclusters[supercluster]!.members, out);
}

function addScores(
  compiled: CompiledRuleSet,
  ratings: ArrayLike<number>,
  supercluster: number,
  scores: Float64Array,
): void {
  const { members, constants, table, pairStart, pairItem, pairSeverity, pairMember } =
    compiled.superclusters[supercluster]!;
  const { severities, items } = compiled.ruleSet;
  const width = members.length;
  for (let member = 0; member < width; member++) scores[members[member]!] = constants[member]!;
  for (let item = 0; item < items.length; item++) {
    const rating = ratings[item]!;
    if (rating < 0) continue;
    const cell = item * severities + rating;
    for (let member = 0; member < width; member++) {
      scores[members[member]!]! += table[cell * width + member]!;
    }
    const end = pairStart[cell + 1]!;
    for (let pair = pairStart[cell]!; pair < end; pair++) {
      if (ratings[pairItem[pair]!] === pairSeverity[pair]) {
        scores[members[pairMember[pair]!]!] = Number.NEGATIVE_INFINITY;
      }
    }
  }
}

function advise(members: Int16Array, out: CaseScore): void {
  const { scores, probabilities } = out;
  let highest = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < members.length; m++) highest = Math.max(highest, scores[members[m]!]!);
  if (highest === Number.NEGATIVE_INFINITY) {
    out.status = NONE_FITS;
    return;
  }
  // The highest score becomes 0, so no exponent can overflow and the sum is at least 1.
  let total = 0;
  for (let m = 0; m < members.length; m++) {
    const weight = Math.exp(scores[members[m]!]! - highest);
    probabilities[members[m]!] = weight;
    total += weight;
  }
  let entropy = 0;
  for (let m = 0; m < members.length; m++) {
    const probability = probabilities[members[m]!]! / total;
    probabilities[members[m]!] = probability;
    if (probability > 0) entropy -= probability * Math.log(probability);
  }
  out.entropy = entropy;
  out.advised = firstNear(members, scores, -1);
  out.second = firstNear(members, scores, out.advised);
  out.tie = out.second >= 0 && highest - scores[out.second]! <= tolerance(highest) ? 1 : 0;
}

/** The lowest cluster whose score equals the highest one, `except` left out; -1 if none is possible. */
function firstNear(members: Int16Array, scores: Float64Array, except: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < members.length; m++) {
    if (members[m] !== except) highest = Math.max(highest, scores[members[m]!]!);
  }
  if (highest === Number.NEGATIVE_INFINITY) return -1;
  const limit = highest - tolerance(highest);
  for (let m = 0; m < members.length; m++) {
    const cluster = members[m]!;
    if (cluster !== except && scores[cluster]! >= limit) return cluster;
  }
  return -1;
}

function tolerance(highest: number): number {
  return TIE_TOLERANCE * Math.max(1, Math.abs(highest));
}
