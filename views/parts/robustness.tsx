/** How many advices flip when ratings move by 1: on demand, because it tries every rating of many cases. */

import {
  isComputed,
  type RobustnessResult,
  type RuleItem,
  robustnessTables,
  type ScoreSummaryResult,
} from '../../src/index.ts';
import { number, share } from '../format.ts';
import type { DataSet } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { itemName } from './advice-points.tsx';
import { Table } from './table.tsx';

interface RobustnessProps {
  readonly view: View;
  readonly dataSet: DataSet;
  readonly summary: ScoreSummaryResult;
  /** How the page groups its fit; kept in the address. */
  readonly by: string;
  readonly items: readonly RuleItem[];
  /** Only when asked for. */
  readonly robustness?: RobustnessResult;
}

export function Robustness({ view, dataSet, by, summary, robustness, items }: RobustnessProps) {
  const words = view.t.clusters;
  const { lang } = view;
  const all = summary.statuses.advised + summary.statuses.incomplete;
  const path = `/data/${dataSet.id}/clusters?by=${by}&robustness=1#robustness`;
  return (
    <section class="card" id="robustness">
      <h2>{words.robustTitle}</h2>
      <p class="hint">{words.robustLead}</p>
      {robustness === undefined ? (
        <p class="actions">
          <a class="button quiet" href={path}>
            {words.robustRun}
          </a>
        </p>
      ) : (
        <>
          <p>{robustSentence(view, robustness)}</p>
          {robustness.overall.n < all ? (
            <p class="hint">
              {fill(words.robustSample, { n: number(robustness.overall.n, lang), all: number(all, lang) })}
            </p>
          ) : null}
          {robustnessTables(robustness, lang, (code) => itemName(items, code, view)).map((table) => (
            <Table view={view} table={table} />
          ))}
        </>
      )}
    </section>
  );
}

function robustSentence(view: View, { overall, move }: RobustnessResult): string {
  const words = view.t.clusters;
  const { share: flips, interval } = overall.allMove;
  const { share: fragile } = overall.fragile;
  if (!isComputed(flips) || !isComputed(fragile)) return words.robustNone;
  return fill(words.robustSaid, {
    fragile: share(fragile, view.lang),
    move: share(move, view.lang),
    flips: share(flips, view.lang),
    interval: isComputed(interval)
      ? ` (${share(interval.low, view.lang)} – ${share(interval.high, view.lang)})`
      : '',
  });
}
