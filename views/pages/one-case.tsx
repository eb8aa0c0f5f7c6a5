/** One case explained: ratings, how sure, why this cluster and not the next, red rules, what would change it. */

import { type Explanation, isComputed, type Lang, type RuleItem, type Status } from '../../src/index.ts';
import { number, share } from '../format.ts';
import { Layout } from '../layout.tsx';
import { FiredRules, itemName, PointsAgainst } from '../parts/advice-points.tsx';
import { RatingDots } from '../parts/rating-dots.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { TermRow } from '../parts/term-row.tsx';
import { fill } from '../text/fill.ts';
import { shippedText } from '../text/shipped.ts';
import type { View } from '../view.ts';

const CHANGES_SHOWN = 12;

export interface OneCaseProps {
  readonly view: View;
  readonly id: string;
  readonly row: number;
  readonly explanation: Explanation;
  readonly items: readonly RuleItem[];
  /** Ratings in the order of the items, -1 = missing: for a case without advice too. */
  readonly ratings: readonly number[];
  readonly chosen: string;
  readonly stamps: readonly Status[];
}

export function OneCase(props: OneCaseProps) {
  const { view, id, row, explanation, chosen } = props;
  const words = view.t.clusters;
  const { lang } = view;
  const title = fill(words.oneTitle, { row: number(row, lang) });
  const first = explanation.clusters[0];
  const advice =
    isComputed(explanation.advised) && isComputed(explanation.probability) && first !== undefined
      ? fill(words.oneLead, {
          cluster: explanation.advised,
          name: `(${first.name[lang]})`,
          probability: share(explanation.probability, lang),
        })
      : fill(words.oneNoAdvice, { status: words.statuses[explanation.status] });
  const shown = props.items.map((item, at) => ({
    item: item.code,
    label: item.label,
    name: item.name,
    coefficient: 0,
    rating: props.ratings[at]! < 0 ? { undefined: 'missing' } : props.ratings[at]!,
  }));
  return (
    <Layout view={view} title={title} section="clusters">
      <header class="page-head">
        <p class="crumb">
          <a href={`/data/${id}/cases`}>{words.backToCases}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{advice}</p>
        <TermRow view={view} page="case" />
        {explanation.tie ? <p>{words.oneTie}</p> : null}
        {chosen === '' ? null : <p>{fill(words.oneChosen, { cluster: chosen })}</p>}
      </header>
      <div class="grid">
        <section class="card">
          <h2>{words.ratingsTitle}</h2>
          <RatingDots view={view} items={shown} />
        </section>
        <div>
          <Ranking view={view} explanation={explanation} />
          <FiredRules
            view={view}
            items={props.items}
            fired={explanation.clusters.flatMap(({ cluster, redRules }) =>
              redRules.map((rule) => ({ cluster, parts: rule.parts })),
            )}
            source={explanation.rule.id}
          />
        </div>
      </div>
      <div class="grid">
        <Comparison view={view} explanation={explanation} items={props.items} />
        <Changes view={view} explanation={explanation} items={props.items} />
      </div>
      <EveryContribution view={view} explanation={explanation} items={props.items} />
      <StampNotes view={view} stamps={props.stamps} />
      <p class="hint">
        {fill(words.source, {
          id: explanation.rule.id,
          source: shippedText(explanation.rule.source, view.lang),
        })}
      </p>
    </Layout>
  );
}

/** Points may be below zero; the sign is the minus of print, as elsewhere on the page. */
function signed(value: number, lang: Lang): string {
  return `${value < 0 ? '−' : ''}${number(Math.abs(value), lang, 2)}`;
}

interface PartProps {
  readonly view: View;
  readonly explanation: Explanation;
}

interface ItemPartProps extends PartProps {
  readonly items: readonly RuleItem[];
}

function Ranking({ view, explanation }: PartProps) {
  const words = view.t.clusters;
  if (explanation.clusters.length === 0) return null;
  return (
    <section class="card">
      <h2>{words.rankingTitle}</h2>
      <section class="scroll" tabindex={0} aria-label={words.rankingTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.rankingCluster}</th>
              <th scope="col" class="number">
                {words.rankingScore}
              </th>
              <th scope="col" class="number">
                {words.rankingProbability}
              </th>
            </tr>
          </thead>
          <tbody>
            {explanation.clusters.map((cluster) => (
              <tr class={cluster.rank === 1 && isComputed(explanation.advised) ? 'own' : ''}>
                <th scope="row">
                  {cluster.cluster} {cluster.name[view.lang]}
                </th>
                <td class="number">
                  {isComputed(cluster.score) ? signed(cluster.score, view.lang) : words.ruledOut}
                </td>
                <td class="number">{number(cluster.probability * 100, view.lang, 1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Comparison({ view, explanation, items }: ItemPartProps) {
  const { runnerUp, advised, second } = explanation;
  if (!isComputed(runnerUp) || !isComputed(advised) || !isComputed(second)) return null;
  return (
    <PointsAgainst
      view={view}
      first={advised}
      second={second}
      constant={runnerUp.constant}
      points={runnerUp.items}
      total={runnerUp.difference}
      items={items}
    />
  );
}

/** Clusters as columns, most probable first: for who wants to add it up. */
function EveryContribution({ view, explanation, items }: ItemPartProps) {
  const words = view.t.clusters;
  const { clusters } = explanation;
  if (clusters.length < 2) return null;
  const rows: readonly (readonly [string, (cluster: (typeof clusters)[number]) => number])[] = [
    [words.everyConstant, (cluster) => cluster.constant],
    ...clusters[0]!.contributions.map(
      ({ item }, at) =>
        [
          itemName(items, item, view),
          (cluster: (typeof clusters)[number]) => cluster.contributions[at]!.coefficient,
        ] as const,
    ),
    [words.contributionTotal, (cluster) => cluster.sum],
  ];
  return (
    <details class="card">
      <summary>{words.everyTitle}</summary>
      <section class="scroll" tabindex={0} aria-label={words.everyTitle}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.ratingItem}</th>
              {clusters.map(({ cluster }) => (
                <th scope="col" class="number">
                  {cluster}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, of], at) => (
              <tr class={at === rows.length - 1 ? 'strong' : ''}>
                <th scope="row">{label}</th>
                {clusters.map((cluster) => (
                  <td class="number">{signed(of(cluster), view.lang)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="hint">{words.everyRed}</p>
    </details>
  );
}

function Changes({ view, explanation, items }: ItemPartProps) {
  const words = view.t.clusters;
  if (!isComputed(explanation.advised)) return null;
  const changes = explanation.changes.slice(0, CHANGES_SHOWN);
  return (
    <section class="card">
      <h2>{words.changeTitle}</h2>
      {changes.length === 0 ? (
        <p>{words.changeNone}</p>
      ) : (
        <>
          <p class="hint">{words.changeLead}</p>
          <section class="scroll" tabindex={0} aria-label={words.changeTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.ratingItem}</th>
                  <th scope="col" class="number">
                    {words.changeFrom}
                  </th>
                  <th scope="col" class="number">
                    {words.changeTo}
                  </th>
                  <th scope="col">{words.changeAdvice}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map((change) => (
                  <tr>
                    <th scope="row">{itemName(items, change.item, view)}</th>
                    <td class="number">{isComputed(change.from) ? change.from : '–'}</td>
                    <td class="number">{change.to}</td>
                    <td>
                      {isComputed(change.advised)
                        ? `${change.advised} (${share(change.probability, view.lang)})`
                        : words.statuses['none-fits']}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}
