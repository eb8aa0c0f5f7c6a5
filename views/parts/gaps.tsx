/** What a file lacks for each of the three questions, as sentences that name the columns, and the way to point them out. */

import { RATING_COLUMNS } from '../../src/index.ts';
import type { Recognised } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

/** Sentences; empty where the columns for advice are all there. */
export function adviceGaps(view: View, { columns }: Recognised): string[] {
  const words = view.t.gaps;
  const found = new Set(columns.map(({ canonical }) => canonical));
  const ratings = RATING_COLUMNS.filter((name) => found.has(name)).length;
  return [
    ...(found.has('supercluster') || found.has('chosen_cluster') ? [] : [words.noSupercluster]),
    ...(ratings === RATING_COLUMNS.length
      ? []
      : [fill(words.fewRatings, { found: String(ratings), all: String(RATING_COLUMNS.length) })]),
  ];
}

/** Of the other two questions. */
function otherGaps(view: View, { columns }: Recognised): string[] {
  const words = view.t.gaps;
  const found = new Set(columns.map(({ canonical }) => canonical));
  const lacks = (...names: string[]) => names.some((name) => !found.has(name));
  return [
    ...(lacks('current_revenue') ? [words.noRevenue] : []),
    ...(lacks('start', 'end') ? [words.noPeriod] : []),
    ...(lacks('pre', 'post') ? [words.noMeasurements] : []),
    ...(lacks('member') ? [words.noMember] : []),
    ...(lacks('patient') ? [words.noPatient] : []),
  ];
}

interface GapsProps {
  readonly view: View;
  readonly recognised: Recognised;
  /** Where columns are pointed out; absent once the file is no longer kept. */
  readonly columns?: string;
}

/** Of the report: all that is lacking, and nothing where nothing is. */
export function Gaps({ view, recognised, columns }: GapsProps) {
  const words = view.t.gaps;
  const sentences = [...adviceGaps(view, recognised), ...otherGaps(view, recognised)];
  if (sentences.length === 0) return null;
  return (
    <section class="card" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{words.title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {!view.mayEdit ? null : columns === undefined ? (
        <p>
          {words.sendAgain} <a href="/data#upload">{view.t.shell.ownFile}</a>
        </p>
      ) : (
        <>
          <p>{words.pointOut}</p>
          <p class="actions">
            <a class="button" href={columns}>
              {view.t.columns.pointOut}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
