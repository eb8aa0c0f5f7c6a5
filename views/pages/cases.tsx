/** The list of cases: pseudonyms with their advice, filtered by the address, page by page. */

import type { ScoreStatus } from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { SortHead, type Sorting, sortingText } from '../parts/sort-head.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface CaseFilter {
  readonly cluster: string;
  readonly team: string;
  readonly status: string;
  readonly only: '' | 'low' | 'differs';
}

/** What the list can be ordered by. */
export const CASE_ORDERS = [
  'row',
  'patient',
  'supercluster',
  'advised',
  'probability',
  'second',
  'chosen',
  'status',
] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

export interface CaseLine {
  /** Row number in the file: the case's address. */
  readonly row: number;
  readonly patient: string;
  readonly supercluster: string;
  readonly advised: string;
  readonly probability?: number;
  readonly second: string;
  readonly chosen: string;
  readonly status: ScoreStatus;
}

export interface CasesProps {
  readonly view: View;
  readonly id: string;
  readonly n: number;
  readonly filter: CaseFilter;
  readonly sorting: Sorting | undefined;
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly CaseLine[];
  readonly clusters: readonly string[];
  readonly teams: readonly string[];
}

function Filters({ view, id, filter, sorting, clusters, teams }: CasesProps) {
  const words = view.t.clusters;
  const statuses = Object.entries(words.statuses);
  const select = (name: keyof CaseFilter, label: string, options: readonly (readonly [string, string])[]) => (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{words.filterAll}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={filter[name] === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form method="get" action={`/data/${id}/cases`} class="choices" data-send-on-change>
      {select(
        'cluster',
        words.filterCluster,
        clusters.map((code) => [code, code]),
      )}
      {teams.length === 0
        ? null
        : select(
            'team',
            words.filterTeam,
            teams.map((team) => [team, team]),
          )}
      {select('status', words.filterStatus, statuses)}
      {select('only', words.filterOnly, [
        ['low', words.filterLow],
        ['differs', words.filterDiffers],
      ])}
      {sorting === undefined ? null : <input type="hidden" name="sort" value={sortingText(sorting)} />}
      <button type="submit" class="quiet">
        {words.filterApply}
      </button>
    </form>
  );
}

/** The list's address at another page, filters kept. */
function pageHref(
  { id, filter, sorting }: CasesProps,
  page: number,
  order: Sorting | undefined = sorting,
): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  if (order !== undefined) query.set('sort', sortingText(order));
  query.set('page', String(page));
  return `/data/${id}/cases?${query}`;
}

export function Cases(props: CasesProps) {
  const { view, id, lines, page, pages } = props;
  const words = view.t.clusters;
  const { lang } = view;
  const head = (name: CaseOrder, label: string, isNumber = false) => (
    <SortHead
      view={view}
      name={name}
      label={label}
      sorting={props.sorting}
      href={(next) => pageHref(props, 1, next)}
      number={isNumber}
    />
  );
  return (
    <Layout view={view} title={words.casesTitle} section="clusters">
      <header class="page-head">
        <h1>{words.casesTitle}</h1>
        <p class="lead">
          {fill(words.casesLead, { found: number(props.found, lang), n: number(props.n, lang) })}
        </p>
      </header>
      <Filters {...props} />
      <section class="card scroll numbered" tabindex={0} aria-label={words.casesTitle}>
        <table>
          <thead>
            <tr>
              {head('row', words.caseRow)}
              {head('patient', words.casePatient)}
              {head('supercluster', words.caseSupercluster)}
              {head('advised', words.caseAdvised)}
              {head('probability', words.caseProbability, true)}
              {head('second', words.caseSecond)}
              {head('chosen', words.caseChosen)}
              {head('status', words.caseStatus)}
            </tr>
          </thead>
          <tbody>
            {lines.length === 0 ? (
              <tr>
                <td colspan={8}>{view.t.shell.empty}</td>
              </tr>
            ) : (
              lines.map((line) => (
                <tr>
                  <th scope="row">
                    <a href={`/data/${id}/cases/${line.row}`}>{number(line.row, lang)}</a>
                  </th>
                  <td>{line.patient}</td>
                  <td>{line.supercluster}</td>
                  <td>{line.advised}</td>
                  <td class="number">
                    {line.probability === undefined ? '' : number(line.probability * 100, lang, 1)}
                  </td>
                  <td>{line.second}</td>
                  <td>{line.chosen}</td>
                  <td class="unbroken">{words.statuses[line.status]}</td>
                </tr>
              ))
            )}
          </tbody>
        </table>
      </section>
      {pages === 1 ? null : (
        <nav class="pager" aria-label={words.casesTitle}>
          {page > 1 ? <a href={pageHref(props, page - 1)}>{view.t.shell.previous}</a> : null}
          <span>{fill(view.t.shell.page, { page: number(page, lang), pages: number(pages, lang) })}</span>
          {page < pages ? <a href={pageHref(props, page + 1)}>{view.t.shell.next}</a> : null}
        </nav>
      )}
    </Layout>
  );
}
