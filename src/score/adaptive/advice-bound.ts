/**
 * What no answer to the open questions can change. A cluster is excluded when another, which no red
 * rule can take away any more, stays ahead of it in every completion; when one cluster excludes all
 * others, the full route is sure to advise it.
 *
 * The margin between two clusters is a sum over items, so its smallest value is found item by item;
 * red rules of one item take answers away, red rules of two are searched (see `lowestSum`). An
 * unknown answer adds nothing, and only `maxMissing` of them leave an advice at all: completions with
 * more are no completions.
 */

import type { AdviceBound, Rival } from '../../model/adaptive.ts';
import { TIE_TOLERANCE } from '../advise.ts';
import { lowestSum } from './lowest-sum.ts';
import type { OpenForm, OpenMember } from './open-form.ts';

/** Sums in another order differ in their last digits: a lead must be more than that to count. */
const ROUNDING = 1e-12;

/** The bound of a form. @param leading the member against which the rivals are listed; -1 = none */
export function adviceBound(form: OpenForm, leading: number): AdviceBound {
  const { compiled, group, unknownsLeft } = form;
  const codeOf = (member: number): string => compiled.ruleSet.clusters[group.members[member]!]!.code;
  if (unknownsLeft < 0) {
    const advised = { undefined: 'too-many-missing' };
    return { ...NOTHING, holds: true, advised, unknownsLeft: 0, probabilityAtLeast: advised };
  }
  const width = form.members.length;
  const all = Array.from({ length: width }, (_, member) => member);
  const possible = all.filter((member) => canFit(form, form.members[member]!));
  const steady = possible.filter((member) => !form.members[member]!.canBeRuledOut);
  const scale = largestScore(form);
  const beats = (winner: number, loser: number): boolean =>
    winner !== loser &&
    leadAtLeast(form, form.members[winner]!, form.members[loser]!) >=
      scale * (winner < loser ? -ROUNDING : TIE_TOLERANCE + ROUNDING);
  const candidates = possible.filter((member) => !steady.some((other) => beats(other, member)));
  const settled = candidates.length === 1 && steady.includes(candidates[0]!) ? candidates[0]! : -1;
  const noneFits = possible.length === 0;
  return {
    holds: settled >= 0 || noneFits,
    advised: settled >= 0 ? codeOf(settled) : { undefined: noneFits ? 'none-fits' : 'open' },
    candidates: candidates.map(codeOf),
    unknownsLeft,
    probabilityAtLeast:
      settled < 0 ? { undefined: noneFits ? 'none-fits' : 'open' } : probabilityAtLeast(form, settled),
    rivals: leading < 0 ? [] : all.filter((member) => member !== leading).map(rivalOf),
  };

  function rivalOf(member: number): Rival {
    const [first, other] = [form.members[leading]!, form.members[member]!];
    const lead = first.ruledOut || other.ruledOut ? { undefined: 'red-rule' } : first.sum - other.sum;
    const ruledOut = !possible.includes(member);
    return {
      cluster: codeOf(member),
      lead,
      leadAtLeast: ruledOut ? { undefined: 'ruled-out' } : leadAtLeast(form, first, other),
      excluded: !candidates.includes(member),
    };
  }
}

const NOTHING = { candidates: [], rivals: [] } as const;

/** Whether some completion leaves the cluster possible. */
function canFit({ unknownsLeft }: OpenForm, member: OpenMember): boolean {
  if (member.ruledOut) return false;
  const costs = member.contributions.map((column) => column.map((value) => (isBanned(value) ? Infinity : 0)));
  return lowestSum(costs, member.banned, unknownsLeft) === 0;
}

/**
 * The least by which `winner` leads `loser` over the completions that leave the loser possible;
 * Infinity where none does. The winner's own red rules are not looked at: it must be steady, or the
 * figure is of a completion that leaves it possible too.
 */
function leadAtLeast({ unknownsLeft }: OpenForm, winner: OpenMember, loser: OpenMember): number {
  if (loser.ruledOut) return Number.POSITIVE_INFINITY;
  const costs = winner.contributions.map((column, item) =>
    column.map((value, severity) => {
      const against = loser.contributions[item]![severity]!;
      if (isBanned(against)) return Number.POSITIVE_INFINITY;
      return isBanned(value) ? Number.POSITIVE_INFINITY : value - against;
    }),
  );
  return winner.sum - loser.sum + lowestSum(costs, loser.banned, unknownsLeft);
}

/** p(k) = 1 / sum of exp(score(l) - score(k)), each term at its largest: never above the true minimum. */
function probabilityAtLeast(form: OpenForm, settled: number): number {
  let sum = 1;
  form.members.forEach((member, at) => {
    if (at !== settled) sum += Math.exp(-leadAtLeast(form, form.members[settled]!, member));
  });
  return 1 / sum;
}

/** No score of a completion is larger in size than this; at least 1. */
function largestScore({ members }: OpenForm): number {
  return Math.max(
    1,
    ...members.map((member) =>
      member.contributions.reduce(
        (sum, column) => sum + Math.max(0, ...column.filter((value) => !isBanned(value)).map(Math.abs)),
        Math.abs(member.sum),
      ),
    ),
  );
}

function isBanned(value: number): boolean {
  return value === Number.NEGATIVE_INFINITY;
}
