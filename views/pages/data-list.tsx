/** The data page: what is loaded, and the box for a file of one's own. */

import type { Lang } from '../../src/index.ts';
import { dayOf, number, share } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { CutOff, DataSet } from '../model.ts';
import { hasPatients } from '../parts/columns-read.tsx';
import { Period } from '../parts/period.tsx';
import { dateOf, RetentionWarning } from '../parts/retention.tsx';
import { SortHead, type Sorting, sortingText } from '../parts/sort-head.tsx';
import { Stamps } from '../parts/stamps.tsx';
import { TermRow } from '../parts/term-row.tsx';
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
  readonly sorting: Sorting | undefined;
}

/** What each column of the list is ordered by. */
const ORDERS: Readonly<Record<string, (dataSet: DataSet) => string | number>> = {
  name: ({ name }) => name,
  period: ({ lastDay }) => lastDay ?? Number.NEGATIVE_INFINITY,
  rows: ({ rows }) => rows.used,
  patients: ({ patients }) => patients,
  members: ({ members }) => members,
  rules: ({ rules }) => rules.id,
  loaded: ({ createdAt }) => createdAt,
};

export const DATA_LIST_ORDERS: readonly string[] = Object.keys(ORDERS);

function sorted(dataSets: readonly DataSet[], sorting: Sorting | undefined, lang: Lang): readonly DataSet[] {
  const of = sorting === undefined ? undefined : ORDERS[sorting.by];
  if (sorting === undefined || of === undefined) return dataSets;
  const sign = sorting.down ? -1 : 1;
  return dataSets.toSorted((a, b) => {
    const [left, right] = [of(a), of(b)];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), lang, { numeric: true });
    return sign * (Number.isNaN(order) ? 0 : order);
  });
}

export function DataList({ view, limitMb, cutOff, underWay, today, sorting }: DataListProps) {
  const words = view.t.data;
  const { lang } = view;
  const head = (name: string, label: string, isNumber = false) => (
    <SortHead
      view={view}
      name={name}
      label={label}
      sorting={sorting}
      href={(next) => `/data?sort=${sortingText(next)}`}
      number={isNumber}
    />
  );
  return (
    <Layout view={view} title={words.title} section="data">
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <TermRow view={view} page="data" />
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
              {head('name', words.name)}
              {head('period', words.period)}
              {head('rows', words.rows, true)}
              {head('patients', words.patients, true)}
              {head('members', words.members, true)}
              {head('rules', words.rules)}
              <th scope="col">{words.findings}</th>
              {head('loaded', words.loaded)}
              <th scope="col">{words.keptUntil}</th>
            </tr>
          </thead>
          <tbody>
            {sorted(view.dataSets, sorting, lang).map((dataSet) => (
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
                <td class="number">
                  {hasPatients(dataSet.recognised) ? number(dataSet.patients, lang) : '–'}
                </td>
                <td class="number">{dataSet.members === 0 ? '–' : number(dataSet.members, lang)}</td>
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
      {view.mayEdit ? <UploadForm view={view} limitMb={limitMb} today={today} /> : null}
    </Layout>
  );
}
