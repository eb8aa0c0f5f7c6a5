/** Advice against choice as a square: a row per advice, a column per choice; equal ones on the diagonal. */

import type { Agreement } from '../../src/index.ts';
import { number } from '../format.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface ConfusionProps {
  readonly view: View;
  readonly pairs: Agreement['confusion'];
  /** In the order of the rule set. */
  readonly clusters: readonly { readonly cluster: string }[];
}

export function Confusion({ view, pairs, clusters }: ConfusionProps) {
  const words = view.t.clusters;
  const { lang } = view;
  const seen = new Set(pairs.flatMap(({ advised, chosen }) => [advised, chosen]));
  const codes = clusters.map(({ cluster }) => cluster).filter((code) => seen.has(code));
  const at = new Map(pairs.map((pair) => [`${pair.advised}/${pair.chosen}`, pair]));
  return (
    <section class="scroll" tabindex={0} aria-label={words.agreementTitle}>
      <table class="confusion pinned">
        <caption class="hidden">{words.confusionCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.confusionCorner}</th>
            {codes.map((code) => (
              <th scope="col" class="number">
                {code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((advised) => (
            <tr>
              <th scope="row">{advised}</th>
              {codes.map((chosen) => {
                const pair = at.get(`${advised}/${chosen}`);
                return (
                  <td class={advised === chosen ? 'number same' : 'number'}>
                    {pair === undefined ? (
                      ''
                    ) : (
                      <span
                        class={`weight-${Math.min(4, Math.floor(pair.share * 5))}`}
                        title={fill(words.confusionCell, {
                          share: number(pair.share * 100, lang, 1),
                          ...{ advised, chosen },
                        })}
                      >
                        {number(pair.n, lang)}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
