/**
 * The arithmetic of one case: sums of coefficients, red rules to -Infinity, softmax within the
 * supercluster. It knows members of a supercluster only; it writes into its workspace and allocates nothing.
 */

import type { CompiledSupercluster } from './compile-rule-set.ts';

/**
 * Scores closer than this (times the highest score's size, at least 1) are a tie: sums of decimal
 * coefficients that are equal on paper differ by rounding in the last digits of binary numbers.
 */
export const TIE_TOLERANCE = 1e-10;

/** Below about e^-34 (2e-15) a probability is 0: together such ones change no other one by 1e-13. */
const LOWEST_EXPONENT = -34;
/** Steps of the exponents whose powers are kept; what lies between is at most half a step from one. */
const STEPS = 32;
/** e^(-i / STEPS); behind the lowest exponent stands one 0, for all that is below. */
const POWERS = Float64Array.from({ length: -LOWEST_EXPONENT * STEPS + 2 }, (_, at) =>
  at > -LOWEST_EXPONENT * STEPS ? 0 : Math.exp(-at / STEPS),
);
const BELOW = -(POWERS.length - 1) / STEPS;

/** Of one case, per member of its supercluster; members are counted from 0, -1 = none. */
export interface Workspace {
  /** Input: key of each block of items. */
  readonly keys: Int32Array;
  readonly scores: Float64Array;
  readonly weights: Float64Array;
  advised: number;
  second: number;
  /** Nats. */
  entropy: number;
  tie: 0 | 1;
}

export function createWorkspace(blocks: number, members: number): Workspace {
  return {
    keys: new Int32Array(blocks),
    scores: new Float64Array(members),
    weights: new Float64Array(members),
    advised: -1,
    second: -1,
    entropy: Number.NaN,
    tie: 0,
  };
}

/**
 * Fills the workspace from its keys, and the probabilities.
 * @param ratingOf of an item; asked only where a red rule looks at two items of different blocks
 * @param places where in `probabilities` those of the members belong, counted from `start`
 * @returns false when red rules leave no member; then only the scores are filled
 */
export function advise(
  group: CompiledSupercluster,
  severities: number,
  work: Workspace,
  ratingOf: (item: number) => number,
  probabilities: Float64Array,
  start: number,
  places: Int16Array,
): boolean {
  addScores(group, work);
  ruleOut(group, severities, work, ratingOf);
  const highest = choose(work, places.length);
  if (highest === Number.NEGATIVE_INFINITY) return false;
  const { scores, weights } = work;
  // The highest score becomes 0, so no exponent can overflow and the sum is at least 1.
  let total = 0;
  let spread = 0;
  for (let m = 0; m < places.length; m++) {
    const exponent = Math.max(BELOW, scores[m]! - highest);
    // The power next to it, times the power of what is left (at most 1/64): its series is exact to the last digit.
    const step = (0.5 - exponent * STEPS) | 0;
    const rest = exponent + step / STEPS;
    const tail = 1 + rest * (1 / 4 + rest * (1 / 20 + rest * (1 / 120)));
    const weight = POWERS[step]! * (1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6) * tail)));
    weights[m] = weight;
    total += weight;
    spread += weight * exponent;
  }
  const share = 1 / total;
  for (let m = 0; m < places.length; m++) probabilities[start + places[m]!] = weights[m]! * share;
  // -sum p ln p with p = weight / total, so that one logarithm does.
  work.entropy = Math.max(0, Math.log(total) - spread * share);
  return true;
}

function addScores({ constants, blockSums, blockStart }: CompiledSupercluster, work: Workspace): void {
  const { keys, scores } = work;
  const width = constants.length;
  // Four blocks a turn: a score is then fetched and put back once for four look-ups.
  let block = 0;
  for (let m = 0; m < width; m++) scores[m] = constants[m]!;
  for (; block + 4 <= blockStart.length; block += 4) {
    const a = blockStart[block]! + keys[block]! * width;
    const b = blockStart[block + 1]! + keys[block + 1]! * width;
    const c = blockStart[block + 2]! + keys[block + 2]! * width;
    const d = blockStart[block + 3]! + keys[block + 3]! * width;
    for (let m = 0; m < width; m++) {
      scores[m]! += blockSums[a + m]! + blockSums[b + m]! + (blockSums[c + m]! + blockSums[d + m]!);
    }
  }
  for (; block < blockStart.length; block++) {
    const start = blockStart[block]! + keys[block]! * width;
    for (let m = 0; m < width; m++) scores[m]! += blockSums[start + m]!;
  }
}

/** Red rules over two blocks; the others stand in the sums. */
function ruleOut(
  { pairCells, pairStart, pairItem, pairSeverity, pairMember }: CompiledSupercluster,
  severities: number,
  { scores }: Workspace,
  ratingOf: (item: number) => number,
): void {
  for (let at = 0; at < pairCells.length; at++) {
    const cell = pairCells[at]!;
    const severity = cell % severities;
    if (ratingOf((cell - severity) / severities) !== severity) continue;
    const end = pairStart[cell + 1]!;
    for (let pair = pairStart[cell]!; pair < end; pair++) {
      if (ratingOf(pairItem[pair]!) === pairSeverity[pair]) {
        scores[pairMember[pair]!] = Number.NEGATIVE_INFINITY;
      }
    }
  }
}

/** Advised and second; returns the highest score. One pass settles all but scores that are nearly equal. */
function choose(work: Workspace, width: number): number {
  const { scores } = work;
  let [advised, second] = [-1, -1];
  let highest = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  let third = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < width; m++) {
    const score = scores[m]!;
    if (score > highest) {
      third = next;
      next = highest;
      second = advised;
      highest = score;
      advised = m;
    } else if (score > next) {
      third = next;
      next = score;
      second = m;
    } else if (score > third) third = score;
  }
  const near = TIE_TOLERANCE * Math.max(1, Math.abs(highest));
  work.tie = highest - next <= near ? 1 : 0;
  if (work.tie === 1 || next - third <= TIE_TOLERANCE * Math.max(1, Math.abs(next))) {
    advised = firstNear(scores, width, highest, -1);
    second = firstNear(scores, width, highestBut(scores, width, advised), advised);
  }
  work.advised = advised;
  work.second = second;
  return highest;
}

function highestBut(scores: Float64Array, width: number, except: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let m = 0; m < width; m++) if (m !== except) highest = Math.max(highest, scores[m]!);
  return highest;
}

/** The lowest member whose score is `highest` to the digits that count, `except` left out; -1 if none is possible. */
function firstNear(scores: Float64Array, width: number, highest: number, except: number): number {
  if (highest === Number.NEGATIVE_INFINITY) return -1;
  const limit = highest - TIE_TOLERANCE * Math.max(1, Math.abs(highest));
  let m = 0;
  while (m < width && (m === except || scores[m]! < limit)) m++;
  return m;
}
