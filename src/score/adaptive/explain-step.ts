/** Why a cluster leads after some of the answers: points per answer, red rules, and what other answers would do. */

import type { AdaptiveStep, AnswerChange, StepExplanation } from '../../model/adaptive.ts';
import type { Computed } from '../../model/meta.ts';
import { describeRedRule, redRuleFires } from '../../rules/red-rules.ts';
import type { CompiledRuleSet } from '../compile-rule-set.ts';
import { adaptiveStep } from './adaptive-step.ts';

/**
 * Explains a step of the same rule set, supercluster and answers.
 *
 * Points are those of the answered questions only: they add up to the lead, and the bound says what
 * the open ones can still take from it. `changes` tries every other rating of every answered question.
 */
export function explainStep(
  compiled: CompiledRuleSet,
  supercluster: number,
  answers: ArrayLike<number>,
  step: AdaptiveStep,
): StepExplanation {
  const { ruleSet, superclusters } = compiled;
  const members = [...superclusters[supercluster]!.members];
  const { advised, holds } = step.bound;
  return {
    comparison: compare(compiled, answers, step),
    redRules: ruleSet.redRules
      .filter((rule) => members.includes(rule.cluster) && redRuleFires(rule, answers))
      .map((rule) => ({
        cluster: ruleSet.clusters[rule.cluster]!.code,
        ...describeRedRule(ruleSet, rule),
      })),
    changes:
      holds && typeof advised === 'string' ? answerChanges(compiled, supercluster, answers, advised) : [],
  };
}

function compare(
  { ruleSet }: CompiledRuleSet,
  answers: ArrayLike<number>,
  step: AdaptiveStep,
): StepExplanation['comparison'] {
  const possible = step.clusters.filter(({ probability }) => probability > 0);
  const [first, second] = possible.map(({ cluster }) => cluster);
  if (first === undefined || second === undefined) return { undefined: 'no-second' };
  const at = (code: string): number => ruleSet.clusters.findIndex((cluster) => cluster.code === code);
  const [a, b] = [at(first), at(second)];
  const points = (item: number, cluster: number): number =>
    ruleSet.coefficients[(item * ruleSet.severities + answers[item]!) * ruleSet.clusters.length + cluster]!;
  const constant = ruleSet.constants[a]! - ruleSet.constants[b]!;
  const items = ruleSet.items
    .flatMap((item, place) =>
      answers[place]! < 0 ? [] : [{ item: item.code, difference: points(place, a) - points(place, b) }],
    )
    .filter(({ difference }) => difference !== 0)
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
  const rival = step.bound.rivals.find(({ cluster }) => cluster === second);
  const leadAtLeast: Computed<number> = rival?.leadAtLeast ?? { undefined: 'too-many-missing' };
  return {
    first,
    second,
    constant,
    items,
    lead: items.reduce((sum, { difference }) => sum + difference, constant),
    leadAtLeast,
  };
}

/** Nearest ratings first within a question. */
function answerChanges(
  compiled: CompiledRuleSet,
  supercluster: number,
  answers: ArrayLike<number>,
  advised: string,
): AnswerChange[] {
  const trial = Array.from(answers);
  return compiled.ruleSet.items.flatMap((item, at) => {
    const from = answers[at]!;
    // An open question has no answer to change.
    if (from < -1) return [];
    const others = Array.from({ length: compiled.ruleSet.severities }, (_, severity) => severity)
      .filter((severity) => severity !== from)
      .sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
    const changes = others.flatMap((to): AnswerChange[] => {
      trial[at] = to;
      const { bound, clusters } = adaptiveStep(compiled, supercluster, trial);
      if (bound.advised === advised) return [];
      const leading = clusters[0];
      return [
        {
          item: item.code,
          from: from < 0 ? { undefined: 'missing' } : from,
          to,
          advised: bound.advised,
          leading: leading?.cluster ?? { undefined: 'none-fits' },
          probability: leading?.probability ?? 0,
        },
      ];
    });
    trial[at] = from;
    return changes;
  });
}
