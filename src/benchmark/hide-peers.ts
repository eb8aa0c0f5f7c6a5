/**
 * One member's view: its own name and numbers, the others as peer-01, …, with numbers in bands. A standard
 * error gives the number away (n = sigma² / se²), and so do the width of an interval and the shrinkage of an
 * effect: a peer's are those of the lowest number in its band, never too narrow. Means and shares are rounded, because a mean of whole points betrays its
 * denominator. A member left out for its few patients is counted with the episodes without a value.
 */

import { createHmac } from 'node:crypto';
import { refuse } from '../issue/refusal.ts';
import { sentence } from '../issue/sentence.ts';
import type {
  BenchmarkMember,
  BenchmarkResult,
  CountOrBand,
  Exclusion,
  MemberEllipse,
  MemberMeasure,
  MixedModel,
  RatioInterval,
} from '../model/benchmark.ts';
import type { Computed, NotComputed } from '../model/meta.ts';
import type { ResponseCounts } from '../model/outcomes.ts';
import type { FindingMeasure, Sensitivity, UnmeasuredShare } from '../model/sensitivity.ts';
import type { Lang } from '../model/text.ts';
import { bandStart, countBand, shrunkenAtBand, varianceFactor, widthFactor } from './peer-spreads.ts';
import { roundedModels } from './rounded-models.ts';

/** From this many episodes on, shares in steps of 5 % fit every number in the band. */
const FEWEST_FOR_SHARES = 50;
const SHARE_STEPS = 20;
/** Statuses of episodes that a measurement was due for. */
const CLOSED = ['completer', 'dropout', 'nonStarter', 'nonResponder'] as const;

/**
 * The order of the peers is drawn by a keyed hash of their names, so that it says nothing of name or place
 * and does not depend on the order of the rows.
 * @param own undefined = everybody is a peer
 * @param level of the intervals in the result
 * @throws Refusal `unknown-own` where no member in the result has that name
 */
export function hidePeers(
  result: BenchmarkResult,
  own: string | undefined,
  seed: number | string,
  lang: Lang,
  level: number,
): BenchmarkResult {
  const mine = result.members.find((member) => member.member === own);
  if (own !== undefined && mine === undefined) throw refuse('unknown-own', {});
  const drawn = (name: string) => createHmac('sha256', String(seed)).update(name).digest('hex');
  const peers = result.members
    .filter((member) => member !== mine)
    .map((member) => ({ member, key: drawn(member.member) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ member }, i) => ({
      name: member.member,
      peer: asPeer(member, `peer-${String(i + 1).padStart(2, '0')}`, result.models, level),
    }));
  const labels = new Map(peers.map(({ name, peer }) => [name, peer.member]));
  const { unmeasured, sensitivity } = result;
  return {
    ...result,
    models: roundedModels(result.models),
    members: [...(mine === undefined ? [] : [mine]), ...peers.map(({ peer }) => peer)],
    unmeasured: 'undefined' in unmeasured ? unmeasured : roundedShare(unmeasured),
    ...(sensitivity === undefined ? {} : { sensitivity: relabelled(sensitivity, labels) }),
    excluded: withoutSmallMembers(result.excluded),
    notes: [...result.notes, sentence({ code: 'note-peers' }, lang)],
  };
}

function asPeer(
  member: BenchmarkMember,
  label: string,
  models: BenchmarkResult['models'],
  level: number,
): BenchmarkMember {
  const { outcome, durationPerOutcome: ratio, ellipse } = member;
  const n = 'undefined' in outcome ? member.n : outcome.n;
  return {
    member: label,
    n: band(member.n),
    outcome: peerMeasure(outcome, models.outcome, level),
    duration: peerMeasure(member.duration, models.duration, level),
    ...(member.cost === undefined ? {} : { cost: peerMeasure(member.cost, models.cost, level) }),
    durationPerOutcome: peerRatio(ratio, n),
    adjustedDurationPerOutcome: peerRatio(member.adjustedDurationPerOutcome, n),
    ...(member.costPerOutcome === undefined ? {} : { costPerOutcome: peerRatio(member.costPerOutcome, n) }),
    ...(member.adjustedCostPerOutcome === undefined
      ? {}
      : { adjustedCostPerOutcome: peerRatio(member.adjustedCostPerOutcome, n) }),
    ellipse: 'undefined' in ellipse ? ellipse : peerEllipse(ellipse, models.outcome),
    unmeasured: { undefined: 'peer-counts-withheld' },
    response: { undefined: 'peer-counts-withheld' },
    responseShares: sharesOf(member.response),
  };
}

/** One's own response and the exact spread would give a peer's away. */
function roundedShare({ members, share, shifts, tipping }: UnmeasuredShare): UnmeasuredShare {
  const round = (value: number) => significant(value, 1);
  return {
    members,
    share: significant(share, 2),
    shifts: shifts.map(({ shift, same, atMost }) => ({ shift, same: round(same), atMost: round(atMost) })),
    tipping: typeof tipping === 'number' ? round(tipping) : tipping,
  };
}

function relabelled(sensitivity: Sensitivity, labels: ReadonlyMap<string, string>): Sensitivity {
  const named = sensitivity.findings.map((each) => ({
    ...each,
    member: labels.get(each.member) ?? each.member,
  }));
  const isPeer = (name: string) => [...labels.values()].includes(name);
  return {
    ...sensitivity,
    // In the order of the labels: that of the names would tell who is who.
    findings: named.toSorted(
      (a, b) =>
        order(a.measure) - order(b.measure) ||
        Number(isPeer(a.member)) - Number(isPeer(b.member)) ||
        (a.member < b.member ? -1 : 1),
    ),
  };
}

