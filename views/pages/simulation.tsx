/** Prices left, what they do right. One form: choices and prices; its address holds only what differs. */

import type { GroupDimension, IntervalTarget, Typing } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { Done } from '../parts/done.tsx';
import { PriceTable } from '../parts/price-table.tsx';
import { SimulationResult, type SimulationResultProps } from '../parts/simulation-result.tsx';
import { SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import { TermRow } from '../parts/term-row.tsx';
import { shippedText } from '../text/shipped.ts';
import type { View } from '../view.ts';

export interface SimulationProps extends SimulationResultProps {
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  readonly scenarioId: string;
  /** The chosen baseline and what may be chosen, as value and name; `''` = the scenario's own. */
  readonly baseline: string;
  readonly baselines: readonly (readonly [string, string])[];
  readonly typing: Typing;
  readonly by: GroupDimension | undefined;
  readonly dimensions: readonly GroupDimension[];
  readonly target: IntervalTarget;
  readonly amounts: ReadonlyMap<number, number>;
  /** The address holds prices of a list that has changed since. */
  readonly stale: boolean;
  /** A sentence on what was just done. */
  readonly done?: string | undefined;
}

function Choice<T extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly (readonly [T, string])[];
}) {
  return (
    <div class="field">
      <label for={`choose-${props.name}`}>{props.label}</label>
      <select id={`choose-${props.name}`} name={props.name}>
        {props.options.map(([value, text]) => (
          <option value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Simulation(props: SimulationProps) {
  const { view, id, scenario } = props;
  const words = view.t.simulation;
  const path = `/data/${id}/simulation`;
  const typings = ['chosen', 'advised', 'expected'] as const;
  const targets = ['population', 'these-patients', 'next-year'] as const;
  return (
    <Layout view={view} title={words.title} section="simulation">
      <script src={view.asset('sheet.js')} defer />
      <SimulationTabs view={view} id={id} query={props.query} tab="prices" />
      <header class="page-head">
        <h1>{shippedText(scenario.title, view.lang)}</h1>
        <p class="lead">{words.lead}</p>
        <TermRow view={view} page="simulation" />
      </header>
      <Done done={props.done} />
      {props.stale ? (
        <section class="notes" role="alert">
          <p>{view.t.scenarios.stale}</p>
          <p>
            <a href={simulationAddress(id, '', props.resetQuery)}>{view.t.scenarios.staleLink}</a>
          </p>
        </section>
      ) : null}
      <form
        method="get"
        action={path}
        hx-get={path}
        hx-trigger="input delay:150ms, change delay:20ms, submit"
        hx-target="#result"
        hx-swap="outerMorph"
        hx-sync="this:replace"
      >
        <input type="hidden" name="shown" value={props.scenarioId} />
        <div class="choices">
          <Choice
            name="scenario"
            label={words.scenario}
            value={props.scenarioId}
            options={props.scenarios.map((each) => [each.id, each.title])}
          />
          <Choice name="baseline" label={words.baseline} value={props.baseline} options={props.baselines} />
          <Choice
            name="typing"
            label={words.typing}
            value={props.typing}
            options={typings.map((each) => [each, words.typings[each]])}
          />
          {props.dimensions.length === 0 ? null : (
            <Choice
              name="by"
              label={words.by}
              value={props.by}
              options={props.dimensions.map((each) => [each, words.dimensions[each]])}
            />
          )}
          <Choice
            name="target"
            label={words.target}
            value={props.target}
            options={targets.map((each) => [each, words.targets[each]])}
          />
        </div>
        <div class="bench">
          <section class="card prices" aria-labelledby="prices-title">
            <h2 id="prices-title">{words.prices}</h2>
            <p class="hint">{words.pricesLead}</p>
            <p class="hint" id="pasted" role="status" data-left={words.pasteLeft} />
            <PriceTable
              view={view}
              rows={scenario.prices.list.rows}
              amounts={props.amounts}
              unread={props.unreadRows}
              lint={props.outcome.lint}
            />
            <p class="actions">
              <button type="submit">{words.recalculate}</button>{' '}
              {view.mayEdit ? (
                <button type="submit" class="quiet" name="go" value="save">
                  {view.t.scenarios.saveDots}
                </button>
              ) : null}
            </p>
            {view.mayEdit ? (
              <p>
                <button type="submit" class="link" name="go" value="list">
                  {view.t.scenarios.listEdit}
                </button>
              </p>
            ) : null}
          </section>
          <SimulationResult {...props} />
        </div>
      </form>
    </Layout>
  );
}

export interface SimulationMissingProps {
  readonly view: View;
  readonly sentences: readonly string[];
  /** Where another baseline would do: its address. */
  readonly instead: string | undefined;
}

/** The data set cannot be simulated under this scenario: why, what is needed, and what can be done without. */
export function SimulationMissing({ view, sentences, instead }: SimulationMissingProps) {
  const words = view.t.simulation;
  return (
    <Layout view={view} title={words.title} section="simulation">
      <header class="page-head">
        <h1>{words.missingTitle}</h1>
      </header>
      <section class="card">
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        {instead === undefined ? null : <p>{words.baselineInstead}</p>}
        <p class="actions">
          {instead === undefined ? null : (
            <a class="button" href={instead}>
              {words.baselineInsteadLink}
            </a>
          )}
          <a class={instead === undefined ? 'button' : 'button quiet'} href="/data">
            {view.t.shell.toData}
          </a>
        </p>
      </section>
    </Layout>
  );
}
