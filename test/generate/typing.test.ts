/** What the rule set makes of the synthetic ratings: mostly the cluster they came from, and where it does not fit. */

import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PSYCHOSOMATIC } from '../../src/generate/assumptions.ts';
import { syntheticEpisodes } from '../../src/generate/generate-cases.ts';
import { DATA_FOLDER } from '../../src/package.ts';
import { loadRuleSet } from '../../src/read/rule-set-folder.ts';
import { compileRuleSet } from '../../src/score/compile-rule-set.ts';
import { createCaseScore, scoreCase } from '../../src/score/score-case.ts';

interface Typed {
  readonly psychosomatic: boolean;
  readonly right: boolean;
  readonly advisedByClinician: boolean;
  readonly probability: number;
}

let typed: Typed[];
beforeAll(async () => {
  const ruleSet = (await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'))).value!;
  const compiled = compileRuleSet(ruleSet);
  const out = createCaseScore(compiled);
  typed = [...syntheticEpisodes({ members: 8, episodes: 20_000, seed: 1, ruleSet })].map((episode) => {
    const { supercluster } = ruleSet.clusters[episode.trueCluster]!;
    const index = ruleSet.superclusters.findIndex((one) => one.code === supercluster);
    scoreCase(compiled, episode.ratings, index, out);
    return {
      psychosomatic: episode.patient.team === PSYCHOSOMATIC.team,
      right: out.advised === episode.trueCluster,
      advisedByClinician: out.advised === episode.chosen,
      probability: out.advised < 0 ? 0 : out.probabilities[out.advised]!,
    };
  });
});

const share = (list: readonly Typed[], of: (one: Typed) => boolean) => list.filter(of).length / list.length;

describe('typing of synthetic cases', () => {
  it('finds the cluster behind the ratings more often than not, and not always', () => {
    const usual = typed.filter((one) => !one.psychosomatic);
    const right = share(usual, (one) => one.right);
    expect(right).toBeGreaterThan(0.65);
    expect(right).toBeLessThan(0.97);
    // The advice is as sure as it should be: its probability is how often it is right.
    const sure = usual.reduce((sum, one) => sum + one.probability, 0) / usual.length;
    expect(Math.abs(sure - right)).toBeLessThan(0.03);
  });

  it('agrees with the clinician less than with the truth', () => {
    expect(share(typed, (one) => one.advisedByClinician)).toBeLessThan(share(typed, (one) => one.right));
    expect(share(typed, (one) => one.advisedByClinician)).toBeGreaterThan(0.5);
  });

  it('fits psychosomatics badly', () => {
    const unsure = (list: readonly Typed[]) => share(list, (one) => one.probability < 0.5);
    const inside = unsure(typed.filter((one) => one.psychosomatic));
    const outside = unsure(typed.filter((one) => !one.psychosomatic));
    expect(inside).toBeGreaterThan(2 * outside);
  });
});
