/**
 * One member's view: its own name and numbers, the others as peer-01, …, with numbers in bands. A standard
 * error gives the number away (n = sigma² / se²), so a peer's spreads are those of the lowest number in its
 * band: never too narrow. Means and shares are rounded, because a mean of whole points betrays its
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
  RatioInterval,
} from '../model/benchmark.ts';
import type { Computed } from '../model/meta.ts';
import type { ResponseCounts } from '../model/outcomes.ts';
import type { FindingMeasure, Sensitivity, UnmeasuredShare } from '../model/sensitivity.ts';
import type { Lang } from '../model/text.ts';

const BAND_STARTS = [1, 10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;
/** From this many episodes on, shares in steps of 5 % fit every number in the band. */
const FEWEST_FOR_SHARES = 50;
const SHARE_STEPS = 20;
/** Statuses of episodes that a measurement was due for. */
const CLOSED = ['completer', 'dropout', 'nonStarter', 'nonResponder'] as const;

/**
 * The order of the peers is drawn by a keyed hash of their names, so that it says nothing of name or place
 * and does not depend on the order of the rows.
 * @param own undefined = everybody is a peer
 * @throws Refusal `unknown-own` where no member in the result has that name
 */
export function hidePeers(
  result: BenchmarkResult,
  own: string | undefined,
  seed: number | string,
  lang: Lang,
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
      peer: asPeer(member, `peer-${String(i + 1).padStart(2, '0')}`),
    }));
  const labels = new Map(peers.map(({ name, peer }) => [name, peer.member]));
  const { unmeasured, sensitivity } = result;
  return {
    ...result,
    members: [...(mine === undefined ? [] : [mine]), ...peers.map(({ peer }) => peer)],
    unmeasured: 'undefined' in unmeasured ? unmeasured : roundedShare(unmeasured),
    ...(sensitivity === undefined ? {} : { sensitivity: relabelled(sensitivity, labels) }),
    excluded: withoutSmallMembers(result.excluded),
    notes: [...result.notes, sentence({ code: 'note-peers' }, lang)],
  };
}

/**
 * The band a count lies in.
 * @example
 * countBand(62) // => '50-99'
 */
export function countBand(n: number): string {
  const at = bandStart(n);
  const next = BAND_STARTS.find((start) => start > at);
  return next === undefined ? `${at}+` : `${at}-${next - 1}`;
}

function bandStart(n: number): number {
  return BAND_STARTS.findLast((start) => start <= n) ?? 0;
}

/** How much wider a spread is at the lowest number of the band. */
function widening(n: CountOrBand): number {
  return typeof n === 'number' && n > 0 ? Math.sqrt(n / bandStart(n)) : 1;
}

function asPeer(member: BenchmarkMember, label: string): BenchmarkMember {
  const { durationPerOutcome: ratio, ellipse } = member;
  return {
    member: label,
    n: band(member.n),
    outcome: peerMeasure(member.outcome),
    duration: peerMeasure(member.duration),
    ...(member.cost === undefined ? {} : { cost: peerMeasure(member.cost) }),
    durationPerOutcome: peerRatio(ratio),
    adjustedDurationPerOutcome: peerRatio(member.adjustedDurationPerOutcome),
    ...(member.costPerOutcome === undefined ? {} : { costPerOutcome: peerRatio(member.costPerOutcome) }),
    ...(member.adjustedCostPerOutcome === undefined
      ? {}
      : { adjustedCostPerOutcome: peerRatio(member.adjustedCostPerOutcome) }),
    ellipse: 'undefined' in ellipse ? ellipse : peerEllipse(ellipse),
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

function peerRatio(ratio: Computed<RatioInterval>): Computed<RatioInterval> {
  if ('undefined' in ratio) return ratio;
  return { value: significant(ratio.value), low: significant(ratio.low), high: significant(ratio.high) };
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

function peerMeasure(measure: Computed<MemberMeasure>): Computed<MemberMeasure> {
  if ('undefined' in measure) return measure;
  const factor = widening(measure.n);
  const { adjusted, low, high } = measure;
  const bounds =
    typeof adjusted === 'number' && typeof low === 'number' && typeof high === 'number'
      ? {
          adjusted: significant(adjusted),
          low: significant(adjusted - factor * (adjusted - low)),
          high: significant(adjusted + factor * (high - adjusted)),
        }
      : { adjusted, low, high };
  const { contrast } = measure;
  return {
    n: band(measure.n),
    observed: significant(measure.observed),
    expected: significant(measure.expected),
    ...bounds,
    contrast:
      'undefined' in contrast
        ? contrast
        : {
            value: significant(contrast.value),
            low: significant(contrast.value - factor * (contrast.value - contrast.low)),
            high: significant(contrast.value + factor * (contrast.high - contrast.value)),
          },
    effect: significant(measure.effect),
    se: significant(measure.se, 1),
    expectedRank: significant(measure.expectedRank),
    percentileExpectedRank: significant(measure.percentileExpectedRank),
  };
}

function peerEllipse(ellipse: MemberEllipse): MemberEllipse {
  const factor = widening(ellipse.n) ** 2;
  const [[a, b], [, c]] = ellipse.covariance as [[number, number], [number, number]];
  return {
    ...ellipse,
    n: band(ellipse.n),
    outcome: significant(ellipse.outcome),
    duration: significant(ellipse.duration),
    covariance: [
      [significant(factor * a), significant(factor * b)],
      [significant(factor * b), significant(factor * c)],
    ],
  };
}

function band(n: CountOrBand): CountOrBand {
  return typeof n === 'number' ? countBand(n) : n;
}

function significant(value: number, digits = 3): number {
  return Number(value.toPrecision(digits));
}
