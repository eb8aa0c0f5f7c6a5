/** Where the patients land, how sure that is, and for which groups the clusters do not fit. */

import {
  type Agreement as AgreementResult,
  agreementTables,
  isComputed,
  type Lang,
  type RobustnessResult,
  type RuleItem,
  type ScoreSummaryResult,
  type Status,
} from '../../src/index.ts';
import { number, share } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { DataSet } from '../model.ts';
import { Confusion } from '../parts/confusion.tsx';
import { Drawing, Figure, type FigureDrawing, FigureFoot } from '../parts/figure.tsx';
import { adviceGaps } from '../parts/gaps.tsx';
import { Robustness } from '../parts/robustness.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { Table } from '../parts/table.tsx';
import { TermRow } from '../parts/term-row.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export type FitBy = 'team' | 'diagnosis' | 'site';

/** A group with the share that does not fit and its 95 % interval (0-1). */
export interface FitLine {
  readonly value: string;
  readonly n: number;
  readonly low: number;
  readonly none: number;
  readonly share: number;
  /** Absent where the group is too small. */
  readonly interval: readonly [number, number] | undefined;
}

export interface ClustersProps {
  readonly view: View;
  readonly dataSet: DataSet;
  readonly summary: ScoreSummaryResult;
  /** Distribution, certainty, fit: those that could be drawn. */
  readonly figures: readonly FigureDrawing[];
  readonly by: FitBy;
  readonly fit: readonly FitLine[];
  readonly lowCertainty: number;
  /** Groups with fewer episodes have no interval. */
  readonly fitMinimum: number;
  readonly items: readonly RuleItem[];
  /** Only when asked for. */
  readonly robustness?: RobustnessResult;
  readonly stamps: readonly Status[];
}

