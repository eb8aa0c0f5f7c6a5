/** One scenario: what it supposes, what may be done to it, and the question before it is removed. */

import { Layout } from '../layout.tsx';
import { Done, Refusals } from '../parts/done.tsx';
import { SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import { fill } from '../text/fill.ts';
import { shippedText } from '../text/shipped.ts';
import type { View } from '../view.ts';
import { baselineName, type ScenarioItem } from './scenarios.tsx';

export interface ScenarioPageProps {
  readonly view: View;
  readonly item: ScenarioItem;
  readonly scenarios: readonly ScenarioItem[];
  /** Fingerprint of its files. */
  readonly seen: string;
  /** Faults of its file and its list. */
  readonly faults: readonly string[];
  readonly refused: readonly string[];
  readonly done: string | undefined;
}

function Facts({ view, item, scenarios }: ScenarioPageProps) {
  const words = view.t.scenarios;
  const { scenario } = item;
  if (scenario === undefined) return null;
  const contracts = scenario.contracts ?? [];
  return (
    <dl class="facts">
      <div>
        <dt>{words.name}</dt>
        <dd class="small">
          <code>{item.id}</code>
        </dd>
      </div>
      <div>
        <dt>{words.baseline}</dt>
        <dd class="small">{baselineName(item, scenarios, view)}</dd>
      </div>
      <div>
        <dt>{words.list}</dt>
        <dd class="small">
          <code>{scenario.prices?.list ?? ''}</code>
        </dd>
      </div>
      <div>
        <dt>{words.typing}</dt>
        <dd class="small">{view.t.simulation.typings[scenario.typing ?? 'chosen']}</dd>
      </div>
      <div>
        <dt>{words.contracts}</dt>
        <dd class="small">
          {contracts.length === 0
            ? words.noContracts
            : contracts
                .map(({ payer, form }) => `${payer}: ${view.t.contracts.forms[form].name.toLowerCase()}`)
                .join('; ')}
        </dd>
      </div>
    </dl>
  );
}

function TitleForm(props: {
  readonly view: View;
  readonly action: string;
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly seen?: string;
}) {
  return (
    <form method="post" action={props.action} class="choices title-form">
      {props.seen === undefined ? null : <input type="hidden" name="seen" value={props.seen} />}
      <div class="field">
        <label for={props.id}>{props.view.t.scenarios.titleField}</label>
        <input
          id={props.id}
          type="text"
          name="title"
          value={props.title}
          maxlength={200}
          required
          autocomplete="off"
        />
      </div>
      <button type="submit" class="quiet">
        {props.label}
      </button>
    </form>
  );
}

export function ScenarioPage(props: ScenarioPageProps) {
  const { view, item, faults } = props;
  const words = view.t.scenarios;
  const { current } = view;
  const path = `/scenarios/${item.id}`;
  return (
    <Layout view={view} title={item.title} section="simulation">
      {current === undefined ? null : <SimulationTabs view={view} id={current.id} query="" tab="scenarios" />}
      <header class="page-head">
        <h1>{item.title}</h1>
        <p>
          <a href="/scenarios">{words.back}</a>
        </p>
      </header>
      <Done done={props.done} />
      <Refusals view={view} refused={props.refused} />
      {faults.length === 0 ? null : (
        <section class="notes">
          <p>{words.faulty}</p>
          {faults.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
      )}
      <section class="card">
        <Facts {...props} />
        {(item.scenario?.assumptions ?? []).length === 0 ? null : (
          <>
            <h2>{words.assumptions}</h2>
            <ul>
              {item.scenario!.assumptions!.map(({ text, source }) => (
                <li>
                  {shippedText(text, view.lang)}
                  {source === undefined ? null : (
                    <span class="hint">
                      {' '}
                      {fill(view.t.simulation.assumptionSource, { source: shippedText(source, view.lang) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="actions">
          {current === undefined || item.scenario === undefined ? null : (
            <a class="button" href={simulationAddress(current.id, '', `scenario=${item.id}`)}>
              {words.open}
            </a>
          )}
        </p>
      </section>
      <section class="card">
        <h2>{words.exports}</h2>
        <ul class="columns">
          <li>
            <a href={`${path}/scenario.json`} download>
              {words.exportScenario}
            </a>
          </li>
          {faults.length > 0 ? null : (
            <li>
              <a href={`${path}/prices.csv`} download>
                {words.exportPrices}
              </a>
            </li>
          )}
        </ul>
      </section>
      {view.mayEdit ? <Actions {...props} /> : <p class="notes">{words.readOnly}</p>}
    </Layout>
  );
}

function Actions({ view, item, seen, faults }: ScenarioPageProps) {
  const words = view.t.scenarios;
  const path = `/scenarios/${item.id}`;
  return (
    <>
      {faults.length > 0 ? null : (
        <section class="card">
          <h2>{words.copy}</h2>
          <TitleForm
            view={view}
            action={`${path}/copy`}
            id="copy-title"
            label={words.copy}
            title={fill(words.copyOf, { title: item.title })}
          />
        </section>
      )}
      {item.own ? (
        <section class="card">
          {faults.length > 0 ? null : (
            <>
              <h2>{words.rename}</h2>
              <TitleForm
                view={view}
                action={`${path}/rename`}
                id="rename-title"
                label={words.rename}
                title={item.title}
                seen={seen}
              />
            </>
          )}
          <p class="actions">
            <a class="button danger" href={`${path}/remove`}>
              {words.remove}
            </a>
          </p>
        </section>
      ) : null}
    </>
  );
}

/** The question before a scenario is removed. */
export function ScenarioRemove({
  view,
  item,
  refused,
}: Pick<ScenarioPageProps, 'view' | 'item' | 'refused'>) {
  const words = view.t.scenarios;
  const title = fill(words.removeTitle, { title: item.title });
  return (
    <Layout view={view} title={title} section="simulation">
      <div class="message" id="message">
        <h1>{title}</h1>
        <Refusals view={view} refused={refused} />
        <p>{words.removeLead}</p>
        <form method="post" action={`/scenarios/${item.id}/remove`} class="actions">
          <button type="submit" class="danger">
            {words.removeNow}
          </button>{' '}
          <a class="button quiet" href={`/scenarios/${item.id}`}>
            {words.cancel}
          </a>
        </form>
      </div>
    </Layout>
  );
}
