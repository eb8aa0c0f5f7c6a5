/** The ratings of one case: per item four dots, filled up to the rating; a missing one says why in words. */

import { type ItemContribution, isComputed } from '../../src/index.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

const STEP = 16;
const HIGHEST = 4;

export function RatingDots({ view, items }: { view: View; items: readonly ItemContribution[] }) {
  const words = view.t.clusters;
  return (
    <section class="scroll" tabindex={0} aria-label={words.ratingsTitle}>
      <table class="ratings">
        <thead>
          <tr>
            <th scope="col">{words.ratingItem}</th>
            <th scope="col">{words.ratingValue}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { rating } = item;
            return (
              <tr>
                <th scope="row">
                  <span class="item-label">{item.label}</span> {item.name[view.lang]}
                </th>
                <td class="dots">
                  {isComputed(rating) ? (
                    <>
                      <svg
                        width={STEP * HIGHEST}
                        height={STEP}
                        viewBox={`0 0 ${STEP * HIGHEST} ${STEP}`}
                        aria-hidden="true"
                      >
                        {Array.from({ length: HIGHEST }, (_, at) => (
                          <circle
                            cx={STEP * at + STEP / 2}
                            cy={STEP / 2}
                            r={5.5}
                            class={at < rating ? 'dot full' : 'dot'}
                          />
                        ))}
                      </svg>
                      <span aria-hidden="true">{rating}</span>
                      <span class="hidden">{fill(words.ratingOf, { value: rating })}</span>
                    </>
                  ) : (
                    (words.ratingReasons[rating.undefined as keyof typeof words.ratingReasons] ??
                    words.ratingMissing)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