function Facts({ view, summary }: ClustersProps) {
  const words = view.t.clusters;
  const { lang } = view;
  const { statuses, certainty, agreement } = summary;
  const n = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const advised = statuses.advised + statuses.incomplete;
  return (
    <dl class="facts">
      <div>
        <dt>{words.advised}</dt>
        <dd>{number(advised, lang)}</dd>
        <dd class="small">
          {fill(words.advisedNote, { share: share(n === 0 ? 0 : advised / n, lang), n: number(n, lang) })}
        </dd>
      </div>
      {isComputed(certainty) ? (
        <div>
          <dt>{words.median}</dt>
          <dd>{share(certainty.median, lang)}</dd>
          <dd class="small">{words.medianNote}</dd>
        </div>
      ) : null}
      {isComputed(agreement) ? (
        <div>
          <dt>{words.agreement}</dt>
          <dd>{share(agreement.share, lang)}</dd>
          <dd class="small">
            {fill(words.agreementNote, {
              n: number(agreement.n, lang),
              kappa: kappaWords(agreement, lang),
            })}
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{words.noneFits}</dt>
        <dd>{number(statuses['none-fits'], lang)}</dd>
        <dd class="small">{words.noneFitsNote}</dd>
      </div>
      {statuses['no-supercluster'] === 0 ? null : (
        <div>
          <dt>{words.noSupercluster}</dt>
          <dd>{number(statuses['no-supercluster'], lang)}</dd>
          <dd class="small">{words.noSuperclusterNote}</dd>
        </div>
      )}
      <div>
        <dt>{words.tooMany}</dt>
        <dd>{number(statuses['too-many-missing'], lang)}</dd>
        <dd class="small">{words.tooManyNote}</dd>
      </div>
    </dl>
  );
}

/** Kappa with its interval, where there is one. */
function kappaWords({ kappa, kappaInterval }: AgreementResult, lang: Lang): string {
  if (!isComputed(kappa)) return '–';
  const text = number(kappa, lang, 2);
  if (!isComputed(kappaInterval)) return text;
  return `${text} (${number(kappaInterval.low, lang, 2)} – ${number(kappaInterval.high, lang, 2)})`;
}

function Agreement({ view, summary }: ClustersProps) {
  const words = view.t.clusters;
  const { agreement, clusters } = summary;
  if (!isComputed(agreement)) return null;
  const months = agreementTables(agreement, view.lang).find(({ id }) => id === 'agreementMonths');
  return (
    <section class="card" id="agreement">
      <h2>{words.agreementTitle}</h2>
      <p class="hint">{words.agreementLead}</p>
      <Confusion view={view} pairs={agreement.confusion} clusters={clusters} />
      {months === undefined ? null : (
        <details>
          <summary>{words.agreementMonths}</summary>
          <p class="hint">{fill(words.agreementMinimum, { minimum: agreement.minimum })}</p>
          <Table view={view} table={months} captionHidden />
        </details>
      )}
    </section>
  );
}

function Fit({ view, dataSet, by, fit, lowCertainty, fitMinimum, figures }: ClustersProps) {
  const figure = figures.find(({ wide }) => wide.id.startsWith('fit-'));
  const words = view.t.clusters;
  const { lang } = view;
  const choices: readonly (readonly [FitBy, string])[] = [
    ['team', words.fitByTeam],
    ['diagnosis', words.fitByDiagnosis],
    ['site', words.fitBySite],
  ];
  const percent = (value: number) => number(value * 100, lang, 1);
  const path = `/data/${dataSet.id}/clusters`;
  const heading = choices.find(([value]) => value === by)?.[1] ?? words.fitValue;
  return (
    <section class="card" id="fit">
      <h2>{words.fitTitle}</h2>
      <p class="hint">{fill(words.fitLead, { limit: `${number(lowCertainty * 100, lang)}%` })}</p>
      <form method="get" action={`${path}#fit`} class="choices" data-send-on-change>
        <div class="field">
          <label for="fit-by">{words.fitBy}</label>
          <select id="fit-by" name="by">
            {choices.map(([value, label]) => (
              <option value={value} selected={value === by}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="quiet">
          {words.fitShow}
        </button>
      </form>
      {figure === undefined ? null : (
        <figure class="inner" id={`figure-${figure.wide.id}`}>
          <figcaption>
            <h3>{figure.wide.title}</h3>
            <p>{figure.wide.subtitle}</p>
          </figcaption>
          <Drawing figure={figure} />
          <FigureFoot view={view} figure={figure} download={{ path, query: `by=${by}` }} />
        </figure>
      )}
      {fit.length === 0 ? (
        <p>{words.fitEmpty}</p>
      ) : (
        <section class="scroll tall" tabindex={0} aria-label={words.fitTitle}>
          <table data-sortable="">
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                <th scope="col" class="number">
                  {words.fitN}
                </th>
                <th scope="col" class="number">
                  {words.fitLow}
                </th>
                <th scope="col" class="number">
                  {words.fitNone}
                </th>
                <th scope="col" class="number">
                  {words.fitShare}
                </th>
                <th scope="col" class="number">
                  {words.fitInterval}
                </th>
              </tr>
            </thead>
            <tbody>
              {fit.map((line) => (
                <tr>
                  <th scope="row">
                    {by === 'team' && line.value !== '' && view.mayEdit ? (
                      <a
                        href={`/data/${dataSet.id}/cases?${new URLSearchParams({ team: line.value, only: 'low' })}`}
                      >
                        {line.value}
                      </a>
                    ) : (
                      line.value || words.blank
                    )}
                  </th>
                  <td class="number">{number(line.n, lang)}</td>
                  <td class="number">{number(line.low, lang)}</td>
                  <td class="number">{number(line.none, lang)}</td>
                  <td class="number">{percent(line.share)}</td>
                  <td class="number">
                    {line.interval === undefined
                      ? fill(words.fitFew, { minimum: fitMinimum })
                      : `${percent(line.interval[0])} – ${percent(line.interval[1])}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function advisedCount({ summary: { statuses } }: ClustersProps): number {
  return statuses.advised + statuses.incomplete;
}

/** Instead of figures of nothing: why, and the one thing to do. */
function NoAdvice({ view, dataSet }: ClustersProps) {
  const words = view.t.gaps;
  return (
    <section class="card" aria-labelledby="no-advice-title">
      <h2 id="no-advice-title">{words.noAdviceTitle}</h2>
      {adviceGaps(view, dataSet.recognised).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="actions">
        <a class="button" href={`/data/${dataSet.id}`}>
          {words.toReport}
        </a>
      </p>
    </section>
  );
}

export function Clusters(props: ClustersProps) {
  const { view, dataSet, figures } = props;
  const words = view.t.clusters;
  const meanings: Readonly<Record<string, string>> = {
    clusters: words.distributionMeaning,
    certainty: words.certaintyMeaning,
  };
  return (
    <Layout view={view} title={words.title} section="clusters">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <TermRow view={view} page="clusters" />
      </header>
      <Facts {...props} />
      {advisedCount(props) === 0 ? (
        <NoAdvice {...props} />
      ) : (
        <>
          {figures
            .filter(({ wide }) => wide.id in meanings)
            .map((figure) => (
              <Figure
                view={view}
                figure={figure}
                download={{ path: `/data/${dataSet.id}/clusters` }}
                means={[meanings[figure.wide.id]!]}
              />
            ))}
          <Agreement {...props} />
          <Fit {...props} />
          <Robustness {...props} />
        </>
      )}
      {view.mayEdit ? (
        <p class="actions">
          <a class="button" href={`/data/${dataSet.id}/cases`}>
            {words.toCases}
          </a>
        </p>
      ) : null}
      <StampNotes view={view} stamps={props.stamps} />
    </Layout>
  );
}
