/** How many questions the adaptive questionnaire asks on generated cases, and what stopping early costs. */

import { join } from 'node:path';
import {
  ANSWER_OPEN,
  adaptiveStep,
  compileRuleSet,
  createCaseScore,
  DATA_FOLDER,
  isComputed,
  loadRuleSet,
  type StopRule,
  scoreCase,
  syntheticEpisodes,
} from '../../src/index.ts';
import type { TrialResult } from './trial.ts';

const CASES = 600;
const MOST_MILLISECONDS = 50;

/** Mean number of questions, and how many advices differ from the full route's. */
function run(
  compiled: ReturnType<typeof compileRuleSet>,
  cases: readonly { readonly ratings: ArrayLike<number>; readonly supercluster: number }[],
  rule: StopRule,
) {
  const full = createCaseScore(compiled);
  let [asked, differ, steps, milliseconds] = [0, 0, 0, 0];
  for (const { ratings, supercluster } of cases) {
    const answers = new Int8Array(ratings.length).fill(ANSWER_OPEN);
    for (;;) {
      const started = performance.now();
      const step = adaptiveStep(compiled, supercluster, answers, rule);
      milliseconds += performance.now() - started;
      steps += 1;
      if (isComputed(step.stop)) {
        asked += step.asked;
        scoreCase(compiled, ratings, supercluster, full);
        const advised = full.advised < 0 ? undefined : compiled.ruleSet.clusters[full.advised]!.code;
        if ((isComputed(step.advised) ? step.advised : undefined) !== advised) differ += 1;
        break;
      }
      const { at } = step.questions[0]!;
      answers[at] = ratings[at]!;
    }
  }
  return { mean: asked / cases.length, differ: differ / cases.length, pace: milliseconds / steps };
}

export async function trial(): Promise<readonly TrialResult[]> {
  const { value: set } = await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'));
  const compiled = compileRuleSet(set!);
  // With more missing there is no advice to agree with.
  const cases = [...syntheticEpisodes({ members: 3, episodes: CASES, seed: 11, ruleSet: set! })]
    .filter(({ ratings }) => ratings.filter((rating) => rating < 0).length <= set!.maxMissing)
    .map(({ ratings, chosen }) => ({ ratings, supercluster: compiled.superclusterOf[chosen]! }));
  const items = set!.items.length;
  const rules: readonly (readonly [string, StopRule])[] = [
    ['the bound', { kind: 'bound' }],
    ['a probability of 0.95', { kind: 'probability', atLeast: 0.95 }],
    ['a probability of 0.8', { kind: 'probability', atLeast: 0.8 }],
  ];
  const found = rules.map(([words, rule]) => ({ words, rule, ...run(compiled, cases, rule) }));
  return [
    ...found.map(
      ({ words, rule, mean, differ }): TrialResult => ({
        text: `mean number of ${items} questions until ${words}, and the share of ${cases.length} advices that differ from the full route's`,
        figure: `${mean.toFixed(1)}, ${(100 * differ).toFixed(1)} %`,
        limit: rule.kind === 'bound' ? `under ${items}, 0 %` : `under ${items}`,
        verdict: mean < items && (rule.kind !== 'bound' || differ === 0) ? 'holds' : 'fails',
      }),
    ),
    {
      text: 'milliseconds for a next question, on average',
      figure: Math.max(...found.map(({ pace }) => pace)).toFixed(2),
      limit: `at most ${MOST_MILLISECONDS}`,
      verdict: found.every(({ pace }) => pace <= MOST_MILLISECONDS) ? 'holds' : 'fails',
    },
  ];
}
