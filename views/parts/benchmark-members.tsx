/** Members in numbers: observed, expected, adjusted with its interval, shrunken effect; a rank only where it means something. */

import {
  type BenchmarkDocument,
  isComputed,
  type MixedModel,
  type NotComputed,
  sentence,
} from '../../src/index.ts';
import type { ComparisonState } from '../benchmark-model.ts';
import { number, share } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { networkMean, placed } from './benchmark-finding.tsx';
import { WithTerms } from './with-terms.tsx';

type Measure = 'outcome' | 'duration';
const DECIMALS: Readonly<Record<Measure, number>> = { outcome: 1, duration: 0 };
const RANKED_MEMBERS = 10;
const RANKED_RANKABILITY = 0.5;

interface Props {
  readonly view: View;
  readonly state: ComparisonState;
  readonly result: BenchmarkDocument;
}

/** Why there is no order; undefined = there is one. */
function whyNoRank(model: MixedModel, view: View): string | undefined {
  const words = view.t.benchmark;
  if (model.members < RANKED_MEMBERS) return fill(words.noRankMembers, { members: model.members });
  if (!isComputed(model.rankability)) return words.noRankUnknown;
  if (model.rankability >= RANKED_RANKABILITY) return undefined;
  return fill(words.noRankRankability, { rankability: share(model.rankability, view.lang) });
}

function count(n: number | string, view: View): string {
  if (typeof n === 'number') return number(n, view.lang);
  return n.replace(/\d+/g, (digits) => number(Number(digits), view.lang)).replace('-', '–');
}

export function reason({ undefined: code }: NotComputed, view: View): string {
  return sentence({ code }, view.lang);
}

function MeasureTable({ view, state, result, measure }: Props & { readonly measure: Measure }) {
  const words = view.t.benchmark;
  const model = result.models[measure];
  if (!isComputed(model)) return null;
  const noRank = whyNoRank(model, view);
  const text = (value: number) => number(value, view.lang, DECIMALS[measure]);
  const members = placed(result, measure);
  const title = measure === 'outcome' ? words.outcomeTable : words.durationTable;
  // What counts stands first: on a telephone the rest is a swipe away.
  const heads = [words.adjusted, words.interval, words.observed, words.expected];
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={title}>
        <table class="members" data-sortable="">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.member}</th>
              {heads.map((head) => (
                <th scope="col" class="number">
                  {head}
                </th>
              ))}
              <th scope="col" class="number faint">
                {words.shrunken}
              </th>
              <th scope="col" class="number">
                {words.episodes}
              </th>
              {noRank === undefined ? (
                <th scope="col" class="number">
                  {words.rank}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {result.members.map((member) => {
              const own = member.member === state.own.name && state.own.state === 'shown';
              const found = member[measure];
              if (!isComputed(found)) {
                return (
                  <tr class={own ? 'own' : ''}>
                    <th scope="row">{member.member}</th>
                    <td colspan={heads.length + (noRank === undefined ? 3 : 2)}>{reason(found, view)}</td>
                  </tr>
                );
              }
              const { adjusted, low, high } = found;
              return (
                <tr class={own ? 'own' : ''}>
                  <th scope="row">{member.member}</th>
                  <td class="number strong">{isComputed(adjusted) ? text(adjusted) : '–'}</td>
                  <td class="number">
                    {isComputed(low) && isComputed(high) ? `${text(low)} – ${text(high)}` : '–'}
                  </td>
                  <td class="number">{text(found.observed)}</td>
                  <td class="number">{text(found.expected)}</td>
                  <td class="number faint">{signed(found.effect, text)}</td>
                  <td class="number">{count(found.n, view)}</td>
                  {noRank === undefined ? (
                    <td class="number">{number(found.expectedRank, view.lang, 1)}</td>
                  ) : null}
                </tr>
              );
            })}
            {members.length === 0 ? null : (
              <tr class="total">
                <th scope="row">{words.network}</th>
                <td class="number strong">{text(networkMean(members))}</td>
                <td colspan={heads.length} />
                <td class="number">{number(model.n, view.lang)}</td>
                {noRank === undefined ? <td /> : null}
              </tr>
            )}
          </tbody>
        </table>
      </section>
      <p class="hint">{noRank ?? fill(words.rankNote, { best: words.rankBest[measure] })}</p>
    </>
  );
}

function signed(value: number, text: (value: number) => string): string {
  const amount = text(Math.abs(value));
  if (amount === text(0)) return amount;
  return `${value > 0 ? '+' : '−'}${amount}`;
}

function RatioTable({ view, state, result }: Props) {
  const words = view.t.benchmark;
  if (!result.members.some(({ durationPerOutcome }) => isComputed(durationPerOutcome))) return null;
  const text = (value: number) => number(value, view.lang, 1);
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={words.ratioTable}>
        <table class="members" data-sortable="">
          <caption>{words.ratioTable}</caption>
          <thead>
            <tr>
              <th scope="col">{words.member}</th>
              <th scope="col" class="number">
                {words.ratio}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.members.map(({ member, durationPerOutcome: ratio }) => (
              <tr class={member === state.own.name && state.own.state === 'shown' ? 'own' : ''}>
                <th scope="row">{member}</th>
                {isComputed(ratio) ? (
                  <>
                    <td class="number strong">{text(ratio.value)}</td>
                    <td class="number">{`${text(ratio.low)} – ${text(ratio.high)}`}</td>
                  </>
                ) : (
                  <td colspan={2}>{reason(ratio, view)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{words.ratioNote}</p>
    </>
  );
}

export function BenchmarkMembers(props: Props) {
  const words = props.view.t.benchmark;
  return (
    <section class="card" id="members" aria-labelledby="members-title">
      <h2 id="members-title">{words.membersTitle}</h2>
      <p class="hint">
        <WithTerms view={props.view} text={words.membersLead} at="members" />
      </p>
      <MeasureTable {...props} measure="outcome" />
      <MeasureTable {...props} measure="duration" />
      <RatioTable {...props} />
    </section>
  );
}
