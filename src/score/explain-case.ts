/** One advice taken apart: constants, contributions, red rules, the runner-up and what would change it. */

import type {
  AdviceChange,
  ClusterExplanation,
  Explanation,
  ItemContribution,
} from '../model/explanation.ts';
import type { Computed } from '../model/meta.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { describeRedRule, redRuleFires, redRulesByCluster } from '../rules/red-rules.ts';
import { type CompiledRuleSet, compileRuleSet } from './compile-rule-set.ts';
import { type CaseScore, createCaseScore, scoreCase } from './score-case.ts';
import { SCORE_STATUSES } from './statuses.ts';

/**
 * Explains the advice for one case; the numbers are those of `scoreCase`.
 * @param ratings one per item, below 0 = missing
 * @param supercluster index into the rule set's superclusters, -1 = not known
 */
export function explainCase(ruleSet: RuleSet, ratings: ArrayLike<number>, supercluster: number): Explanation {
  const compiled = compileRuleSet(ruleSet);
  const score = createCaseScore(compiled);
  scoreCase(compiled, ratings, supercluster, score);
  const scored = !Number.isNaN(score.entropy) || SCORE_STATUSES[score.status] === 'none-fits';
  const clusters = scored ? explainClusters(compiled, ratings, supercluster, score) : [];
  const missing = (reason: string) => ({ undefined: reason });
  const status = SCORE_STATUSES[score.status]!;
  const codeOf = (cluster: number): Computed<string> =>
    cluster < 0
      ? missing(status === 'advised' || status === 'incomplete' ? 'only-one-fits' : status)
      : ruleSet.clusters[cluster]!.code;
  return {
    status,
    supercluster: supercluster < 0 ? missing(status) : ruleSet.superclusters[supercluster]!.code,
    advised: codeOf(score.advised),
    second: codeOf(score.second),
    probability: score.advised < 0 ? missing(status) : score.probabilities[score.advised]!,
    entropy: score.advised < 0 ? missing(status) : score.entropy,
    tie: score.tie === 1,
    itemsMissing: score.itemsMissing,
    clusters,
    runnerUp: compareWithSecond(ruleSet, clusters, score),
    changes: scored ? changesOf(compiled, ratings, supercluster, score.advised) : [],
    rule: {
      id: ruleSet.id,
      title: ruleSet.title,
      status: ruleSet.status,
      source: ruleSet.source,
      sha256: ruleSet.sha256,
    },
  };
}

function explainClusters(
  compiled: CompiledRuleSet,
  ratings: ArrayLike<number>,
  supercluster: number,
  score: CaseScore,
): ClusterExplanation[] {
  const { ruleSet } = compiled;
  const redRules = redRulesByCluster(ruleSet);
  const members = [...compiled.superclusters[supercluster]!.members];
  const place = (cluster: number): number => {
    if (cluster === score.advised) return Number.POSITIVE_INFINITY;
    return cluster === score.second ? Number.MAX_VALUE : score.scores[cluster]!;
  };
  // Impossible clusters share -Infinity, whose difference is no number: they stay in order of number.
  members.sort((a, b) => (place(a) === place(b) ? 0 : place(b) - place(a)));
  return members.map((cluster, at) => {
    const contributions = contributionsOf(ruleSet, ratings, cluster);
    const fired = redRules[cluster]!.filter((rule) => redRuleFires(rule, ratings));
    const constant = ruleSet.constants[cluster]!;
    return {
      cluster: ruleSet.clusters[cluster]!.code,
      name: ruleSet.clusters[cluster]!.name,
      rank: at + 1,
      probability: score.probabilities[cluster]!,
      score: fired.length > 0 ? { undefined: 'red-rule' } : score.scores[cluster]!,
      sum: contributions.reduce((sum, { coefficient }) => sum + coefficient, constant),
      constant,
      contributions,
      redRules: fired.map((rule) => describeRedRule(ruleSet, rule)),
    };
  });
}

function contributionsOf(set: RuleSet, ratings: ArrayLike<number>, cluster: number): ItemContribution[] {
  return set.items.map((item, at) => {
    const rating = ratings[at]!;
    return {
      item: item.code,
      label: item.label,
      name: item.name,
      rating: rating < 0 ? { undefined: 'missing' } : rating,
      coefficient:
        rating < 0 ? 0 : set.coefficients[(at * set.severities + rating) * set.clusters.length + cluster]!,
    };
  });
}

function compareWithSecond(
  set: RuleSet,
  clusters: readonly ClusterExplanation[],
  score: CaseScore,
): Explanation['runnerUp'] {
  const [first, second] = clusters;
  if (first === undefined || second === undefined || score.second < 0) return { undefined: 'no-second' };
  const items = set.items
    .map((item, at) => ({
      item: item.code,
      difference: first.contributions[at]!.coefficient - second.contributions[at]!.coefficient,
    }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { difference: first.sum - second.sum, constant: first.constant - second.constant, items };
}

/** Every single other rating that leads to another advice, nearest ratings first within an item. */
function changesOf(
  compiled: CompiledRuleSet,
  ratings: ArrayLike<number>,
  supercluster: number,
  advised: number,
): AdviceChange[] {
  const { ruleSet } = compiled;
  const trial = Array.from(ratings);
  const score = createCaseScore(compiled);
  const changes: AdviceChange[] = [];
  ruleSet.items.forEach((item, at) => {
    const from = ratings[at]!;
    const others = Array.from({ length: ruleSet.severities }, (_, severity) => severity)
      .filter((severity) => severity !== from)
      .sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b);
    for (const to of others) {
      trial[at] = to;
      scoreCase(compiled, trial, supercluster, score);
      if (score.advised === advised) continue;
      changes.push({
        item: item.code,
        from: from < 0 ? { undefined: 'missing' } : from,
        to,
        advised: score.advised < 0 ? { undefined: 'none-fits' } : ruleSet.clusters[score.advised]!.code,
        probability: score.advised < 0 ? 0 : score.probabilities[score.advised]!,
      });
    }
    trial[at] = from;
  });
  return changes;
}
