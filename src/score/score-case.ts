/** One case by the typing rule: what `advise` reckons, per cluster of the rule set, with the case's status. */

import { advise, createWorkspace, type Workspace } from './advise.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import { ADVISED, INCOMPLETE, NO_SUPERCLUSTER, NONE_FITS, TOO_MANY_MISSING } from './statuses.ts';

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
  /** Per cluster of the rule set; 0 outside the supercluster, where a red rule applies, and where it is below e^-34. */
  readonly probabilities: Float64Array;
  /** Per cluster; -Infinity where a red rule applies, NaN outside the supercluster or without a score. */
  readonly scores: Float64Array;
  readonly work: Workspace;
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
    work: createWorkspace(compiled.blocks.length, length),
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
  const { work } = out;
  compiled.blocks.forEach(({ first, end }, block) => {
    let key = 0;
    for (let item = first; item < end; item++) key = key * (severities + 1) + Math.max(0, ratings[item]! + 1);
    work.keys[block] = key;
  });
  const group = compiled.superclusters[supercluster]!;
  const { members } = group;
  const fits = advise(group, severities, work, (item) => ratings[item]!, out.probabilities, 0, members);
  out.status = !fits ? NONE_FITS : missing > 0 ? INCOMPLETE : ADVISED;
  for (let m = 0; m < members.length; m++) out.scores[members[m]!] = work.scores[m]!;
  if (!fits) return;
  out.advised = members[work.advised]!;
  out.second = work.second < 0 ? -1 : members[work.second]!;
  out.entropy = work.entropy;
  out.tie = work.tie;
}
