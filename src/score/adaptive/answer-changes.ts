/** What another answer to one question would settle, the other answers as they are. */

import type { AnswerChange } from '../../model/adaptive.ts';
import type { CompiledRuleSet } from '../compile-rule-set.ts';
import { adaptiveStep } from './adaptive-step.ts';

/**
 * Every single other rating of an answered question after which the advice given is not settled any
 * more, or another one is; nearest ratings first within a question.
 * @param advised the advice that was settled
 */
export function answerChanges(
  compiled: CompiledRuleSet,
  supercluster: number,
  answers: ArrayLike<number>,
  advised: string,
): AnswerChange[] {
  const trial = Array.from(answers);
  return compiled.ruleSet.items.flatMap((item, at) => {
    const from = answers[at]!;
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
