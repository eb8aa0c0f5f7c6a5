/** Outcome and duration (or cost) together: the joint model, an ellipse and a ratio per member. */

import type { JointModel, MemberEllipse, MemberSums, RatioInterval } from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';
import { chiSquareQuantile } from '../stats/chi-square-quantile.ts';
import { studentTQuantile } from '../stats/student-t-quantile.ts';
import { adjustedMembers } from './adjusted-members.ts';
import type { ComparisonSettings } from './contribution.ts';
import { fieller } from './fieller.ts';
import { jointModel } from './joint-model.ts';
import { type LevelTotals, unite } from './unite.ts';

export interface JointResult {
  readonly joint: Computed<JointModel>;
  readonly ellipses: ReadonlyMap<string, MemberEllipse>;
  /** Adjusted duration or cost per adjusted improvement. */
  readonly ratios: ReadonlyMap<string, Computed<RatioInterval>>;
}

/** @param sums responses outcome, then duration or cost, over the episodes with both */
export function jointMembers(
  sums: readonly MemberSums[],
  totals: LevelTotals,
  settings: ComparisonSettings,
): JointResult {
  const none = (reason: string): JointResult => ({
    joint: { undefined: reason },
    ellipses: new Map(),
    ratios: new Map(),
  });
  if (sums.length < settings.minMembers) return none('too-few-members');
  const network = unite(sums, settings.adjust, totals);
  const { covariates: k } = network;
  if (network.scales[k] === 0 || network.scales[k + 1] === 0) return none('constant-response');
  const adjusted = adjustedMembers(network);
  if ('undefined' in adjusted) return none(adjusted.undefined);
  const chiSquare = chiSquareQuantile(settings.level, 2);
  const [[s11, s12], [, s22]] = adjusted.residual as [[number, number], [number, number]];
  const ellipses = network.members.map((member, i): [string, MemberEllipse] => {
    const variance = Math.max(0, adjusted.covariance.centredVariance[i]!);
    const [outcome, duration] = adjusted.values[i] as [number, number];
    return [
      member.member,
      {
        n: member.n,
        outcome,
        duration,
        covariance: [
          [variance * s11, variance * s12],
          [variance * s12, variance * s22],
        ],
        chiSquare,
      },
    ];
  });
  const sign = settings.better === 'higher' ? 1 : -1;
  const t = studentTQuantile((1 + settings.level) / 2, adjusted.degreesOfFreedom);
  const ratios = network.members.map((member, i): [string, Computed<RatioInterval>] => {
    const [outcome, duration] = adjusted.values[i] as [number, number];
    const spread = adjusted.covariance.variance[i]!;
    return [
      member.member,
      fieller({
        numerator: duration,
        denominator: sign * outcome,
        numeratorVariance: spread * s22,
        denominatorVariance: spread * s11,
        covariance: sign * spread * s12,
        t,
      }),
    ];
  });
  return {
    joint: jointModel(adjusted, network.n),
    ellipses: new Map(ellipses),
    ratios: new Map(ratios),
  };
}