function order(measure: FindingMeasure): number {
  return ['outcome', 'duration', 'cost', 'recovered'].indexOf(measure);
}

/** Widths of a ratio go with 1 / sqrt(n), on the scale on which they are about even. */
function peerRatio(ratio: Computed<RatioInterval>, n: CountOrBand): Computed<RatioInterval> {
  if ('undefined' in ratio) return ratio;
  const factor = typeof n === 'number' && n > 0 ? Math.sqrt(n / bandStart(n)) : 1;
  const { value, low, high } = ratio;
  const widened = (bound: number) => (bound / value > 0 ? value * (bound / value) ** factor : bound);
  return {
    value: significant(value),
    low: significant(widened(low), 2),
    high: significant(widened(high), 2),
  };
}

/** Steps that add up to the whole, so that a drawing of them shows steps too: the largest remainders round up. */
function sharesOf(response: Computed<ResponseCounts>): Computed<ResponseCounts> {
  if ('undefined' in response) return response;
  const { open } = response;
  const counts = CLOSED.map((status) => response[status]);
  const closed = counts.reduce((sum, count) => sum + count, 0);
  if (closed < FEWEST_FOR_SHARES) return { undefined: 'peer-counts-withheld' };
  const exact = counts.map((count) => (count / closed) * SHARE_STEPS);
  const steps = exact.map(Math.floor);
  const left = SHARE_STEPS - steps.reduce((sum, step) => sum + step, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - steps[index]! }))
    .sort((x, y) => y.remainder - x.remainder || x.index - y.index);
  for (const { index } of byRemainder.slice(0, left)) steps[index]! += 1;
  const [completer, dropout, nonStarter, nonResponder] = steps.map((step) => step / SHARE_STEPS) as [
    number,
    number,
    number,
    number,
  ];
  const all = closed + open;
  return {
    completer,
    dropout,
    nonStarter,
    nonResponder,
    open: Math.round((open / all) * SHARE_STEPS) / SHARE_STEPS,
    rate: completer,
  };
}

const SMALL = ['member-under-10-patients', 'rest-under-10-patients'];

/** Every episode stays counted, but one small member's number cannot be read off. */
function withoutSmallMembers(excluded: readonly Exclusion[]): Exclusion[] {
  const isSmall = ({ reason }: Exclusion) => SMALL.includes(reason);
  return excluded.flatMap((line): Exclusion[] => {
    const same = excluded.filter(({ model }) => model === line.model);
    const small = same.filter(isSmall);
    if (small.length === 0) return [line];
    if (line === small[0]) {
      const rest = same.find(({ reason }) => reason === 'no-response');
      const n = small.reduce((sum, each) => sum + each.n, rest?.n ?? 0);
      return [{ ...line, reason: 'no-response-or-small-member', n }];
    }
    return line.reason === 'no-response' || isSmall(line) ? [] : [line];
  });
}

function peerMeasure(
  measure: Computed<MemberMeasure>,
  model: Computed<MixedModel> | undefined,
  level: number,
): Computed<MemberMeasure> {
  if ('undefined' in measure || model === undefined || 'undefined' in model) return measure as NotComputed;
  const { adjusted, low, high, contrast, n } = measure;
  const count = typeof n === 'number' ? n : 0;
  const widened = (middle: number, bounds: { readonly low: number; readonly high: number }) => {
    const half = (bounds.high - bounds.low) / 2;
    const wide = half * widthFactor(count, half, model, level);
    return { low: significant(middle - wide), high: significant(middle + wide) };
  };
  const { effect, se } = shrunkenAtBand(measure, model);
  const rank = Number(measure.expectedRank.toFixed(1));
  return {
    n: band(n),
    observed: significant(measure.observed),
    expected: significant(measure.expected),
    ...(typeof adjusted === 'number' && typeof low === 'number' && typeof high === 'number'
      ? { adjusted: significant(adjusted), ...widened(adjusted, { low, high }) }
      : { adjusted, low, high }),
    contrast:
      'undefined' in contrast
        ? contrast
        : { value: significant(contrast.value), ...widened(contrast.value, contrast) },
    effect: significant(effect),
    se: significant(se, 2),
    // A rank to more decimals depends on the spreads.
    expectedRank: rank,
    percentileExpectedRank: significant((100 * (rank - 0.5)) / model.members),
  };
}

function peerEllipse(ellipse: MemberEllipse, model: Computed<MixedModel>): MemberEllipse {
  const [[a, b], [, c]] = ellipse.covariance as [[number, number], [number, number]];
  const known = typeof ellipse.n === 'number' && !('undefined' in model);
  const factor = known ? varianceFactor(ellipse.n as number, a, model) : 1;
  return {
    ...ellipse,
    n: band(ellipse.n),
    outcome: significant(ellipse.outcome),
    duration: significant(ellipse.duration),
    covariance: [
      [significant(factor * a, 2), significant(factor * b, 2)],
      [significant(factor * b, 2), significant(factor * c, 2)],
    ],
  };
}

function band(n: CountOrBand): CountOrBand {
  return typeof n === 'number' ? countBand(n) : n;
}

function significant(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}
