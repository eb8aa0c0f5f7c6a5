/** The finding in words: the network, how far members part, and one's own place with its interval. */

import { type BenchmarkDocument, isComputed, type MemberMeasure } from '../../src/index.ts';
import type { ComparisonState } from '../benchmark-model.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

type Measure = 'outcome' | 'duration';
const DECIMALS: Readonly<Record<Measure, number>> = { outcome: 1, duration: 0 };

interface Placed {
  readonly member: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Members with an unshrunken value and its interval. */
export function placed(result: BenchmarkDocument, measure: Measure): Placed[] {
  return result.members.flatMap((member): Placed[] => {
    const found: MemberMeasure | undefined = isComputed(member[measure]) ? member[measure] : undefined;
    if (found === undefined) return [];
    const { adjusted, low, high } = found;
    return isComputed(adjusted) && isComputed(low) && isComputed(high)
      ? [{ member: member.member, value: adjusted, low, high }]
      : [];
  });
}

/** The network's own mean: the mean of the adjusted values, by their definition. */
export function networkMean(members: readonly Placed[]): number {
  return members.reduce((sum, { value }) => sum + value, 0) / members.length;
}

/** How many members have an interval that lies beside the network's mean. */
export function outside(members: readonly Placed[]): number {
  const mean = networkMean(members);
  return members.filter(({ low, high }) => low > mean || high < mean).length;
}

function ownSentence(
  { view, state }: { view: View; state: ComparisonState },
  members: readonly Placed[],
  measure: Measure,
): string {
  const words = view.t.benchmark;
  const { name } = state.own;
  const own = members.find(({ member }) => member === name);
  if (own === undefined) {
    return fill(words.findingOwnMissing, { own: name, measure: words.measureWord[measure] });
  }
  const mean = networkMean(members);
  const verdict = own.low > mean ? 'above' : own.high < mean ? 'below' : 'same';
  const text = (value: number) => number(value, view.lang, DECIMALS[measure]);
  return fill(measure === 'outcome' ? words.findingOwnOutcome : words.findingOwnDuration, {
    own: name,
    value: text(own.value),
    low: text(own.low),
    high: text(own.high),
    verdict: words.verdicts[measure][verdict],
    mean: text(mean),
  });
}

export function BenchmarkFinding(props: {
  readonly view: View;
  readonly state: ComparisonState;
  readonly result: BenchmarkDocument;
}) {
  const { view, state, result } = props;
  const words = view.t.benchmark;
  const { lang } = view;
  const outcome = placed(result, 'outcome');
  const duration = placed(result, 'duration');
  const values = outcome.map(({ value }) => value);
  const both = outcome.length > 0 && duration.length > 0;
  const sentences = [
    ...(state.own.state === 'shown'
      ? [
          ...(outcome.length > 0 ? [ownSentence(props, outcome, 'outcome')] : []),
          ...(duration.length > 0 ? [ownSentence(props, duration, 'duration')] : []),
        ]
      : []),
    ...(both
      ? [
          fill(words.findingNetwork, {
            members: outcome.length,
            outcome: number(networkMean(outcome), lang, 1),
            duration: number(networkMean(duration), lang),
            least: number(Math.min(...values), lang, 1),
            most: number(Math.max(...values), lang, 1),
          }),
          fill(words.findingOutside, {
            outcome: outside(outcome),
            outcomeMembers: outcome.length,
            duration: outside(duration),
            durationMembers: duration.length,
          }),
        ]
      : []),
  ];
  if (sentences.length === 0) return null;
  return (
    <section class="finding" aria-labelledby="finding-title">
      <h2 id="finding-title">{words.findingTitle}</h2>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {both && isComputed(result.joint) ? (
        <p class="hint">{fill(words.jointNote, { n: number(result.joint.n, lang) })}</p>
      ) : null}
    </section>
  );
}
