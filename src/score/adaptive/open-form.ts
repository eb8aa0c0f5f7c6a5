/** A rule set seen from a half-filled form: what is fixed by the answers, and what each cluster still allows. */

import type { CompiledRuleSet, CompiledSupercluster } from '../compile-rule-set.ts';
import { openItems, unknownCount } from './answers.ts';
import type { BannedPair } from './lowest-sum.ts';

/** What the open questions may do to one cluster. Members count within the supercluster, lowest number first. */
export interface OpenMember {
  /** Constant and contributions of the answered items. */
  readonly sum: number;
  /** A red rule has fired. */
  readonly ruledOut: boolean;
  /** Some answer to the open questions fires a red rule. */
  readonly canBeRuledOut: boolean;
  /** Per open item and severity its contribution; -Infinity where that answer alone rules the cluster out. */
  readonly contributions: readonly Float64Array[];
  /** Pairs of answers to open questions that rule it out; items count within the open ones. */
  readonly banned: readonly BannedPair[];
}

export interface OpenForm {
  readonly compiled: CompiledRuleSet;
  readonly group: CompiledSupercluster;
  /** Items without an answer, in the order of the form. */
  readonly items: readonly number[];
  /** Items that may still stay unknown; below 0 = already too many. */
  readonly unknownsLeft: number;
  readonly members: readonly OpenMember[];
}

/** @param supercluster index into the rule set's superclusters */
export function openForm(
  compiled: CompiledRuleSet,
  supercluster: number,
  answers: ArrayLike<number>,
): OpenForm {
  const group = compiled.superclusters[supercluster]!;
  const items = openItems(answers);
  return {
    compiled,
    group,
    items,
    unknownsLeft: compiled.ruleSet.maxMissing - unknownCount(answers),
    members: Array.from(group.members, (_, member) => openMember(compiled, group, member, items, answers)),
  };
}

function openMember(
  { ruleSet }: CompiledRuleSet,
  group: CompiledSupercluster,
  member: number,
  open: readonly number[],
  answers: ArrayLike<number>,
): OpenMember {
  const { severities } = ruleSet;
  const width = group.members.length;
  const at = (item: number, severity: number): number =>
    group.table[(item * severities + severity) * width + member]!;
  const contributions = open.map((item) =>
    Float64Array.from({ length: severities }, (_, severity) => at(item, severity)),
  );
  let sum = group.constants[member]!;
  let ruledOut = false;
  for (let item = 0; item < answers.length; item++) {
    if (answers[item]! < 0) continue;
    const value = at(item, answers[item]!);
    if (value === Number.NEGATIVE_INFINITY) ruledOut = true;
    else sum += value;
  }
  const banned: BannedPair[] = [];
  for (const pair of pairsOf(group, member, severities)) {
    const [a, b] = [open.indexOf(pair.a), open.indexOf(pair.b)];
    const aHolds = answers[pair.a] === pair.severityA;
    const bHolds = answers[pair.b] === pair.severityB;
    if (pair.a === pair.b) {
      // One item cannot have two ratings; with one and the same the pair is a rule of one item.
      if (pair.severityA !== pair.severityB) continue;
      if (aHolds) ruledOut = true;
      else if (a >= 0) contributions[a]![pair.severityA] = Number.NEGATIVE_INFINITY;
    } else if (aHolds && bHolds) ruledOut = true;
    else if (aHolds && b >= 0) contributions[b]![pair.severityB] = Number.NEGATIVE_INFINITY;
    else if (bHolds && a >= 0) contributions[a]![pair.severityA] = Number.NEGATIVE_INFINITY;
    else if (a >= 0 && b >= 0) {
      banned.push({ a, severityA: pair.severityA, b, severityB: pair.severityB });
    }
  }
  return {
    sum,
    ruledOut,
    canBeRuledOut:
      banned.length > 0 || contributions.some((column) => column.includes(Number.NEGATIVE_INFINITY)),
    contributions,
    banned,
  };
}

function* pairsOf(group: CompiledSupercluster, member: number, severities: number): Generator<BannedPair> {
  for (let cell = 0; cell + 1 < group.pairStart.length; cell++) {
    for (let pair = group.pairStart[cell]!; pair < group.pairStart[cell + 1]!; pair++) {
      if (group.pairMember[pair] !== member) continue;
      yield {
        a: Math.floor(cell / severities),
        severityA: cell % severities,
        b: group.pairItem[pair]!,
        severityB: group.pairSeverity[pair]!,
      };
    }
  }
}
