/** A file of ratings: how many, how long each held, and how many reviews came too late. */

import { formatCell, isComputed } from '../../src/index.ts';
import { number } from '../format.ts';
import type { DataSet } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export function Reviews({ view, dataSet }: { view: View; dataSet: DataSet }) {
  const { assessments } = dataSet.recognised;
  if (assessments === undefined) return null;
  const words = view.t.data;
  const { lang } = view;
  const { n, courses, open, judged, overdue, overdueShare } = assessments;
  const facts: readonly (readonly [string, number])[] = [
    [words.reviewsN, n],
    [words.reviewsCourses, courses],
    [words.reviewsOpen, open],
    [words.reviewsLate, overdue],
  ];
  return (
    <section class="card" aria-labelledby="reviews-title">
      <h2 id="reviews-title">{words.reviewsTitle}</h2>
      <p>
        {words.reviewsLead}{' '}
        {isComputed(overdueShare)
          ? fill(words.reviewsOverdue, {
              overdue: number(overdue, lang),
              judged: number(judged, lang),
              share: `${formatCell(overdueShare, 'share', lang)}%`,
            })
          : words.reviewsNone}
      </p>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{number(value, lang)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
