/**
 * Where the adaptive questionnaire stands: a pure function of rule set, supercluster and answers, so
 * that any answer may be changed or taken back. It is a way of asking of our own, not the official
 * dynamic route, whose tree is not public.
 */

import type { AdaptiveQuestion, AdaptiveStep, StopReason, StopRule } from '../../model/adaptive.ts';
import type { Computed } from '../../model/meta.ts';
import type { ScoreStatus } from '../../model/score.ts';
import type { CompiledRuleSet } from '../compile-rule-set.ts';
import { createCaseScore, scoreCase } from '../score-case.ts';
import { SCORE_STATUSES } from '../statuses.ts';
import { adviceBound } from './advice-bound.ts';
import { unknownCount } from './answers.ts';
import { type OpenForm, openForm } from './open-form.ts';
import { outlook } from './outlook.ts';

/** Gains that differ by less are equal, so that rounding never decides the order of the questions. */
const SAME_GAIN = 1e-12;

/**
 * What is settled, what is likely, and what to ask next.
 *
 * The next question is the one with the largest expected fall of the entropy of the clusters (see
 * `outlook` for the chances it rests on), ties in the order of the form. With every question answered
 * outcome and probabilities are those of `scoreCase`.
 *
 * @param supercluster index into the rule set's superclusters; it is chosen before the first question
 * @param answers one per item: 0 … severities-1, `ANSWER_UNKNOWN` or `ANSWER_OPEN`
 * @throws RangeError on an answer above the scale or a supercluster that is not there
 */
export function adaptiveStep(
  compiled: CompiledRuleSet,
  supercluster: number,
  answers: ArrayLike<number>,
  rule: StopRule = { kind: 'bound' },
): AdaptiveStep {
  const group = compiled.ruleSet.superclusters[supercluster];
  if (group === undefined) throw new RangeError('The supercluster is not in the rule set');
  if (Array.from(answers).some((answer) => !(answer < compiled.ruleSet.severities))) {
    throw new RangeError(`An answer lies outside 0-${compiled.ruleSet.severities - 1}`);
  }
  const form = openForm(compiled, supercluster, answers);
  const { entropy, gains, probabilities } = chances(form, supercluster, answers);
  const leading = firstLargest(probabilities);
  const bound = adviceBound(form, leading);
  const codeOf = (member: number): string => compiled.ruleSet.clusters[form.group.members[member]!]!.code;
  const reason = stopReason(form, rule, bound.holds, probabilities[leading] ?? 0);
  const settled = bound.holds;
  const full = form.items.length === 0 ? fullRoute(compiled, supercluster, answers) : undefined;
  const questions = ranked(form, gains, entropy);
  const inOrder = questions.toSorted((a, b) => a.at - b.at);
  const advisedAtStop = (): Computed<string> => {
    if (full !== undefined) return full.advised;
    return settled ? bound.advised : codeOf(leading);
  };
  return {
    supercluster: group.code,
    asked: answers.length - form.items.length,
    unknown: unknownCount(answers),
    open: form.items.length,
    stop: reason ?? { undefined: 'not-finished' },
    advised: reason === undefined ? { undefined: 'not-finished' } : advisedAtStop(),
    sameAsFullRoute: reason === 'all' || reason === 'bound',
    status: full?.status ?? { undefined: 'not-finished' },
    bound,
    clusters:
      leading < 0
        ? []
        : [...probabilities.keys()]
            .sort((a, b) => probabilities[b]! - probabilities[a]! || a - b)
            .map((member) => ({ cluster: codeOf(member), probability: probabilities[member]! })),
    entropy,
    questions,
    next: (rule.kind === 'all' ? inOrder[0] : questions[0]) ?? { undefined: 'all-answered' },
  };
}

function chances(
  form: OpenForm,
  supercluster: number,
  answers: ArrayLike<number>,
): ReturnType<typeof outlook> {
  if (form.items.length > 0 || form.unknownsLeft < 0) return outlook(form);
  // The full route's own numbers, to the last digit.
  const score = createCaseScore(form.compiled);
  scoreCase(form.compiled, answers, supercluster, score);
  return {
    probabilities: Float64Array.from(form.group.members, (cluster) => score.probabilities[cluster]!),
    entropy: Number.isNaN(score.entropy) ? 0 : score.entropy,
    gains: new Float64Array(0),
  };
}

function fullRoute(
  compiled: CompiledRuleSet,
  supercluster: number,
  answers: ArrayLike<number>,
): { advised: Computed<string>; status: ScoreStatus } {
  const score = createCaseScore(compiled);
  scoreCase(compiled, answers, supercluster, score);
  const status = SCORE_STATUSES[score.status]!;
  return {
    status,
    advised: score.advised < 0 ? { undefined: status } : compiled.ruleSet.clusters[score.advised]!.code,
  };
}

function stopReason(
  form: OpenForm,
  rule: StopRule,
  holds: boolean,
  probability: number,
): StopReason | undefined {
  if (form.items.length === 0) return 'all';
  if (rule.kind === 'all') return undefined;
  if (holds) return 'bound';
  return rule.kind === 'probability' && probability >= rule.atLeast ? 'probability' : undefined;
}

function ranked(form: OpenForm, gains: Float64Array, entropy: number): AdaptiveQuestion[] {
  const rounded = gains.map((gain) => Math.round(gain / SAME_GAIN));
  return [...gains.keys()]
    .sort((a, b) => rounded[b]! - rounded[a]! || a - b)
    .map((place) => {
      const at = form.items[place]!;
      const gain = gains[place]!;
      return {
        item: form.compiled.ruleSet.items[at]!,
        at,
        gain,
        gainShare: entropy > 0 ? Math.min(1, gain / entropy) : 0,
      };
    });
}

/** -1 where all are 0. */
function firstLargest(probabilities: Float64Array): number {
  let first = -1;
  probabilities.forEach((p, member) => {
    if (p > (first < 0 ? 0 : probabilities[first]!)) first = member;
  });
  return first;
}
