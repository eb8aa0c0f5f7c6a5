/** Contributions to the comparison: the only road to a result, whether rows were pooled or sums exchanged. */

import { refuse } from '../issue/refusal.ts';
import type {
  BenchmarkMember,
  BenchmarkResult,
  MeasureName,
  MemberSums,
  ModelName,
} from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';
import type { ResponseCounts } from '../model/outcomes.ts';
import type { ComparisonSettings, Contribution } from './contribution.ts';
import { durationPerOutcome } from './duration-per-outcome.ts';
import { type JointResult, jointMembers } from './joint-members.ts';
import { type MeasureResult, measureMembers } from './measure-members.ts';
import { type LevelTotals, levelTotals } from './unite.ts';

const WHY_NO_MEASURE = {
  outcome: 'no-outcome-column',
  duration: 'no-duration-column',
  cost: 'no-cost-column',
} as const satisfies Record<MeasureName, string>;

/**
 * @param totals rows per level that decide the reference levels; pooled rows also count those of nobody's
 * contribution
 * @throws Refusal `network-too-small` where no model has the members it needs; `constant-covariate`,
 * `collinear-covariate`
 */
export function compareMembers(
  contributions: readonly Contribution[],
  settings: ComparisonSettings,
  totals: LevelTotals = levelTotals(contributions.map((contribution) => contribution.levels)),
): Omit<BenchmarkResult, 'excluded' | 'notes'> {
  const sumsOf = (model: ModelName): MemberSums[] =>
    contributions.flatMap(({ sums }) => (sums[model] === undefined ? [] : [sums[model]]));
  const largest = Math.max(0, ...settings.models.map((model) => sumsOf(model).length));
  if (largest < settings.minMembers) {
    throw refuse('network-too-small', { members: largest, minimum: settings.minMembers });
  }

  const measures = new Map<MeasureName, MeasureResult>();
  for (const name of ['outcome', 'duration', 'cost'] as const) {
    if (!settings.models.includes(name)) continue;
    measures.set(name, measureMembers(name, sumsOf(name), totals, settings));
  }
  const joint: JointResult = settings.models.includes('joint')
    ? jointMembers(sumsOf('joint'), totals, settings)
    : { joint: { undefined: 'no-outcome-and-duration' }, ellipses: new Map(), ratios: new Map() };

  const cost = measures.get('cost');
  return {
    models: {
      outcome: measures.get('outcome')?.model ?? { undefined: WHY_NO_MEASURE.outcome },
      duration: measures.get('duration')?.model ?? { undefined: WHY_NO_MEASURE.duration },
      ...(cost === undefined ? {} : { cost: cost.model }),
    },
    members: contributions.map((own) => memberResult(own, measures, joint, settings)),
    joint: joint.joint,
    response: networkResponse(contributions),
  };
}

function memberResult(
  own: Contribution,
  measures: ReadonlyMap<MeasureName, MeasureResult>,
  joint: JointResult,
  settings: ComparisonSettings,
): BenchmarkMember {
  const of = (name: MeasureName) => {
    const measure = measures.get(name);
    if (measure === undefined) return { undefined: WHY_NO_MEASURE[name] };
    if ('undefined' in measure.model) return measure.model;
    return measure.members.get(own.member) ?? { undefined: 'member-not-in-model' };
  };
  const both = own.sums.joint;
  const shown = !('undefined' in joint.joint && joint.joint.undefined === 'too-few-members');
  return {
    member: own.member,
    n: own.n,
    outcome: of('outcome'),
    duration: of('duration'),
    ...(measures.has('cost') ? { cost: of('cost') } : {}),
    durationPerOutcome:
      both !== undefined && shown
        ? durationPerOutcome(both, settings.better, settings.level)
        : whyNoJoint(joint),
    adjustedDurationPerOutcome: joint.ratios.get(own.member) ?? whyNoJoint(joint),
    ellipse: joint.ellipses.get(own.member) ?? whyNoJoint(joint),
    response: own.response ?? { undefined: 'no-scores' },
  };
}

function whyNoJoint({ joint, ellipses }: JointResult): { readonly undefined: string } {
  return ellipses.size === 0 && 'undefined' in joint ? joint : { undefined: 'member-not-in-model' };
}

function networkResponse(contributions: readonly Contribution[]): Computed<ResponseCounts> {
  const counted = contributions.flatMap(({ response }) => (response === undefined ? [] : [response]));
  if (counted.length === 0) return { undefined: 'no-scores' };
  const sum = (status: Exclude<keyof ResponseCounts, 'rate'>) =>
    counted.reduce((total, response) => total + response[status], 0);
  const counts = {
    completer: sum('completer'),
    dropout: sum('dropout'),
    nonStarter: sum('nonStarter'),
    nonResponder: sum('nonResponder'),
    open: sum('open'),
  };
  const due = counts.completer + counts.dropout + counts.nonStarter + counts.nonResponder;
  return { ...counts, rate: due === 0 ? { undefined: 'nothing-due' } : counts.completer / due };
}
