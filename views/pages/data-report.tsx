/** What a file turned out to be: how much can be used, what stood out with the cure, how it was read. */

import type { RuleItem } from '../../src/index.ts';
import { dayOf, number, size } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { DataSet } from '../model.ts';
import { ColumnsRead, hasPatients } from '../parts/columns-read.tsx';
import { Gaps } from '../parts/gaps.tsx';
import { IssueTable } from '../parts/issue-table.tsx';
import { Outdated } from '../parts/outdated.tsx';
import { Period } from '../parts/period.tsx';
import { Retention, RetentionWarning } from '../parts/retention.tsx';
import { Reviews } from '../parts/reviews.tsx';
import { StampNotes } from '../parts/stamps.tsx';
import { TermRow } from '../parts/term-row.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

function Facts({ view, dataSet }: { view: View; dataSet: DataSet }) {
  const words = view.t.data;
  const { lang } = view;
  return (
    <dl class="facts">
      <div>
        <dt>{words.usable}</dt>
        <dd>{number(dataSet.rows.used, lang)}</dd>
      </div>
      <div>
        <dt>{words.patients}</dt>
        <dd>{hasPatients(dataSet.recognised) ? number(dataSet.patients, lang) : '–'}</dd>
      </div>
      <div>
        <dt>{words.members}</dt>
        <dd>{dataSet.members === 0 ? '–' : number(dataSet.members, lang)}</dd>
      </div>
      <div>
        <dt>{words.rejected}</dt>
        <dd>{number(dataSet.rows.rejected, lang)}</dd>
      </div>
      <div>
        <dt>{words.period}</dt>
        <dd class="small">
          <Period view={view} dataSet={dataSet} />
        </dd>
      </div>
      <div>
        <dt>{words.rules}</dt>
        <dd class="small">{dataSet.rules.id}</dd>
      </div>
    </dl>
  );
}

function HowRead({ view, dataSet, items, columns }: Omit<DataReportProps, 'today'>) {
  const words = view.t.data;
  const { recognised } = dataSet;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.delimiter, recognised.delimiter],
    [words.encoding, recognised.encoding],
    [
      words.dateOrder,
      recognised.dates?.replace(/dmy|mdy/g, (order) => words.dateOrders[order === 'dmy' ? 'dmy' : 'mdy']),
    ],
    [words.decimalSign, recognised.decimal],
    [words.size, dataSet.bytes === 0 ? undefined : size(dataSet.bytes, view.lang)],
    [words.loaded, dayOf(dataSet.createdAt, view.lang)],
    [words.hash, dataSet.sha256],
    [words.pseudonymised, recognised.pseudonymised ? words.pseudonymisedYes : undefined],
  ];
  return (
    <section class="card">
      <h2>{words.recognisedTitle}</h2>
      <ColumnsRead view={view} recognised={recognised} items={items} />
      {recognised.other.length === 0 ? null : (
        <p class="hint">
          {words.otherColumns}: {recognised.other.join(', ')}.
        </p>
      )}
      {!view.mayEdit || dataSet.origin === 'demo' ? null : columns === undefined ? (
        <p class="hint">{recognised.pseudonymised ? words.goneAfterPseudonyms : words.goneFile}</p>
      ) : (
        <p class="actions">
          <a class="button quiet" href={columns}>
            {view.t.columns.correct}
          </a>
        </p>
      )}
      <details>
        <summary>{words.format}</summary>
        <table>
          <tbody>
            {facts.map(([name, value]) =>
              value === undefined ? null : (
                <tr>
                  <th scope="row">{name}</th>
                  <td class="wrap">{value}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </details>
    </section>
  );
}

interface DataReportProps {
  readonly view: View;
  readonly dataSet: DataSet;
  /** Of the newest rule set: what each rating is about. */
  readonly items: readonly RuleItem[];
  /** ISO day. */
  readonly today: string;
  /** Where the file can be read again with other choices; absent once the file is no longer kept. */
  readonly columns?: string;
}

export function DataReport({ view, dataSet, items, today, columns }: DataReportProps) {
  const words = view.t.data;
  const { lang } = view;
  const issues = dataSet.issues[lang];
  const counts = { used: number(dataSet.rows.used, lang), read: number(dataSet.rows.read, lang) };
  const title = fill(words.reportTitle, { name: dataSet.name });
  const stamps = [
    ...(dataSet.synthetic ? (['synthetic'] as const) : []),
    ...(dataSet.rules.status === 'illustrative' ? (['illustrative'] as const) : []),
  ];
  return (
    <Layout view={view} title={title} section="data">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">
          {fill(dataSet.rows.rejected === 0 ? words.reportPerfect : words.reportDone, counts)}
        </p>
        <TermRow view={view} page="data" />
      </header>
      <RetentionWarning view={view} today={today} dataSet={dataSet} />
      <Outdated view={view} dataSet={dataSet} />
      <Facts view={view} dataSet={dataSet} />
      <StampNotes view={view} stamps={stamps} />
      <Reviews view={view} dataSet={dataSet} />
      <Gaps view={view} recognised={dataSet.recognised} {...(columns === undefined ? {} : { columns })} />
      <nav class="card next-steps" aria-labelledby="next-title">
        <h2 id="next-title">{words.nextTitle}</h2>
        <p class="actions">
          <a class="button" href={`/data/${dataSet.id}/clusters`}>
            {words.nextClusters}
          </a>
          <a class="button quiet" href={`/data/${dataSet.id}/simulation`}>
            {words.nextSimulation}
          </a>
          <a class="button quiet" href={`/data/${dataSet.id}/benchmark`}>
            {words.nextBenchmark}
          </a>
        </p>
      </nav>
      <section class="card">
        <h2>{words.findingsTitle}</h2>
        {issues.length === 0 ? <p>{words.findingsNone}</p> : <IssueTable view={view} issues={issues} />}
        {dataSet.rows.rejected === 0 || !view.mayEdit ? null : (
          <>
            <p class="actions">
              <a class="button quiet" href={`/data/${dataSet.id}/rejects.csv`} download>
                {words.rejectedDownload}
              </a>
            </p>
            <p class="hint">{words.rejectedNote}</p>
          </>
        )}
      </section>
      <HowRead view={view} dataSet={dataSet} items={items} {...(columns === undefined ? {} : { columns })} />
      <Retention view={view} today={today} dataSet={dataSet} />
      {view.mayEdit ? (
        <section class="card">
          <details>
            <summary>{words.deleteTitle}</summary>
            <p>{words.deleteLead}</p>
            <form method="post" action={`/data/${dataSet.id}/delete`}>
              <button type="submit" class="danger">
                {words.deleteConfirm}
              </button>
            </form>
          </details>
        </section>
      ) : null}
    </Layout>
  );
}
