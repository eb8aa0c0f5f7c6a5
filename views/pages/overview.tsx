/** The first page: three questions with the answer of the data set in view, each with its next step. */

import { asClause, day, number } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { DataSet } from '../model.ts';
import { hasPatients } from '../parts/columns-read.tsx';
import { Drawing, type FigureDrawing } from '../parts/figure.tsx';
import { Stamps } from '../parts/stamps.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

/** One number, what it says, one figure; or why there is no answer yet. */
export type Answer =
  | { readonly big: string; readonly under: string; readonly figure: FigureDrawing }
  | { readonly missing: string; readonly remedy?: { readonly href: string; readonly text: string } }
  | 'computing';

export interface OverviewProps {
  readonly view: View;
  readonly dataSet: DataSet;
  readonly clusters: Answer;
  readonly simulation: Answer;
  readonly benchmark: Answer;
}

interface CardProps {
  readonly view: View;
  readonly question: string;
  readonly answer: Answer;
  readonly href: string;
  readonly next: string;
}

function Card({ view, question, answer, href, next }: CardProps) {
  const remedy = answer !== 'computing' && 'missing' in answer ? answer.remedy : undefined;
  return (
    <section class="card question">
      <h2>{question}</h2>
      {answer === 'computing' ? (
        <p role="status" hx-get="/simulation/status" hx-trigger="every 1s" hx-swap="none">
          {view.t.overview.computing}
        </p>
      ) : 'missing' in answer ? (
        <p>{fill(view.t.overview.notYet, { reason: asClause(answer.missing) })}</p>
      ) : (
        <>
          <p class="big">{answer.big}</p>
          <p class="under-big">{answer.under}</p>
          <Drawing figure={answer.figure} />
          <Stamps view={view} stamps={answer.figure.wide.stamps} />
        </>
      )}
      <p class="next">
        <a class="button quiet" href={remedy?.href ?? href}>
          {remedy?.text ?? next}
        </a>
      </p>
    </section>
  );
}

export function Overview({ view, dataSet, clusters, simulation, benchmark }: OverviewProps) {
  const words = view.t.overview;
  const { lang } = view;
  const { firstDay, lastDay } = dataSet;
  const counts = {
    name: dataSet.name,
    episodes: number(dataSet.rows.used, lang),
    patients: hasPatients(dataSet.recognised) ? number(dataSet.patients, lang) : words.unknownPatients,
  };
  const base = `/data/${dataSet.id}`;
  return (
    <Layout
      view={simulation === 'computing' || benchmark === 'computing' ? { ...view, refresh: 2 } : view}
      title={words.title}
      section="overview"
    >
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">
          {firstDay === undefined || lastDay === undefined
            ? fill(words.leadNoPeriod, counts)
            : fill(words.lead, {
                ...counts,
                period: fill(view.t.data.periodValue, {
                  from: day(firstDay, lang),
                  until: day(lastDay, lang),
                }),
              })}
        </p>
      </header>
      <div class="grid even questions">
        <Card
          view={view}
          question={words.clustersQuestion}
          answer={clusters}
          href={`${base}/clusters`}
          next={words.clustersNext}
        />
        <Card
          view={view}
          question={words.simulationQuestion}
          answer={simulation}
          href={`${base}/simulation`}
          next={words.simulationNext}
        />
        <Card
          view={view}
          question={words.benchmarkQuestion}
          answer={benchmark}
          href={`${base}/benchmark`}
          next={words.benchmarkNext}
        />
      </div>
    </Layout>
  );
}
