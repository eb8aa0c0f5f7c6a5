/** Scenarios as things: the list, one of them with what may be done to it, and the question before it is removed. */

import type { Scenario } from '../../src/index.ts';
import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { Done, Refusals } from '../parts/done.tsx';
import { SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface ScenarioItem {
  readonly id: string;
  readonly title: string;
  readonly own: boolean;
  /** As its file says it; absent where the file is faulty. */
  readonly scenario: Scenario | undefined;
}

export interface ScenarioListProps {
  readonly view: View;
  readonly scenarios: readonly ScenarioItem[];
  readonly refused: readonly string[];
  /** A sentence on what was just done. */
  readonly done: string | undefined;
}

function listOf({ scenario }: ScenarioItem): string {
  return scenario?.prices?.list ?? '';
}

export function baselineName(
  { scenario }: Pick<ScenarioItem, 'scenario'>,
  scenarios: readonly Pick<ScenarioItem, 'id' | 'title'>[],
  view: View,
): string {
  const { baseline = 'current' } = scenario ?? {};
  if (baseline === 'current') return view.t.scenarios.baselineCurrent;
  return scenarios.find(({ id }) => id === baseline)?.title ?? baseline;
}

function Shelf(props: ScenarioListProps & { readonly own: boolean }) {
  const { view, scenarios, own } = props;
  const words = view.t.scenarios;
  const shown = scenarios.filter((each) => each.own === own);
  const title = own ? words.own : words.shipped;
  if (shown.length === 0) {
    return (
      <section class="card">
        <h2>{title}</h2>
        <p>{words.none}</p>
      </section>
    );
  }
  return (
    <section class="card scroll" tabindex={0} aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.titleField}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.baseline}</th>
            <th scope="col">{words.list}</th>
            <th scope="col" class="number">
              {words.contracts}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <tr>
              <th scope="row">
                <Open view={view} item={each} />
              </th>
              <td>
                <code>{each.id}</code>
              </td>
              <td>{each.scenario === undefined ? '' : baselineName(each, scenarios, view)}</td>
              <td>{listOf(each) === '' ? '' : <code>{listOf(each)}</code>}</td>
              <td class="number">{number(each.scenario?.contracts?.length ?? 0, view.lang)}</td>
              <td>
                <a href={`/scenarios/${each.id}`} aria-label={fill(words.manageOf, { title: each.title })}>
                  {words.manage}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The scenario's title; leads to its simulation where there is a data set to simulate. */
function Open({ view, item }: { view: View; item: ScenarioItem }) {
  const { current } = view;
  if (current === undefined || item.scenario === undefined) return <>{item.title}</>;
  return <a href={simulationAddress(current.id, '', `scenario=${item.id}`)}>{item.title}</a>;
}

function ImportForm({ view }: { view: View }) {
  const words = view.t.scenarios;
  return (
    <section class="card" id="import">
      <h2>{words.import}</h2>
      <form method="post" action="/scenarios" enctype="multipart/form-data">
        <p class="hint">{words.importHint}</p>
        <div class="choices">
          <div class="field">
            <label for="file-scenario">{words.importScenario}</label>
            <input id="file-scenario" type="file" name="scenario" accept=".json,application/json" />
          </div>
          <div class="field">
            <label for="file-prices">{words.importPrices}</label>
            <input id="file-prices" type="file" name="prices" accept=".csv,text/csv" />
          </div>
          <div class="field">
            <label for="import-title">{words.importTitle}</label>
            <input id="import-title" type="text" name="title" maxlength={200} autocomplete="off" />
          </div>
          <button type="submit">{words.importButton}</button>
        </div>
      </form>
    </section>
  );
}

export function ScenarioList(props: ScenarioListProps) {
  const { view } = props;
  const words = view.t.scenarios;
  return (
    <Layout view={view} title={words.title} section="simulation">
      {view.current === undefined ? null : (
        <SimulationTabs view={view} id={view.current.id} query="" tab="scenarios" />
      )}
      <header class="page-head">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Done done={props.done} />
      <Refusals view={view} refused={props.refused} />
      <Shelf {...props} own={true} />
      <Shelf {...props} own={false} />
      {view.mayEdit ? <ImportForm view={view} /> : <p class="notes">{words.readOnly}</p>}
    </Layout>
  );
}
