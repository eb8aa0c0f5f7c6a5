/** What episodes without an outcome could do to the comparison: no assumption about them, only sizes of it. */

import type { BenchmarkMember, MixedModel } from '../model/benchmark.ts';
import type { Computed, NotComputed } from '../model/meta.ts';
import type { ResponseCounts } from '../model/outcomes.ts';
import type { MemberUnmeasured, UnmeasuredShare } from '../model/sensitivity.ts';

/** Departures of the unmeasured from the measured, in standard deviations: small, medium, large (Cohen 1988). */
const SHIFTS = [0.2, 0.5, 0.8] as const;
/** The one that member bounds and the sensitivity panel use. */
export const UNMEASURED_SHIFT = 0.5;

/**
 * Share of a member's due episodes without both measurements: 1 - the response rate.
 * Not computed: why there is no rate.
 */
export function unmeasuredShare(response: Computed<ResponseCounts>): Computed<number> {
  if ('undefined' in response) return response;
  return typeof response.rate === 'number' ? 1 - response.rate : response.rate;
}

/**
 * Own definition. A member's mean over all due episodes is its measured mean plus p d: p the share not measured, d
 * how far these lie from the measured ones. With d = shift x sigma for everybody, differences in p alone make a
 * variance between members of d² var(p); `same` is that over tau². With signs free per member the variance is at most
 * d² sum p² / (m - 1): `atMost`. `tipping` is the shift at which `same` is 1. Both are capped at 1. It says what
 * could be, not what is: nothing here estimates d.
 * Not computed: why there is no model; `no-variance-to-explain` (tau² = 0); `response-not-known` where a member in
 * the model has no counts; `other-outcome` where the outcome is not the change that the response is about.
 */
export function unmeasuredInNetwork(
  model: Computed<MixedModel>,
  members: readonly Pick<BenchmarkMember, 'outcome' | 'response'>[],
  response: Computed<ResponseCounts>,
  isChange: boolean,
): Computed<UnmeasuredShare> {
  if (!isChange) return { undefined: 'other-outcome' };
  if ('undefined' in model) return model;
  const whole = unmeasuredShare(response);
  if (typeof whole !== 'number') return whole;
  const shares = members
    .filter(({ outcome }) => !('undefined' in outcome))
    .map((member) => unmeasuredShare(member.response));
  const known = shares.filter((share) => typeof share === 'number');
  if (known.length < shares.length || known.length < 2) return { undefined: 'response-not-known' };
  if (!(model.tau2 > 0)) return { undefined: 'no-variance-to-explain' };
  const m = known.length;
  const average = known.reduce((sum, share) => sum + share, 0) / m;
  const spread = known.reduce((sum, share) => sum + (share - average) ** 2, 0) / (m - 1);
  const squares = known.reduce((sum, share) => sum + share ** 2, 0) / (m - 1);
  const of = (shift: number, variance: number) => (shift ** 2 * model.sigma2 * variance) / model.tau2;
  return {
    members: m,
    share: whole,
    shifts: SHIFTS.map((shift) => ({
      shift,
      same: Math.min(1, of(shift, spread)),
      atMost: Math.min(1, of(shift, squares)),
    })),
    tipping:
      spread > 0
        ? Math.sqrt(model.tau2 / (model.sigma2 * spread))
        : { undefined: 'response-alike-everywhere' },
  };
}

/** Not computed: why the member has no value, or its response is not known. */
export function unmeasuredOfMember(
  member: Pick<BenchmarkMember, 'outcome' | 'response'>,
  model: Computed<MixedModel>,
  isChange: boolean,
): Computed<MemberUnmeasured> {
  if (!isChange) return { undefined: 'other-outcome' };
  if ('undefined' in model) return model;
  if ('undefined' in member.outcome) return member.outcome;
  const { adjusted } = member.outcome;
  const share = unmeasuredShare(member.response);
  if (typeof adjusted !== 'number') return adjusted;
  if (typeof share !== 'number') return share satisfies NotComputed;
  const reach = share * UNMEASURED_SHIFT * Math.sqrt(model.sigma2);
  return { share, low: adjusted - reach, high: adjusted + reach };
}
