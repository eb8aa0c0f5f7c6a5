/** One measure over the network: the model, and what it says of each member. */

import type { MeasureName, MemberMeasure, MemberSums, MixedModel } from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';
import { studentTQuantile } from '../stats/student-t-quantile.ts';
import { adjustedMembers } from './adjusted-members.ts';
import type { ComparisonSettings } from './contribution.ts';
import { expectedRanks } from './expected-ranks.ts';
import { explainedVariance } from './explained-variance.ts';
import { fitMixedModel } from './mixed-model.ts';
import { tau2Interval } from './tau2-interval.ts';
import { type LevelTotals, unite } from './unite.ts';

export interface MeasureResult {
  readonly model: Computed<MixedModel>;
  /** By member; a member that is not in the model has no entry. */
  readonly members: ReadonlyMap<string, MemberMeasure>;
}

/** Fewer members than the settings ask for: `too-few-members`, and nothing is said of anyone. */
export function measureMembers(
  name: MeasureName,
  sums: readonly MemberSums[],
  totals: LevelTotals,
  settings: ComparisonSettings,
): MeasureResult {
  const none = (reason: string): MeasureResult => ({ model: { undefined: reason }, members: new Map() });
  if (sums.length < settings.minMembers) return none('too-few-members');
  const network = unite(sums, settings.adjust, totals);
  const fitted = fitMixedModel(network, 0, settings.method, settings.tau2?.[name]);
  if ('undefined' in fitted) return none(fitted.undefined);
  const adjusted = adjustedMembers(network);
  const ranks = expectedRanks(fitted.members, name === 'outcome' ? settings.better : 'lower');
  const members = fitted.members.map((member, i): [string, MemberMeasure] => [
    member.member,
    {
      n: member.n,
      observed: member.observed,
      expected: member.expected,
      adjusted: 'undefined' in adjusted ? adjusted : adjusted.values[i]![0]!,
      effect: member.effect,
      se: Math.sqrt(member.variance),
      ...interval(i),
      expectedRank: ranks[i]!.expectedRank,
      percentileExpectedRank: ranks[i]!.percentile,
    },
  ]);
  const model: MixedModel = {
    ...fitted.model,
    tau2Interval: 'undefined' in adjusted ? adjusted : tau2Interval(adjusted, 0, settings.level),
    explained: explainedVariance(network, 0, settings.method, fitted.model),
  };
  return { model, members: new Map(members) };

  function interval(i: number): Pick<MemberMeasure, 'low' | 'high' | 'contrast'> {
    if ('undefined' in adjusted) return { low: adjusted, high: adjusted, contrast: adjusted };
    const se = Math.sqrt(adjusted.residual[0]![0]! * Math.max(0, adjusted.covariance.centredVariance[i]!));
    const half = se * studentTQuantile((1 + settings.level) / 2, adjusted.degreesOfFreedom);
    const value = adjusted.values[i]![0]!;
    const own = value - network.means[network.covariates]!;
    return {
      low: value - half,
      high: value + half,
      contrast: { value: own, low: own - half, high: own + half },
    };
  }
}
