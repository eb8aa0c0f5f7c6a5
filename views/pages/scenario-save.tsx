/** What is going to be saved, and how: over a scenario of one's own or as a new one. */

import { number } from '../format.ts';
import { Layout } from '../layout.tsx';
import { Refusals } from '../parts/done.tsx';
import { SaveFields, type SaveFieldsProps } from '../parts/save-fields.tsx';
import { SimulationTabs, simulationAddress } from '../parts/simulation-tabs.tsx';
import type { View } from '../view.ts';

export interface ScenarioSaveProps extends SaveFieldsProps {
  readonly view: View;
  /** Data set. */
  readonly id: string;
  readonly query: string;
  readonly baseline: string;
  /** Whether that baseline goes along when saved over the scenario itself. */
  readonly baselineStays: boolean;
  readonly typing: string;
  /** Changed prices: name, as listed, as changed. */
  readonly changed: readonly (readonly [string, string, string])[];
  readonly refused: readonly string[];
}

export function ScenarioSave(props: ScenarioSaveProps) {
  const { view, id, query, changed } = props;
  const words = view.t.scenarios;
  return (
    <Layout view={view} title={words.saveTitle} section="simulation">
      <SimulationTabs view={view} id={id} query={query} tab="prices" />
      <header class="page-head">
        <h1>{words.saveTitle}</h1>
        <p class="lead">{words.saveLead}</p>
      </header>
      <Refusals view={view} refused={props.refused} />
      <section class="card">
        <dl class="facts">
          <div>
            <dt>{words.scenario}</dt>
            <dd class="small">{props.scenario.title}</dd>
          </div>
          <div>
            <dt>{words.baseline}</dt>
            <dd class="small">{props.baseline}</dd>
            {props.baselineStays ? null : <dd class="small">{words.saveBaselineKept}</dd>}
          </div>
          <div>
            <dt>{words.typing}</dt>
            <dd class="small">{props.typing}</dd>
          </div>
          <div>
            <dt>{words.saveChanged}</dt>
            <dd>{number(changed.length, view.lang)}</dd>
            {changed.slice(0, 12).map(([name, was, now]) => (
              <dd class="small">
                {name}: {was} → {now}
              </dd>
            ))}
            {changed.length > 12 ? <dd class="small">…</dd> : null}
          </div>
        </dl>
        <form method="post" action={simulationAddress(id, 'save', query)}>
          <SaveFields {...props} />
          <p class="actions">
            <button type="submit">{words.save}</button>{' '}
            <a class="button quiet" href={simulationAddress(id, '', query)}>
              {words.cancel}
            </a>
          </p>
        </form>
      </section>
    </Layout>
  );
}
