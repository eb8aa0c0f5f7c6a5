/** The data page: what is loaded, and the box for a file of one's own. */

import { dayOf, number, share } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { CutOff, DataSet } from '../model.ts';
import { Period } from '../parts/period.tsx';
import { dateOf, RetentionWarning } from '../parts/retention.tsx';
import { Stamps } from '../parts/stamps.tsx';
import { UploadForm } from '../parts/upload-form.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import type { Under } from './data-progress.tsx';

function Findings({ view, dataSet }: { view: View; dataSet: DataSet }) {
  const words = view.t.data;
  const count = (severity: string) =>
    dataSet.issues[view.lang]
      .filter((issue) => issue.severity === severity)
      .reduce((sum, issue) => sum + issue.count, 0);
  const counted = (forms: { readonly one: string; readonly more: string }, n: number) =>
    fill(n === 1 ? forms.one : forms.more, { n: number(n, view.lang) });
  const errors = count('error');
  const warnings = count('warning');
  if (errors + warnings === 0) return <>{words.noFindings}</>;
  return (
    <>
      {fill(words.errorsAndWarnings, {
        errors: counted(words.errors, errors),
        warnings: counted(words.warnings, warnings),
      })}
    </>
  );
}

/** What the server could not finish when it ended last time. */
function CutOffNotice({ view, cutOff }: { view: View; cutOff: readonly CutOff[] }) {
  const words = view.t.data;
  if (cutOff.length === 0) return null;
  return (
    <section class="card" role="note" aria-labelledby="cut-off-title">
      <h2 id="cut-off-title">{words.cutOffTitle}</h2>
      <p>{words.cutOffLead}</p>
      <ul>
        {cutOff.map(({ name, at }) => (
          <li>
            {name === '' ? words.cutOffUnknown : name} <span class="hint">({dayOf(at, view.lang)})</span>
          </li>
        ))}
      </ul>
      {view.mayEdit ? (
        <form method="post" action="/data/notices">
          <button type="submit" class="quiet">
            {words.cutOffRead}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function UnderWay({ view, jobs }: { view: View; jobs: readonly Under[] }) {
  if (jobs.length === 0) return null;
  return (
    <section class="card" aria-labelledby="under-way-title">
      <h2 id="under-way-title">{view.t.data.underWayTitle}</h2>
      <ul>
        {jobs.map((job) => (
          <li>
            <a href={`/data/${job.id}`}>{job.name}</a>
            {job.share === undefined ? null : ` ${share(job.share, view.lang)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DataListProps {
  readonly view: View;
  readonly limitMb: number;
  readonly cutOff: readonly CutOff[];
  readonly underWay: readonly Under[];
  /** ISO day. */
  readonly today: string;
}

export function DataList({ view, limitMb, cutOff, underWay, today }: DataListProps) {
  const words = view.t.data;
  const { lang } = view;
  return (
    <Layout view={view} title={words.title} section="data">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      {view.dataSets.map((dataSet) => (
        <RetentionWarning view={view} today={today} dataSet={dataSet} />
      ))}
      <CutOffNotice view={view} cutOff={cutOff} />
      <UnderWay view={view} jobs={underWay} />
      <section class="card scroll" tabindex={0} aria-label={words.list}>
        <table>
          <caption>{words.list}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.period}</th>
              <th scope="col" class="number">
                {words.rows}
              </th>
              <th scope="col" class="number">
                {words.patients}
              </th>
              <th scope="col" class="number">
                {words.members}
              </th>
              <th scope="col">{words.rules}</th>
              <th scope="col">{words.findings}</th>
              <th scope="col">{words.loaded}</th>
              <th scope="col">{words.keptUntil}</th>
            </tr>
          </thead>
          <tbody>
            {view.dataSets.map((dataSet) => (
              <tr>
                <th scope="row">
                  <a href={`/data/${dataSet.id}`}>{dataSet.name}</a>
                  {dataSet.synthetic ? <Stamps view={view} stamps={['synthetic']} /> : null}
                </th>
                <td>
                  <Period view={view} dataSet={dataSet} />
                </td>
                <td class="number">
                  {dataSet.rows.rejected === 0
                    ? number(dataSet.rows.used, lang)
                    : fill(words.rowsUsed, {
                        used: number(dataSet.rows.used, lang),
                        read: number(dataSet.rows.read, lang),
                      })}
                </td>
                <td class="number">{number(dataSet.patients, lang)}</td>
                <td class="number">{number(dataSet.members, lang)}</td>
                <td>
                  {dataSet.rules.id}
                  {dataSet.outdated === undefined ? null : (
                    <p class="stamps">
                      <span class="stamp">{view.t.rules.outdatedShort}</span>
                    </p>
                  )}
                  {dataSet.rules.status === 'illustrative' ? (
                    <Stamps view={view} stamps={[dataSet.rules.status]} />
                  ) : null}
                </td>
                <td>
                  <Findings view={view} dataSet={dataSet} />
                </td>
                <td>{dayOf(dataSet.createdAt, lang)}</td>
                <td>{dataSet.deleteOn === undefined ? words.keptForever : dateOf(dataSet.deleteOn, view)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <UploadForm view={view} limitMb={limitMb} today={today} />
    </Layout>
  );
}
