/** The data page: what is loaded, and the box for a file of one's own. */

import { dayOf, number } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { DataSet } from '../model.ts';
import { Period } from '../parts/period.tsx';
import { Stamps } from '../parts/stamps.tsx';
import { UploadForm } from '../parts/upload-form.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

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

export function DataList({ view, limitMb }: { view: View; limitMb: number }) {
  const words = view.t.data;
  const { lang } = view;
  return (
    <Layout view={view} title={words.title} section="data">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
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
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <UploadForm view={view} limitMb={limitMb} />
    </Layout>
  );
}
