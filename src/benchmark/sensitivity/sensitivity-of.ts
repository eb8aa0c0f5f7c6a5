/** The panel: every finding of the comparison against every other way to do it. */

import type { BenchmarkMember, MeasureName, MixedModel } from '../../model/benchmark.ts';
import type { Computed } from '../../model/meta.ts';
import type {
  FindingMeasure,
  OrderFinding,
  Sensitivity,
  SensitivityFinding,
  VariantVerdict,
  Verdict,
} from '../../model/sensitivity.ts';
import { mayBeOrdered } from '../order.ts';
import { UNMEASURED_SHIFT, unmeasuredShare } from '../unmeasured.ts';
import type { RecoveredVariants } from './row-variants.ts';
import { type Compared, type DoneVariant, memberIn } from './variants.ts';

const MEASURES: readonly MeasureName[] = ['outcome', 'duration', 'cost'];

/** What the panel is made of; the comparison itself and its variants are done by the caller. */
export interface SensitivityInput {
  readonly base: Compared;
  readonly variants: readonly DoneVariant[];
  readonly recovered: RecoveredVariants | undefined;
  /** Whether the outcome is the change that the response is about. */
  readonly isChange: boolean;
}

/**
 * A finding is a member against the network: its contrast's whole interval above 0, below 0, or neither. It holds
 * in a variant that gives the same. Episodes not measured shift a member's contrast by its share of them times the
 * departure, less the same averaged over members; the width of the interval is kept.
 */
export function sensitivityOf({ base, variants, recovered, isChange }: SensitivityInput): Sensitivity {
  const findings = [
    ...MEASURES.flatMap((measure) =>
      base.members.flatMap((member) => {
        const verdict = verdictOf(member[measure]);
        if (verdict === undefined) return [];
        const done = variants
          .filter((variant) => variant.measures.includes(measure))
          .map((variant): VariantVerdict => judged(variant, member.member, measure, verdict));
        const shifted = measure === 'outcome' && isChange ? unmeasured(base, member, verdict) : [];
        return [finding(member.member, measure, verdict, [...done, ...shifted])];
      }),
    ),
    ...(recovered === undefined ? [] : recoveredFindings(recovered)),
  ];
  const distinct = findings.filter((each) => each.verdict !== 'not-distinct');
  const shown = new Set(findings.flatMap((each) => each.variants.map(({ variant }) => variant)));
  return {
    variants: [
      ...[...variants, ...(recovered?.others ?? [])].map(({ id, kind, detail }) => ({
        id,
        kind,
        ...(detail === undefined ? {} : { detail }),
      })),
      ...UNMEASURED.filter((kind) => shown.has(kind)).map((kind) => ({
        id: kind,
        kind,
        detail: String(UNMEASURED_SHIFT),
      })),
    ],
    findings,
    orders: MEASURES.flatMap((measure) => orderOf(base, variants, measure)),
    distinct: distinct.length,
    robust: distinct.filter((each) => each.robust).length,
  };
}

function recoveredFindings({ base, others }: RecoveredVariants): SensitivityFinding[] {
  return base.members.flatMap((member) => {
    const verdict = verdictOf(member.outcome);
    if (verdict === undefined) return [];
    const done = others.map((variant) => judged(variant, member.member, 'outcome', verdict));
    return [finding(member.member, 'recovered', verdict, done)];
  });
}

function finding(
  member: string,
  measure: FindingMeasure,
  verdict: Verdict,
  variants: readonly VariantVerdict[],
): SensitivityFinding {
  return { member, measure, verdict, variants, robust: variants.every(({ holds }) => holds !== false) };
}

function verdictOf(measure: BenchmarkMember[MeasureName] | undefined): Verdict | undefined {
  if (measure === undefined || 'undefined' in measure || 'undefined' in measure.contrast) return undefined;
  return verdictOfInterval(measure.contrast.low, measure.contrast.high);
}

function verdictOfInterval(low: number, high: number): Verdict {
  return low > 0 ? 'above' : high < 0 ? 'below' : 'not-distinct';
}

function judged(
  { id, result }: DoneVariant,
  member: string,
  measure: MeasureName,
  base: Verdict,
): VariantVerdict {
  const verdict: Computed<Verdict> =
    'undefined' in result
      ? result
      : (verdictOf(memberIn(result, member)?.[measure]) ?? { undefined: 'member-not-in-model' });
  return { variant: id, verdict, holds: typeof verdict === 'string' ? verdict === base : verdict };
}

const UNMEASURED = ['unmeasured-worse', 'unmeasured-better', 'unmeasured-against'] as const;

function unmeasured(base: Compared, member: BenchmarkMember, verdict: Verdict): VariantVerdict[] {
  const { outcome: model } = base.models;
  const own = unmeasuredShare(member.response);
  const { outcome } = member;
  const all = base.members
    .filter((each) => !('undefined' in each.outcome))
    .map((each) => unmeasuredShare(each.response));
  const known = all.filter((share) => typeof share === 'number');
  if ('undefined' in model || 'undefined' in outcome || typeof own !== 'number') return [];
  if ('undefined' in outcome.contrast || known.length < all.length) return [];
  const { low, high } = outcome.contrast;
  const departure = UNMEASURED_SHIFT * Math.sqrt(model.sigma2);
  const average = known.reduce((sum, share) => sum + share, 0) / known.length;
  const alone = own * departure * (1 - 1 / known.length);
  const shifts = {
    'unmeasured-worse': -(own - average) * departure,
    'unmeasured-better': (own - average) * departure,
    // What is not distinct is pushed the way it leans already.
    'unmeasured-against':
      verdict === 'above' ? -alone : verdict === 'below' ? alone : Math.sign(low + high) * alone,
  };
  return UNMEASURED.map((variant) => {
    const shifted = verdictOfInterval(low + shifts[variant], high + shifts[variant]);
    return { variant, verdict: shifted, holds: shifted === verdict };
  });
}

function orderOf(base: Compared, variants: readonly DoneVariant[], measure: MeasureName): OrderFinding[] {
  const model: Computed<MixedModel> | undefined = base.models[measure];
  if (model === undefined || 'undefined' in model) return [];
  const order = mayBeOrdered(model);
  const done = variants
    .filter((variant) => variant.measures.includes(measure))
    .map(({ id, result }) => {
      if ('undefined' in result) return { variant: id, holds: result };
      const other = result.models[measure];
      if (other === undefined || 'undefined' in other) {
        return { variant: id, holds: other ?? { undefined: 'member-not-in-model' } };
      }
      return { variant: id, holds: mayBeOrdered(other) === order };
    });
  return [{ measure, order, variants: done, robust: done.every(({ holds }) => holds !== false) }];
}
