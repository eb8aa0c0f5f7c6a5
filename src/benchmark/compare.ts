/** Contributions to the comparison: the only road to a result, whether rows were pooled or sums exchanged. */

import { refuse } from '../issue/refusal.ts';
import type {
  BenchmarkMember,
  BenchmarkResult,
  MeasureName,
  MemberSums,
  ModelName,
  RatioInterval,
} from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';
import type { ResponseCounts } from '../model/outcomes.ts';
import type { ComparisonSettings, Contribution } from './contribution.ts';
import { type JointResult, jointMembers } from './joint-members.ts';
import { type MeasureResult, measureMembers } from './measure-members.ts';
import { perOutcome } from './per-outcome.ts';
import { type LevelTotals, levelTotals } from './unite.ts';
import { unmeasuredInNetwork, unmeasuredOfMember } from './unmeasured.ts';

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

  const jointCost: JointResult | undefined = settings.models.includes('jointCost')
    ? jointMembers(sumsOf('jointCost'), totals, settings)
    : undefined;

  const cost = measures.get('cost');
  const outcome = measures.get('outcome')?.model ?? { undefined: WHY_NO_MEASURE.outcome };
  const members = contributions.map((own) => memberResult(own, measures, joint, jointCost, settings));
  const response = networkResponse(contributions);
  return {
    models: {
      outcome,
      duration: measures.get('duration')?.model ?? { undefined: WHY_NO_MEASURE.duration },
      ...(cost === undefined ? {} : { cost: cost.model }),
    },
    members: members.map((member) => ({
      ...member,
      unmeasured: unmeasuredOfMember(member, outcome, settings.isChange),
    })),
    joint: joint.joint,
    unmeasured: unmeasuredInNetwork(outcome, members, response, settings.isChange),
    response,
  };
}

function memberResult(
  own: Contribution,
  measures: ReadonlyMap<MeasureName, MeasureResult>,
  joint: JointResult,
  jointCost: JointResult | undefined,
  settings: ComparisonSettings,
): Omit<BenchmarkMember, 'unmeasured'> {
  const of = (name: MeasureName) => {
    const measure = measures.get(name);
    if (measure === undefined) return { undefined: WHY_NO_MEASURE[name] };
    if ('undefined' in measure.model) return measure.model;
    return measure.members.get(own.member) ?? { undefined: 'member-not-in-model' };
  };
  const days = ratiosOf(own, 'joint', joint, settings);
  const euros =
    jointCost === undefined
      ? measures.has('cost')
        ? { plain: { undefined: 'no-outcome-and-cost' }, adjusted: { undefined: 'no-outcome-and-cost' } }
        : undefined
      : ratiosOf(own, 'jointCost', jointCost, settings);
  return {
    member: own.member,
    n: own.n,
    outcome: of('outcome'),
    duration: of('duration'),
    ...(measures.has('cost') ? { cost: of('cost') } : {}),
    durationPerOutcome: days.plain,
    adjustedDurationPerOutcome: days.adjusted,
    ...(euros === undefined ? {} : { costPerOutcome: euros.plain, adjustedCostPerOutcome: euros.adjusted }),
    ellipse: joint.ellipses.get(own.member) ?? whyNoJoint(joint),
    response: own.response ?? { undefined: 'no-scores' },
  };
}

/** What a point of improvement takes, as the member's own means and at equal case mix. */
function ratiosOf(
  own: Contribution,
  model: 'joint' | 'jointCost',
  joint: JointResult,
  { better, level }: ComparisonSettings,
): { readonly plain: Computed<RatioInterval>; readonly adjusted: Computed<RatioInterval> } {
  const both = own.sums[model];
  const shown = !('undefined' in joint.joint && joint.joint.undefined === 'too-few-members');
  return {
    plain: both !== undefined && shown ? perOutcome(both, better, level) : whyNoJoint(joint),
    adjusted: joint.ratios.get(own.member) ?? whyNoJoint(joint),
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
