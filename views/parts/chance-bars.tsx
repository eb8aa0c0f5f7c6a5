/** Probabilities of clusters as bars with their numbers, and which of them are still possible. */

import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

const WIDTH = 120;
const HEIGHT = 14;

export interface ChanceBar {
  readonly cluster: string;
  readonly name: string;
  readonly probability: number;
  /** No answer can make it the advice. */
  readonly excluded: boolean;
}

export function ChanceBars({ view, title, bars }: { view: View; title: string; bars: readonly ChanceBar[] }) {
  const words = view.t.form;
  return (
    <section class="scroll" tabindex={0} aria-label={title}>
      <table class="chances">
        <thead>
          <tr>
            <th scope="col">{words.cluster}</th>
            <th scope="col" class="number">
              {words.chance}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr class={bar.excluded ? 'out' : ''}>
              <th scope="row">
                <span class="code">{bar.cluster}</span> {bar.name}
                {bar.excluded ? <span class="out-word">{` (${words.out})`}</span> : null}
              </th>
              <td class="number">{number(bar.probability * 100, view.lang, 1)}</td>
              <td class="bar-cell">
                <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
                  <rect x={0} y={2} width={WIDTH} height={HEIGHT - 4} class="chance-track" />
                  <rect
                    x={0}
                    y={2}
                    width={Math.max(bar.probability > 0 ? 1 : 0, bar.probability * WIDTH)}
                    height={HEIGHT - 4}
                    class="bar-for"
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `ZT03, ZT04 en ZT05` would need grammar; commas do. */
export function possibleSentence(view: View, candidates: readonly string[]): string {
  return fill(view.t.form.stillPossible, { clusters: candidates.join(', ') });
}
